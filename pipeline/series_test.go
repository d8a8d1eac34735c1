package pipeline

import (
	"os"
	"path/filepath"
	"testing"

	"palermo/pipeline/history"
)

// However a path is written and wherever the run starts, it is the same series.
func TestSeriesOf(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	at := filepath.ToSlash(here)
	for _, c := range []struct {
		what, plan string
		inputs     []string
		known      []history.Series
		want       string
	}{
		{"plain", "", []string{"c"}, nil, at + "/c (un)"},
		{"with a slash", "", []string{"c/"}, nil, at + "/c (un)"},
		{"with a dot", "", []string{"./c"}, nil, at + "/c (un)"},
		{"from the root", "", []string{filepath.Join(here, "x", "..", "c")}, nil, at + "/c (un)"},
		{"a pattern", "", []string{"./c/*.csv"}, nil, at + "/c/*.csv (un)"},
		{"several", "", []string{"d", "./c", "c"}, nil, at + "/c " + at + "/d (un)"},
		{"standard input", "", []string{"-"}, nil, "- (un)"},
		{"a plan", "./palermo.yaml", []string{"c"}, nil, at + "/palermo.yaml (un)"},
		{"an old name", "", []string{"c"}, []history.Series{"c (un)"}, "c (un)"},
		{"an old name for another writing", "", []string{"./c/"}, []history.Series{"c (un)", "d (un)"}, "c (un)"},
		{"the old name of this writing", "", []string{"./c"}, []history.Series{"./c (un)", "c (un)"}, "./c (un)"},
		{"an old name under another framework", "", []string{"c"}, []history.Series{"c (us)"}, at + "/c (un)"},
		{"old names of several", "", []string{"./c", "d"}, []history.Series{"d c (un)"}, "d c (un)"},
		{"a name with a blank", "", []string{"a b"}, []history.Series{history.Series(at + "/a b (un)")}, at + "/a b (un)"},
	} {
		if got := SeriesOf(c.plan, "un", c.inputs, c.known); string(got) != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
