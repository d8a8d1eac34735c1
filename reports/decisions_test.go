package reports

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline/history"
	"palermo/screen"
)

// known is a finding that changed and that a reviewer decided about.
type known struct{ ruling *history.Ruling }

func (known) Mark() *history.Mark {
	return &history.Mark{State: history.Updated, Causes: []string{"pack/en"}, Since: 3}
}

func (k known) Ruling() *history.Ruling { return k.ruling }

// expired is a decision that counts no more, on no record of the run.
func expired() history.Ruling {
	return history.Ruling{Force: history.Expired, Decision: history.Decision{
		Record: "A-2", Verdict: history.Agree, Author: "Reviewer Reyes", Reason: "seen it", Date: "2025-01-02", Expires: "2025-06-01", Finding: screen.Consistent,
	}}
}

func decidedRun(t *testing.T, dir string, o Options) {
	t.Helper()
	d := &history.Ruling{Force: history.Waiting}
	d.Record, d.Verdict, d.Author, d.Reason, d.Date = "A-1", history.LabelRight, "Reviewer Ruiz", "=known from the file", "2026-01-02"
	d.Others = []history.Decision{{Verdict: history.BothCrimes, Author: "Reviewer Rojas", Reason: "told so", Date: "2026-01-03"}}
	o.Past, o.Reviewed = known{d}, true
	s, err := Open(t.Context(), dir, Formats(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	var run Run
	for _, f := range many(40) {
		run.Totals.Add(f)
		if err := s.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	run.Rulings = []history.Ruling{*d, expired()}
	if err := s.Close(&run); err != nil {
		t.Fatal(err)
	}
}

func TestDecisionsInEveryReport(t *testing.T) {
	dir := t.TempDir()
	decidedRun(t, dir, Options{Lang: "es"})
	for file, want := range map[string]string{
		findingsFile:   `"history":{"state":"updated","causes":["pack/en"],"since_run":3},"review":{"decision":"label_is_right","force":"waiting"`,
		"findings.csv": ",updated,pack/en,,label_is_right,waiting,Reviewer Ruiz,'=known from the file",
		"report.html":  "Decisión de Reviewer Ruiz: La etiqueta es correcta. =known from the file Decisión de Reviewer Rojas: Ambos delitos. told so",
		decisionsFile:  "Reviewer Ruiz",
		summaryFile:    `"waiting": 1`,
	} {
		if !strings.Contains(read(t, dir, file), want) {
			t.Errorf("%s does not say %s", file, want)
		}
	}
	schema := schemaOf(t)
	for _, line := range strings.Split(strings.TrimSpace(read(t, dir, findingsFile)), "\n") {
		if err := valid(schema, line); err != nil {
			t.Fatal(err)
		}
	}
}

// Decisions that do not count stand beside those that do, where people read: in a
// sheet of the workbook and in a section of the page. Everybody is named.
func TestDecisionsThatDoNotCountAreSeen(t *testing.T) {
	dir := t.TempDir()
	decidedRun(t, dir, Options{})
	f := opened(t, dir)
	rows, err := f.GetRows("Decisions")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Force", "Record", "Finding", "Decided", "Reviewer", "Reason", "Date", "Expires", "Written in"},
		{"waiting for a second person", "A-1", "", "The label is right", "Reviewer Ruiz", "'=known from the file", "2026-01-02"},
		{"expired", "A-2", "Label and facts agree", "Agree with the finding", "Reviewer Reyes", "seen it", "2025-01-02", "2025-06-01"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("sheet Decisions (-want +got):\n%s", diff)
	}
	for file, texts := range map[string][]string{
		"report.html":  {">expired</td>", "Reviewer Reyes", ">waiting for a second person</td>"},
		"findings.csv": {"Reviewer Rojas: both_crimes, told so"},
		findingsFile:   {`"others":[{"decision":"both_crimes","reason":"told so","author":"Reviewer Rojas","date":"2026-01-03"}]`},
	} {
		for _, text := range texts {
			if !strings.Contains(read(t, dir, file), text) {
				t.Errorf("%s does not say %s", file, text)
			}
		}
	}
}

// A saved run knows its decisions, and rendering it again gives the same files.
func TestDecisionsAreRenderedAgain(t *testing.T) {
	dir, again := t.TempDir(), t.TempDir()
	decidedRun(t, dir, Options{})
	saved, err := OpenRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := saved.Render(context.Background(), Rendering{Formats: Formats(), Out: again}); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{findingsFile, "findings.csv", "report.html", decisionsFile, summaryFile} {
		if diff := cmp.Diff(read(t, dir, file), read(t, again, file)); diff != "" {
			t.Errorf("%s (-run +rendered):\n%s", file, diff)
		}
	}
}

func TestDecisionsAreNotShared(t *testing.T) {
	dir := t.TempDir()
	decidedRun(t, dir, Options{Shareable: &Shareable{Key: []byte(strings.Repeat("k", 32)), Floor: DefaultFloor}})
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text := readable(t, dir, filepath.Base(file))
		for _, leak := range []string{"Ruiz", "Rojas", "Reyes", "known from the file", `"history":{"state"`, "label_is_right,"} {
			if strings.Contains(text, leak) {
				t.Errorf("%s says %s", filepath.Base(file), leak)
			}
		}
	}
	if strings.Contains(strings.Join(files, " "), decisionsFile) {
		t.Error("decisions.csv is shared")
	}
}
