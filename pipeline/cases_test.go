package pipeline

import "testing"

// Ids of one case are written in many ways; ids of two cases are never one.
func TestCaseIDsAreComparedByWhatTheyName(t *testing.T) {
	same := [][]string{
		{"CW-2019-014", "cw 2019 014", "CW/2019/014", "CW2019.014", "#CW - 2019_014 "},
		{"1-12", "1/12", "1 . 12"},
		{"A-12", "A12"},
	}
	for _, ids := range same {
		for _, id := range ids[1:] {
			if caseKey(id) != caseKey(ids[0]) {
				t.Errorf("%q and %q name one case", ids[0], id)
			}
		}
	}
	for _, ids := range [][2]string{{"1-12", "11-2"}, {"112", "1-12"}, {"2019/1-2", "2019/12"}, {"A1 2", "A12"}} {
		if caseKey(ids[0]) == caseKey(ids[1]) {
			t.Errorf("%q and %q name two cases", ids[0], ids[1])
		}
	}
	if key := caseKey(" - "); key != "" {
		t.Errorf("separators alone give the key %q", key)
	}
}
