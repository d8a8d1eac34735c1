package reports

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"palermo/extract"
)

// What was written is read back: a finding explained later is the same finding.
func TestReadFinding(t *testing.T) {
	wrote := missed(1)
	got, err := readFinding(strings.NewReader(jsonLines(t, missed(2), wrote)), wrote.RecordID)
	if err != nil {
		t.Fatal(err)
	}
	unplaced := cmp.Transformer("unplaced", func(c extract.Cue) string { return c.Layer + ": " + c.Quote })
	if diff := cmp.Diff(wrote.Reading.Evidence, got.Reading.Evidence, unplaced, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(extract.Span{}, "Field")); diff != "" {
		t.Errorf("evidence (-wrote +read):\n%s", diff)
	}
	if got.Kind != wrote.Kind || got.Label != wrote.Label || got.RecordID != wrote.RecordID {
		t.Errorf("read %+v", got)
	}
}

func TestReadFindingByCase(t *testing.T) {
	wrote := missed(1)
	wrote.RecordID = "other"
	lines := jsonLines(t, wrote)
	if f, err := readFinding(strings.NewReader(lines), wrote.Reading.Record.CaseID); err != nil || f.RecordID != "other" {
		t.Errorf("by case: %v, %v", f, err)
	}
	if _, err := readFinding(strings.NewReader(lines), "nowhere"); !errors.Is(err, ErrNoFinding) {
		t.Errorf("nowhere: %v", err)
	}
	if _, err := readFinding(strings.NewReader("{nowhere"), "nowhere"); err == nil || errors.Is(err, ErrNoFinding) {
		t.Errorf("a broken line: %v", err)
	}
}
