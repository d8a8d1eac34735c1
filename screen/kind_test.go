package screen

import "testing"

func TestCompare(t *testing.T) {
	// One line for each label, in the order of Classes.
	want := map[Label][7]Kind{
		LabelTrafficking: {
			Consistent, MislabelledAsTrafficking, MislabelledAsTrafficking, IncompleteLabelMissingSmuggling,
			LabelNotSupported, CannotDetermine, NotACaseRecord,
		},
		LabelSmuggling: {
			MislabelledAsSmuggling, Consistent, Consistent, IncompleteLabelMissingTrafficking,
			LabelNotSupported, CannotDetermine, NotACaseRecord,
		},
		LabelBoth: {
			Consistent, MislabelledAsTrafficking, MislabelledAsTrafficking, Consistent,
			LabelNotSupported, CannotDetermine, NotACaseRecord,
		},
		LabelOther: {Unlabelled, Unlabelled, Unlabelled, Unlabelled, Unlabelled, Unlabelled, Unlabelled},
		LabelNone:  {Unlabelled, Unlabelled, Unlabelled, Unlabelled, Unlabelled, Unlabelled, Unlabelled},
	}
	for _, label := range Labels() {
		for i, class := range Classes() {
			if got := Compare(label, class); got != want[label][i] {
				t.Errorf("recorded as %s, reads as %s: %s, want %s", label, class, got, want[label][i])
			}
		}
	}
}
