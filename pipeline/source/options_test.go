package source

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// A sheet that the plan wants by its name is read, whatever is said of its file.
func TestSheetsGoBeforeFiles(t *testing.T) {
	header := []any{"case id", "offence", "narrative"}
	book := makeBook(t, [][]any{header, {"A-1", "Smuggling", told(1)}}, func(f *excelize.File) {
		for _, name := range []string{"Cases", "Notes"} {
			_, err := f.NewSheet(name)
			must(t, err)
			must(t, f.SetSheetRow(name, "A1", &header))
			must(t, f.SetSheetRow(name, "A2", &[]any{name, "Smuggling", told(2)}))
		}
	})
	page := "<table><tr><td>case id<td>narrative<tr><td>A-1<td>" + told(1) + "</table><table><tr><td>case id<td>narrative<tr><td>Cases<td>" + told(2) + "</table>"
	all := TablePlan{File: "log.*", Skip: true}
	tests := []struct {
		name, file, content string
		tables              []TablePlan
		want                []string // ids
	}{
		{"file left out, sheet wanted", "log.xlsx", book, []TablePlan{all, {File: "log.xlsx", Sheet: "Cases"}}, []string{"Cases"}},
		{"sheet wanted, file left out", "log.xlsx", book, []TablePlan{{Sheet: "Cases"}, all}, []string{"Cases"}},
		{"sheet left out, file wanted", "log.xlsx", book, []TablePlan{{File: "log.xlsx"}, {Sheet: "Cases", Skip: true}}, []string{"A-1", "Notes"}},
		{"file left out", "log.xlsx", book, []TablePlan{all}, nil},
		{"both left out", "log.xlsx", book, []TablePlan{all, {Sheet: "Cases", Skip: true}}, nil},
		{"a table has no sheets", "log.csv", "case id,narrative\nA-1,x\n", []TablePlan{all, {Sheet: "Cases"}}, nil},
		{"table of a page", "log.xls", page, []TablePlan{all, {Sheet: "table 2"}}, []string{"Cases"}},
	}
	for _, tt := range tests {
		got := readFile(t, write(t, tt.file, tt.content), Options{Tables: tt.tables})
		var ids []string
		for _, r := range got.records {
			ids = append(ids, r.CaseID)
		}
		if len(ids) != len(tt.want) {
			t.Errorf("%s: %v is read, want %v", tt.name, ids, tt.want)
			continue
		}
		for i := range ids {
			if ids[i] != tt.want[i] {
				t.Errorf("%s: %v is read, want %v", tt.name, ids, tt.want)
			}
		}
	}
}

// A header that was renamed under a plan is told, and takes no row with it.
func TestColumnsOfThePlanThatAreMissing(t *testing.T) {
	plan := TablePlan{Columns: map[Role][]string{RoleLabel: {"Delitoo"}, RoleNarrative: {"Hechos", "Relato"}, RoleDate: {"When"}}}
	got := readFile(t, write(t, "log.csv", "Delito,Relato\ntrata,"+told(1)+"\n"), Options{Tables: []TablePlan{plan}})
	if len(got.records) != 1 || len(got.rejects) != 1 {
		t.Fatalf("%d records, %+v", len(got.records), got.rejects)
	}
	r := got.rejects[0]
	if r.Outcome != Quarantined || r.Rows != 0 || r.Row != 1 || r.Reason != "lacks the column that the plan names as the label: Delitoo" {
		t.Errorf("%+v", r)
	}
}
