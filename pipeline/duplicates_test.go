package pipeline

import (
	"strings"
	"testing"

	"palermo/pipeline/source"
)

// What becomes of a text that was met before, by what the record says beside it.
func TestTextsThatAreToldAgain(t *testing.T) {
	text := strings.Repeat("The driver took four men over the river by night. ", 3)
	tests := []struct{ file, caseID, label, want string }{
		{"a", "A-1", "Smuggling", "counted"},
		{"a", "A-1", "Smuggling", "left out"},
		{"b", "", "", "left out"},
		{"a", "A-2", "Smuggling", "listed"},
		{"a", "A-2", "smuggling", "left out"},
		{"a", "A-3", "", "listed"},
		{"a", "A-1", "Trafficking", "counted"},
		{"a", "A-4", "Trafficking", "listed"},
		{"a", "A-5", "Smuggling", "listed"},
	}
	seen := newDuplicates()
	for i, tt := range tests {
		item := seen.pass(source.Item{Record: &source.Record{
			Location: source.Location{File: tt.file, Row: i + 2}, CaseID: tt.caseID, Label: tt.label,
			Fields: []source.Field{{Name: "narrative", Role: source.RoleNarrative, Value: text}},
		}})
		got := "left out"
		if item.Record != nil && item.Record.Repeated {
			got = "listed"
		} else if item.Record != nil {
			got = "counted"
		}
		if got != tt.want {
			t.Errorf("%d: case %q, label %q is %s, want %s", i, tt.caseID, tt.label, got, tt.want)
		}
	}
}
