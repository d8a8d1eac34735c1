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
