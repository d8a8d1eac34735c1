package screen

import (
	"slices"
	"strings"
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

// A table that speaks of no law that there is, or of a class that there is not, is refused.
func TestDifferencesRefuse(t *testing.T) {
	for name, classes := range map[string]string{
		"unknown framework": "{un: [trafficking], uk: [trafficking]}", "unknown class": "{un: [slavery]}", "no list": "{un: some}",
	} {
		if _, err := parseDifferences([]byte("version: \"1\"\nrows:\n  - id: F01\n    classes: " + classes + "\n")); err == nil {
			t.Errorf("%s is let through", name)
		}
	}
	_, err := parseDifferences([]byte("version: \"1\"\nrows:\n  - id: F01\n    classes: {uk: [trafficking]}\n"))
	if err == nil || !strings.Contains(err.Error(), "F01") || !strings.Contains(err.Error(), "uk") {
		t.Errorf("%v does not name the row and the framework", err)
	}
	d, err := parseDifferences([]byte("version: \"1\"\nrows:\n  - id: F01\n    classes: {un: any, us: [smuggling]}\n"))
	if err != nil || d.Rows[0].Classes("un") != nil || !slices.Equal(d.Rows[0].Classes("us"), []Class{Smuggling}) || d.Rows[0].Classes("eu") != nil {
		t.Errorf("%+v, %v", d, err)
	}
}
