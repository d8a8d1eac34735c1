package screen

import "slices"

// Priorities of the review queue.
const (
	MissedChild       = 1 // trafficking that the label misses, with a child among the victims
	MissedTrafficking = 2 // trafficking that the label misses
	NotBorneOut       = 3 // a trafficking label that the facts do not bear out
	WorthALook        = 4 // anything else that a person should look at
	NothingToReview   = 5

	LastPriority = WorthALook // of those that ask for a review
)

// Priorities lists every priority, the most urgent first.
func Priorities() []int {
	return []int{MissedChild, MissedTrafficking, NotBorneOut, WorthALook, NothingToReview}
}

// Rank gives a finding its place in the review queue: the priority, and within it
// the harm, which adds up the weights. What may still be done for somebody comes
// first, and where nothing is decided the likeliest victim. Each weight counts
// once, so that a long text weighs no more than a short one.
func (fw *Framework) Rank(f *Finding) {
	f.Weights, f.Harm = fw.weights(f), 0
	for _, w := range f.Weights {
		f.Harm += w.Points()
	}
	f.Priority = priority(f)
}

// priority is the place of a finding in the review queue. A missing label or one
// that names another offence misses trafficking as well.
func priority(f *Finding) int {
	a := &f.Assessment
	switch {
	case missesTrafficking(f.Label, a) && a.Element(VictimChild).State == Present:
		return MissedChild
	case missesTrafficking(f.Label, a):
		return MissedTrafficking
	case f.Kind == MislabelledAsTrafficking,
		f.Kind == LabelNotSupported && f.Label != LabelSmuggling:
		return NotBorneOut
	case worthALook(f):
		return WorthALook
	}
	return NothingToReview
}

// missesTrafficking reports whether the record reads as trafficking and its
// label does not say so: the error that costs a victim protection.
func missesTrafficking(label Label, a *Assessment) bool {
	return a.Class.HasTrafficking() && label != LabelTrafficking && label != LabelBoth
}

func worthALook(f *Finding) bool {
	for _, flag := range f.Flags {
		switch flag {
		case InferredIllegalEntry, FrameworkSensitive, StigmatisingTerm:
		default:
			return true
		}
	}
	switch f.Kind {
	case Consistent:
		return f.Assessment.Undetermined
	case Unlabelled:
		// One kind of fact that points to trafficking stands in many a record of
		// everyday life; two seldom do.
		return f.Assessment.Class.HasSmuggling() || slices.Contains(f.Weights, TwoPointers) || slices.Contains(f.Weights, MorePointers)
	}
	return true
}
