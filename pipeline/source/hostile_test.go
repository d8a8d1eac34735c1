package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const hostile = "../../fixtures/hostile"

// allTraps are all hostile files.
func allTraps(t testing.TB) []trap {
	return append(append(tableTraps(), reportTraps()...), binaryTraps(t)...)
}

// Every hostile file gives what its README says. With PALERMO_WRITE_HOSTILE set
// the files and the README are written anew, to be looked at before they are
// committed.
func TestHostileFiles(t *testing.T) {
	traps := allTraps(t)
	if os.Getenv("PALERMO_WRITE_HOSTILE") != "" {
		writeHostile(t, traps)
	}
	readme, err := os.ReadFile(filepath.Join(hostile, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]bool{}
	for line := range strings.SplitSeq(string(readme), "\n") {
		lines[line] = true
	}
	tools := &Tools{interpret: true}
	defer tools.Close()
	for _, trap := range traps {
		path := filepath.Join(hostile, trap.file)
		if line := readmeLine(trap, gives(path, tools)); !lines[line] {
			t.Errorf("README.md does not say:\n%s", line)
		}
	}
	entries, err := os.ReadDir(hostile)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(traps)+1 {
		t.Errorf("%d files stand in %s, and %d are told of", len(entries)-1, hostile, len(traps))
	}
}

func readmeLine(trap trap, gives string) string {
	return fmt.Sprintf("| `%s` | %s | %s |", trap.file, trap.what, gives)
}

// gives says what becomes of a file, in the words of the README.
func gives(path string, tools *Tools) string {
	got, err := tryFile(path, Options{Tools: tools})
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	add(len(got.records), "read")
	reasons := map[Outcome][]string{}
	rows := map[Outcome]int{}
	for _, r := range got.rejects {
		rows[r.Outcome] += r.Rows
		reason := r.Reason
		if len(reasons[r.Outcome]) == 0 || reasons[r.Outcome][len(reasons[r.Outcome])-1] != reason {
			reasons[r.Outcome] = append(reasons[r.Outcome], reason)
		}
	}
	for _, outcome := range []Outcome{Quarantined, Skipped} {
		if len(reasons[outcome]) > 0 {
			parts = append(parts, fmt.Sprintf("%d %s (%s)", rows[outcome], outcome, strings.Join(reasons[outcome], "; ")))
		}
	}
	problems := map[string]bool{}
	for _, r := range got.records {
		for _, p := range r.Problems {
			if !problems[p] {
				problems[p] = true
				parts = append(parts, "says: "+p)
			}
		}
	}
	if err != nil {
		parts = append(parts, "refused: "+strings.SplitN(Quarantine(path, err).Reason, "\n", 2)[0])
	}
	if len(parts) == 0 {
		parts = []string{"a table without rows"}
	}
	return strings.ReplaceAll(strings.Join(parts, "; "), "|", "\\|")
}

func writeHostile(t *testing.T, traps []trap) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`# Hostile files

Everything here is invented. Each file holds one trap that case logs and reports lay for the program that reads them. The
last column says what becomes of it: how many records are read, what is quarantined or skipped and why, what the records
say of themselves, or why the file is refused. A test reads every file and holds this table to what it finds.

` + "`PALERMO_WRITE_HOSTILE=1 go test -run TestHostileFiles ./pipeline/source`" + ` writes the files and this table.

| file | trap | gives |
|---|---|---|
`)
	tools := &Tools{interpret: true}
	defer tools.Close()
	for _, trap := range traps {
		path := filepath.Join(hostile, trap.file)
		if err := os.MkdirAll(hostile, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(trap.content), 0o644); err != nil {
			t.Fatal(err)
		}
		b.WriteString(readmeLine(trap, gives(path, tools)) + "\n")
	}
	if err := os.WriteFile(filepath.Join(hostile, "README.md"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What is read of the hostile files is right, and not only how much of it.
func TestHostileContents(t *testing.T) {
	tests := []struct{ file, label, date, id, within string }{
		{"bom.csv", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"utf16le.csv", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"utf16be_unmarked.csv", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"utf32le.csv", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"utf32be_unmarked.csv", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"commas.txt", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"semicolons.txt", "Tráfico de migrantes", "2019-01-02", "E-1", "guía cobró"},
		{"utf16.txt", "Smuggling", "2019-01-02", "A-1", "the driver took 3 men"},
		{"commas_told.txt", "", "", "", "Case summary, unit north, 2019\nThe driver, a man"},
		{"dates_impossible.csv", "Smuggling", "2019-02-31", "A-1", "the driver"},
		{"dates_said.csv", "Smuggling", "2019-04-03", "A-1", "the driver"},
		{"marked_up.md", "", "", "MP-19-4", "The driver took four men over\nthe river by night. "},
		{"month_headings.csv", "Smuggling", "", "A-1", "the driver"},
		{"report_footer.csv", "Trafficking", "2021-02-25", "00001001", "the driver"},
		{"footnotes.csv", "Smuggling", "2019-01-02", "A-1", "the driver"},
		{"numbered_years.csv", "Traite", "2021-11-13", "1/2021", "the driver"},
		{"two_ids.csv", "Smuggling", "2021-03-01", "K-1", "the driver"},
		{"list_schema.csv", "Smuggling", "2019-01-02", "A-1", "the driver"},
		{"envelope.json", "Smuggling", "", "A-1", "the driver"},
		{"features.json", "Smuggling", "", "A-1", "the driver"},
		{"one_case.json", "Smuggling", "", "A-1", "the driver"},
		{"cp1252.csv", "Tráfico de migrantes", "2019-01-02", "E-1", "guía cobró 2.000 dólares por cruzar de noche a la señora"},
		{"stray_bytes.csv", "Tráfico de migrantes", "2019-01-02", "E-1", "guía cobró"},
		{"c1_controls.csv", "Tráfico de migrantes", "2019-01-02", "E-1", "guía cobró"},
		{"cr_only.csv", "Smuggling", "2019-01-02", "A-1", "the driver took"},
		{"quoted_newlines.csv", "Smuggling", "2019-01-02", "A-1", "river\nA-9,Smuggling,2019-01-09,not a row\n by night"},
		{"doubled_headers.csv", "Smuggling; Trafficking", "", "A-1", "the driver took"},
		{"html_cells.csv", "Smuggling", "2019-01-02", "A-1", "The driver’s brother took four men over the river.\n\nEach paid"},
		{"dates_day_first.csv", "Smuggling", "2019-04-03", "A-1", "the driver"},
		{"dates_ambiguous.csv", "Smuggling", "03/04/2019", "A-1", "the driver"},
		{"stacked_dated.csv", "Smuggling", "2019-01-02", "A-1", "the driver"},
		{"three_row_header.csv", "Smuggling", "2019-01-02", "A-1", "the driver"},
		{"units_row.csv", "Trata", "2019-01-25", "E-1", "the driver"},
		{"survey_ids_row.csv", "Smuggling", "2019-01-02", "R_1aB", "the driver"},
		{"table_named.xls", "Smuggling", "", "A-1", "the driver"},
		{"nested.jsonl", "Smuggling", "", "12345678901234567890", "for each of them.\n\nOn day 2"},
		{"merged.xlsx", "Smuggling", "2019-02-04", "A-1", "the driver"},
		{"dates1904.xlsx", "Smuggling", "2023-02-05", "A-1", "the driver"},
		{"long_ids.xlsx", "Smuggling", "2019-02-04", "20190000001234", "the driver"},
		{"rich_text.xlsx", "Smuggling", "2019-02-04", "A-1", "men over the river by night"},
		{"page_furniture.txt", "", "", "MP-19-4", "bank of the"},
		{"folder.mbox", "", "2019-03-04", "", "by night.\n\nFrom the bank they walked.\nFrom there a car took them"},
		{"mail.eml", "", "2019-03-04", "", "Cada uno le pagó 400 dólares."},
		{"case_in_text.html", "", "", "", "over the river by night.\n\nEach had paid him"},
		{"form.docx", "", "", "MP-19-4", "The driver took four men over the river.\n\nEach paid 400 dollars.\n\n\n\nBy night."},
		{"tracked.docx", "", "", "", "men over the river by night."},
		{"text.pdf", "", "", "", "kept the passport of one"},
	}
	tools := &Tools{interpret: true}
	defer tools.Close()
	for _, tt := range tests {
		got := readFile(t, filepath.Join(hostile, tt.file), Options{Tools: tools})
		if len(got.records) == 0 {
			t.Errorf("%s: nothing is read", tt.file)
			continue
		}
		r := got.records[0]
		if r.Label != tt.label || r.Date != tt.date || r.CaseID != tt.id || !strings.Contains(r.narrative(), tt.within) {
			t.Errorf("%s: label %q, date %q, id %q, narrative %q", tt.file, r.Label, r.Date, r.CaseID, r.narrative())
		}
	}
}
