package reports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"palermo/screen"
)

// TestFrameworksThatDiffer looks for a difference in the workbook and in the table.
func TestFrameworksThatDiffer(t *testing.T) {
	f := missed(1)
	f.Elsewhere = []screen.Elsewhere{{
		Assessment: screen.Assessment{Framework: "us", Class: screen.NeitherOtherOffence, Decision: "open"}, Row: "F02", Why: "=not in the list",
	}}
	dir := publish(t, []*screen.Finding{f})
	want := [][]string{
		{"Framework", "Reads as", "Reads there as", "Row of the table", "Why", "Records"},
		{"us", "Trafficking in persons", "Neither (other offence)", "F02", "'=not in the list", "1"},
	}
	if diff := cmp.Diff(want, sheets(t, dir)["Frameworks"]); diff != "" {
		t.Errorf("sheet (-want +got):\n%s", diff)
	}
	if table := read(t, dir, "findings.csv"); !strings.Contains(table, ",us:neither_other_offence (F02),") {
		t.Error(table)
	}
}
