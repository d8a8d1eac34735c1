package reports

import (
	"testing"

	"palermo/pipeline/history"
)

// Everything that an entry lacks is told at once.
func TestLacking(t *testing.T) {
	for want, d := range map[string]history.Decision{
		"": {Verdict: history.Agree, Author: "R. Ojeda", Reason: "seen the file"},
		"no known verdict (choose one of the list), no reason": {Author: "R. Ojeda"},
		"no reviewer, no reason":                               {Verdict: history.Agree},
	} {
		if got := lacking(&d); got != want {
			t.Errorf("%+v lacks %q, want %q", d, got, want)
		}
	}
}
