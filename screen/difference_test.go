package screen

import (
	"slices"
	"testing"
)

// TestSameFactsOtherLaw holds every framework against the table of facts whose
// reading is known under each.
func TestSameFactsOtherLaw(t *testing.T) {
	table, err := LoadDifferences()
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 37 {
		t.Errorf("%d rows, want 37", len(table.Rows))
	}
	all, tell := frameworks(t), newTeller(t)
	for _, row := range table.Rows {
		for id, fw := range all {
			t.Run(row.ID+" "+id, func(t *testing.T) {
				r := tell.reading(t, "", row.Told)
				a := fw.Assess(&r)
				if want := row.Classes(id); len(want) > 0 && !slices.Contains(want, a.Class) {
					t.Errorf("%s: reads as %s by %s, want %v", row.Facts, a.Class, a.Decision, want)
				}
			})
		}
	}
}
