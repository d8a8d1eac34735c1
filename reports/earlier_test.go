package reports

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// put writes a file of the folder anew, as a person does who works in it.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sealed is a run of the folder whose files are ready to be published.
func sealed(t *testing.T, dir string, formats ...string) *Set {
	t.Helper()
	s, err := Open(t.Context(), dir, formats, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Abort)
	if err := s.Seal(&Run{}); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAWorkbookThatSomebodyChangedIsPutAside(t *testing.T) {
	for what, nights := range map[string][]string{"written anew": {"xlsx", "xlsx"}, "not written any more": {"xlsx", "csv"}} {
		dir := publish(t, mixed())
		for i, format := range nights {
			work := fmt.Sprint("my decisions ", i)
			put(t, dir, Workbook, work)
			put(t, dir, "report.html", "scribbled on")
			s := sealed(t, dir, format)
			if err := s.Publish(); err != nil {
				t.Fatal(err)
			}
			if read(t, dir, s.Aside()) != work || !strings.HasPrefix(s.Aside(), "reconciliation.edited-") {
				t.Errorf("%s: %q was put aside as %q", what, work, s.Aside())
			}
			if info, err := os.Stat(filepath.Join(dir, s.Aside())); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: mode %v, %v", what, info.Mode(), err)
			}
		}
		if s := sealed(t, dir, nights[1]); s.Publish() != nil || s.Aside() != "" {
			t.Errorf("%s: what nobody changed was put aside as %q", what, s.Aside())
		}
		if aside, _ := filepath.Glob(filepath.Join(dir, "*.edited-*")); len(aside) != 2 {
			t.Errorf("%s: put aside: %v", what, aside)
		}
	}
}

// The same work may be put aside again; other work of the same name is never
// written over.
func TestWhatWasPutAsideStays(t *testing.T) {
	dir := publish(t, mixed())
	put(t, dir, Workbook, "my decisions")
	first := sealed(t, dir, "xlsx")
	if err := first.Publish(); err != nil {
		t.Fatal(err)
	}
	put(t, dir, first.Aside(), "went on here")
	put(t, dir, Workbook, "my decisions")
	again := sealed(t, dir, "xlsx")
	if err := again.Publish(); err != nil {
		t.Fatal(err)
	}
	if read(t, dir, first.Aside()) != "went on here" || read(t, dir, again.Aside()) != "my decisions" {
		t.Errorf("%s and %s", first.Aside(), again.Aside())
	}
}

// Reports that a run does not write go with the manifest that lists them, and
// nothing else does.
func TestReportsOfAnEarlierRunAreRemoved(t *testing.T) {
	dir := publish(t, mixed())
	put(t, dir, "notes.txt", "mine")
	put(t, dir, decisionsFile, "listed by no manifest")
	if err := sealed(t, dir, "csv").Publish(); err != nil {
		t.Fatal(err)
	}
	want := []string{codebookFile, packageFile, decisionsFile, "findings.csv", manifestFile, "notes.txt", quarantineFile, summaryFile}
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("left %v, want %v", got, want)
	}
}

// A run that is killed while it publishes leaves the next one what it needs to
// know, however often that happens.
func TestWhatAKilledRunKnewIsNotLost(t *testing.T) {
	dir := publish(t, mixed())
	for range 2 {
		s := sealed(t, dir, "xlsx")
		s.lock.Free() // the system frees it
		s.lock, s.partial = nil, ""
		if err := os.Remove(filepath.Join(dir, manifestFile)); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	s := sealed(t, dir, "csv")
	if err := s.Publish(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); s.Aside() != "" || slices.Contains(got, Workbook) || slices.Contains(got, "report.html") {
		t.Errorf("left %v, put aside %q", got, s.Aside())
	}
}
