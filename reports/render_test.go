package reports

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"palermo/pipeline/history/hold"
	"palermo/pipeline/source"
)

func saved(t *testing.T, dir string) *Saved {
	t.Helper()
	s, err := OpenRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A report that is made later has the bytes of the one that the run made.
func TestRenderedIsTheSame(t *testing.T) {
	dir := publish(t, append(mixed(), odd()), reject())
	out := filepath.Join(t.TempDir(), "again")
	if _, err := saved(t, dir).Render(t.Context(), Rendering{Formats: Formats(), Out: out}); err != nil {
		t.Fatal(err)
	}
	for _, file := range everything {
		if read(t, dir, file) != read(t, out, file) {
			t.Errorf("%s differs", file)
		}
	}
}

// Render waits for a folder as it is told to, and no longer than its context lets it.
func TestRenderClaimsItsFolder(t *testing.T) {
	dir, out := publish(t, mixed()), filepath.Join(t.TempDir(), "out")
	began := hold.Claim{Now: time.Date(2026, 3, 1, 9, 30, 0, 0, time.UTC)}
	held, err := Open(t.Context(), out, nil, Options{Claim: began})
	if err != nil {
		t.Fatal(err)
	}
	defer held.Abort()
	if _, err := saved(t, dir).Render(t.Context(), Rendering{Out: out}); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "since 2026-03-01T09:30:00Z") {
		t.Errorf("a folder that is held: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := saved(t, dir).Render(ctx, Rendering{Out: out, Claim: hold.Claim{Wait: time.Hour}}); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for it: %v", err)
	}
}

// A line of quarantine.csv is read back as it was, and one that is none is told.
func TestRejectsAreReadBack(t *testing.T) {
	want := source.Reject{
		Location: source.Location{File: "=a.csv", Sheet: "-S", Row: 4}, Outcome: source.Quarantined, Rows: 2, Reason: "+the row", Hint: "@mend",
	}
	dir := publish(t, mixed(), want)
	s := saved(t, dir)
	var got []source.Reject
	each := func(r source.Reject) error {
		got = append(got, r)
		return nil
	}
	if err := s.eachReject(each); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]source.Reject{want}, got); diff != "" {
		t.Error(diff)
	}
	name := filepath.Join(dir, quarantineFile)
	if err := os.WriteFile(name, []byte(strings.Replace(read(t, dir, quarantineFile), ",4,", ",four,", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.eachReject(each); err == nil || !strings.Contains(err.Error(), quarantineFile) {
		t.Errorf("a row that is no number: %v", err)
	}
}

func TestRenderAddsToTheRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	set, err := Open(t.Context(), dir, []string{"jsonl"}, options())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range mixed() {
		if err := set.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := set.Close(runOf(mixed())); err != nil {
		t.Fatal(err)
	}
	before := read(t, dir, findingsFile)
	if _, err := saved(t, dir).Render(t.Context(), Rendering{Formats: []string{"html", "markdown"}, Lang: "es"}); err != nil {
		t.Fatal(err)
	}
	if read(t, dir, findingsFile) != before || !strings.Contains(read(t, dir, "summary.md"), "indican tráfico de migrantes") {
		t.Error("the run changed, or the summary is not in Spanish")
	}
	s := saved(t, dir) // the manifest vouches for old and new
	for _, file := range []string{findingsFile, "report.html", "summary.md", summaryFile, packageFile} {
		if !s.has(file) {
			t.Errorf("the manifest does not name %s", file)
		}
	}
}

func TestRenderRefuses(t *testing.T) {
	if _, err := OpenRun(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no finished run") {
		t.Errorf("opened a folder without a run: %v", err)
	}
	dir := publish(t, mixed())
	name := filepath.Join(dir, findingsFile)
	if err := os.WriteFile(name, []byte(strings.Replace(read(t, dir, findingsFile), "trafficking", "smuggling", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenRun(dir); err == nil || !strings.Contains(err.Error(), "not the file that the run wrote") {
		t.Errorf("took changed findings: %v", err)
	}
	if _, err := saved(t, shared(t, many(5))).Render(t.Context(), Rendering{Formats: []string{"csv"}}); err == nil {
		t.Error("made a report of a shareable run")
	}
}

func TestShareableOfASavedRun(t *testing.T) {
	dir := publish(t, many(40))
	out := filepath.Join(t.TempDir(), "shared")
	if _, err := saved(t, dir).Render(t.Context(), Rendering{Formats: Formats(), Out: out, Shareable: key()}); err != nil {
		t.Fatal(err)
	}
	direct := shared(t, many(40))
	if read(t, out, "findings.csv") != read(t, direct, "findings.csv") {
		t.Error("a saved run and a fresh one share other rows")
	}
	if _, err := saved(t, dir).Render(t.Context(), Rendering{Formats: Formats(), Shareable: key()}); err == nil {
		t.Error("wrote a shareable report into a restricted run")
	}
}

func TestTemplate(t *testing.T) {
	s := saved(t, publish(t, mixed(), reject()))
	for _, c := range []struct{ text, want string }{
		{`{{.Summary.records}} of {{.Manifest.ledger.total.in}}`, "8 of 9"},
		{`{{range .Findings}}{{.record_id}} {{.assessed_class}};{{end}}`, "C-001 trafficking;C-002 smuggling;"},
		{`{{range .Findings}}{{join "," .flags}}|{{break}}{{end}}`, "conflated_terms|"},
		{`{{with index .Summary.rates 0}}{{percent .rate}}{{end}}`, "50.0%"},
		{`{{range .Cases}}{{.case_id}}: {{.state}}{{end}}`, "C-001: labels_disagree"},
		{`{{range .Codebook.indicators}}{{.id}}{{end}}`, "confinement"},
		{`{{cell "=1"}}`, "'=1"},
	} {
		var out bytes.Buffer
		if err := s.Fill(&out, "own", c.text); err != nil || !strings.HasPrefix(out.String(), c.want) {
			t.Errorf("%s: %q, %v, want %q", c.text, out.String(), err, c.want)
		}
	}
	var out bytes.Buffer
	if err := s.Fill(&out, "docs/reports.md", documented(t)); err != nil || !strings.Contains(out.String(),
		"over_labelling: 1 of 2 records labelled trafficking that can be determined, 50.0%\n") ||
		!strings.Contains(out.String(), "C-001: mislabelled_as_smuggling (conflated_terms)") || strings.Contains(out.String(), "C-003") {
		t.Errorf("the template of the documentation: %v, %s", err, out.String())
	}
	for _, bad := range []string{`{{.Nothing}}`, `{{range .Findings}}{{.narrative}}{{end}}`, `{{`} {
		if err := s.Fill(&bytes.Buffer{}, "own", bad); err == nil {
			t.Errorf("%s is no mistake", bad)
		}
	}
}

// documented is the template that the documentation shows.
func documented(t *testing.T) string {
	t.Helper()
	text := read(t, filepath.Join("..", "docs"), "reports.md")
	_, text, found := strings.Cut(text, "```\n{{range")
	text, _, too := strings.Cut(text, "```")
	if !found || !too {
		t.Fatal("no template in docs/reports.md")
	}
	return "{{range" + text
}
