package reports

import (
	"strings"
	"testing"

	"palermo/pipeline/source"
	"palermo/screen"
)

// Every wire value has words of its own: a new one must not reach a reader as
// its wire name.
func TestEveryValueHasATitle(t *testing.T) {
	titled(t, screen.Kinds(), KindTitle)
	titled(t, columns(), classTitle)
	titled(t, screen.Labels(), labelTitle)
	titled(t, screen.Flags(), flagTitle)
	titled(t, screen.Elements(), elementTitle)
	titled(t, caseStates(), caseStateTitle)
	titled(t, []source.Outcome{source.Quarantined, source.Skipped, source.Duplicate}, outcomeTitle)
}

func titled[T ~string](t *testing.T, values []T, title func(T) string) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range values {
		words := title(v)
		if words == "" || words == plain(string(v)) {
			t.Errorf("%q has no title", v)
		}
		if seen[words] {
			t.Errorf("%q has the title of another value: %q", v, words)
		}
		seen[words] = true
	}
	if got := title("new_value"); got != "new value" {
		t.Errorf("an unknown value reads %q", got)
	}
}

func TestWordsAccuseNobody(t *testing.T) {
	var all []string
	for _, k := range screen.Kinds() {
		all = append(all, KindTitle(k))
	}
	all = append(append(append(all, method()...), limits()...), caution)
	all = append(all, headlines(&Counts{})...)
	for _, text := range all {
		for _, word := range []string{"is a trafficker", "is a smuggler", "is a victim", "guilty", "illegals", "verdict"} {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%q says %q", text, word)
			}
		}
	}
}

func TestDecisionsFitADropDown(t *testing.T) {
	if n := len(strings.Join(ReviewDecisions(), ",")); n > 255 {
		t.Errorf("list of %d characters, a workbook takes 255", n)
	}
	for _, d := range ReviewDecisions() {
		if strings.Contains(d, ",") {
			t.Errorf("%q would be two entries", d)
		}
	}
}
