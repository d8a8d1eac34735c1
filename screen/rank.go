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
	f.Priority = fw.priority(f)
}

// Redecide puts an assessment by this framework in the place of the one that a
// finding has, with what follows from it: the kind, the rank, and the flags that
// need neither the label nor the words of the record, which a saved finding lacks.
func (fw *Framework) Redecide(f *Finding, a Assessment) {
	f.Assessment = a
	if f.Reading.Coverage.Screened {
		f.Kind = Compare(f.Label, a.Class)
	}
	before := f.Flags
	f.Flags = nil
	for _, flag := range Flags() {
		switch flag {
		case ConflictingFacts, InferredIllegalEntry, AgeUncertain:
			if follows(f, flag) {
				f.Flags = append(f.Flags, flag)
			}
		default:
			if slices.Contains(before, flag) {
				f.Flags = append(f.Flags, flag)
			}
		}
	}
	fw.Rank(f)
}

// priority is the place of a finding in the review queue. A missing label or one
// that names another offence misses trafficking as well.
func (fw *Framework) priority(f *Finding) int {
	a := &f.Assessment
	switch {
	case missesTrafficking(f.Label, a) && a.Element(VictimChild).State == Present:
		return MissedChild
	case missesTrafficking(f.Label, a):
		return MissedTrafficking
	case f.Kind == MislabelledAsTrafficking,
		f.Kind == LabelNotSupported && f.Label != LabelSmuggling:
		return NotBorneOut
	case fw.worthALook(f):
		return WorthALook
	}
	return NothingToReview
}

// missesTrafficking reports whether the record reads as trafficking and its
// label does not say so: the error that costs a victim protection.
func missesTrafficking(label Label, a *Assessment) bool {
	return a.Class.HasTrafficking() && label != LabelTrafficking && label != LabelBoth
}

// pointersWorthALook is from how many kinds of facts that point to trafficking on an
// undecided record is looked at whose label is of neither crime. One is found in many
// ordinary records; two seldom are.
const pointersWorthALook = 2

func (fw *Framework) worthALook(f *Finding) bool {
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
		return f.Assessment.Class.HasSmuggling() || fw.pointers(f) >= pointersWorthALook
	}
	return true
}
