package screen

// Compare holds a recorded label against the class that the facts read as.
//
// A record labelled both that reads as smuggling only is over-labelled as
// trafficking. One that reads as trafficking only is consistent: nothing that
// protects a person is missing, and silence about a border denies nothing.
// What could not be determined is never called mislabelled.
func Compare(label Label, class Class) Kind {
	switch {
	case label == LabelNone || label == LabelOther:
		return Unlabelled
	case class == InsufficientInformation:
		return CannotDetermine
	case class == NotACase:
		return NotACaseRecord
	case class == NeitherOtherOffence:
		return LabelNotSupported
	}
	switch label {
	case LabelTrafficking:
		return compareTrafficking(class)
	case LabelSmuggling:
		return compareSmuggling(class)
	}
	if !class.HasTrafficking() {
		return MislabelledAsTrafficking
	}
	return Consistent
}

func compareTrafficking(class Class) Kind {
	switch {
	case !class.HasTrafficking():
		return MislabelledAsTrafficking
	case class.HasSmuggling():
		return IncompleteLabelMissingSmuggling
	}
	return Consistent
}

func compareSmuggling(class Class) Kind {
	switch {
	case !class.HasSmuggling():
		return MislabelledAsSmuggling
	case class.HasTrafficking():
		return IncompleteLabelMissingTrafficking
	}
	return Consistent
}

// missesTrafficking reports whether the record reads as trafficking and its
// label does not say so: the error that costs a victim protection.
func missesTrafficking(label Label, a *Assessment) bool {
	return a.Class.HasTrafficking() && label != LabelTrafficking && label != LabelBoth
}

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

// priority is the place of a finding in the review queue. A missing label or one that names another offence misses trafficking as well.
// Records of one priority are ordered by harm.
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
		return f.Assessment.Class.HasSmuggling()
	}
	return true
}
