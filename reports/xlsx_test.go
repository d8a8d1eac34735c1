package reports

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"palermo/pipeline/history"
	"palermo/screen"
)

func opened(t testing.TB, dir string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(dir, "reconciliation.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// sheets reads a whole workbook back.
func sheets(t testing.TB, dir string) map[string][][]string {
	t.Helper()
	f := opened(t, dir)
	all := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = rows
	}
	return all
}

// find returns the row of a sheet that begins with a text.
func find(t *testing.T, rows [][]string, first string) []string {
	t.Helper()
	for _, row := range rows {
		if len(row) > 0 && strings.HasPrefix(row[0], first) {
			return row
		}
	}
	t.Fatalf("no row %q", first)
	return nil
}

func TestWorkbook(t *testing.T) {
	dir := publish(t, mixed(), reject())
	want := []string{"Summary", "Review queue", "All records", "By case", "Breakdowns", "Trends", "Quarantine", "Codebook", "Run", "Lists"}
	if diff := cmp.Diff(want, opened(t, dir).GetSheetList()); diff != "" {
		t.Fatal(diff)
	}
	all := sheets(t, dir)
	for _, c := range []struct {
		sheet, first string
		want         []string
	}{
		{"Summary", "Trafficking", []string{"Trafficking", "1", "1", "0", "0", "0", "1", "0", "0", "3"}},
		{"Summary", "Another offence", []string{"Another offence", "0", "0", "0", "0", "0", "0", "0", "0", "0"}},
		{"Summary", "Recorded as trafficking, reads as smuggling (", []string{
			"Recorded as trafficking, reads as smuggling (of records labelled trafficking that can be determined)",
			"1", "2", "50.0%", "9.5%", "90.5%", "1", "33.3%", "33.3%", "66.7%",
		}},
		{"Breakdowns", "Year", []string{
			"Year", "Recorded as trafficking, reads as smuggling", "2017", "2", "0", "1", "0.0%", "0.0%", "79.3%",
			"0", "0.0%", "0.0%", "n/a", "n/a", "n/a", "too few to compare",
		}},
		{"By case", "C-001", []string{
			"C-001", "Recorded labels differ between documents", "1", "1", "Trafficking, Smuggling",
			"Trafficking in persons", "Recorded as smuggling, reads as trafficking", "C-002", "C-001, C-002",
		}},
		{"Quarantine", "cases.csv", []string{"cases.csv", "", "9", "quarantined", "1", "bare quote in column narrative", "double the quote"}},
		{"Codebook", "confinement", []string{"confinement", "Confinement", "means", "trafficking", "strong", "ILO 2012", "Liberty is taken away."}},
		{"Run", "Version of taxonomy", []string{"Version of taxonomy", "1"}},
		{"Run", "'=HYPERLINK(1)", []string{"'=HYPERLINK(1)", "2"}},
	} {
		if diff := cmp.Diff(c.want, find(t, all[c.sheet], c.first)); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", c.sheet, c.first, diff)
		}
	}
	if n := len(all["All records"]); n != 2+len(mixed()) {
		t.Errorf("%d rows in All records", n)
	}
}

func TestReviewQueueSheet(t *testing.T) {
	dir := publish(t, mixed())
	rows := sheets(t, dir)["Review queue"]
	var priorities []string
	for _, row := range rows[2:] {
		priorities = append(priorities, row[0]+" "+row[1])
	}
	want := []string{"1 C-008", "2 C-001", "3 C-002", "4 C-004", "4 C-005", "4 C-006", "4 C-007"}
	if diff := cmp.Diff(want, priorities); diff != "" {
		t.Error(diff)
	}
	if got := rows[3][9]; !strings.Contains(got, "“not locked in” (child: absent, denied)") {
		t.Errorf("quotes: %s", got)
	}
	f := opened(t, dir)
	lists, err := f.GetDataValidations("Review queue")
	if err != nil || len(lists) != 3 || lists[0].Sqref != "L3:L9" {
		t.Errorf("drop-downs %v, %v", lists, err)
	}
	colours, err := f.GetConditionalFormats("Review queue")
	if err != nil || len(colours["A3:A9"]) != screen.LastPriority {
		t.Errorf("colours %v, %v", colours, err)
	}
	panes, err := f.GetPanes("Review queue")
	if err != nil || !panes.Freeze || panes.YSplit != 2 {
		t.Errorf("panes %v, %v", panes, err)
	}
	if !strings.Contains(part(t, dir, "xl/worksheets/sheet2.xml"), `<autoFilter ref="$A$2:$N$9"`) {
		t.Error("no filter over the queue")
	}
}

// part reads one part of the archive, whose order it checks on the way.
func part(t *testing.T, dir, name string) string {
	t.Helper()
	r, err := zip.OpenReader(filepath.Join(dir, "reconciliation.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if !slices.IsSortedFunc(r.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("parts are in no fixed order")
	}
	in, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSheetGoesOnInTheNext(t *testing.T) {
	o, dir := worded(t), t.TempDir()
	file, err := os.Create(filepath.Join(dir, "reconciliation.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	w, err := openWorkbook(file, o)
	if err != nil {
		t.Fatal(err)
	}
	w.(*workbook).records.max = 5 // the note, the header and three records
	for _, f := range asRows(mixed()) {
		if err := w.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(closing(runOf(mixed()))); err != nil {
		t.Fatal(err)
	}
	all := sheets(t, dir)
	find(t, all["Summary"], "The rows of “All records” are too many for one sheet and go on in the next ones, up to “All records (3)”")
	var got []string
	for _, name := range []string{"All records", "All records (2)", "All records (3)"} {
		for _, row := range all[name][1:] {
			got = append(got, row[0])
		}
	}
	want := []string{
		"record_id", "C-001", "C-002", "C-003", "record_id", "C-004", "C-005", "C-006", "record_id", "C-007", "C-008",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLongAndForeignCells(t *testing.T) {
	f := missed(1)
	f.RecordID = "مريم עברית _x0041_ <&>"
	f.Reading.Evidence[0].Quote = strings.Repeat("ab ", 30_000)
	row := sheets(t, publish(t, []*screen.Finding{f}))["All records"][2]
	if row[0] != f.RecordID {
		t.Errorf("record %q", row[0])
	}
	evidence := row[slices.Index(columnNames(flatRow{}), "evidence")]
	if len(evidence) > maxCell+10 || !strings.Contains(evidence, "cut here") {
		t.Errorf("%d characters, no mark", len(evidence))
	}
}

func TestEmptyWorkbookOpens(t *testing.T) {
	all := sheets(t, publish(t, nil))
	if got := find(t, all["Summary"], "No records")[0]; got != "No records were screened." {
		t.Errorf("%q", got)
	}
	if got := find(t, all["Summary"], "Recorded as smuggling, reads as trafficking or both (")[3]; got != "n/a" {
		t.Errorf("a rate without a denominator: %q", got)
	}
}

// In another language the workbook says nothing in English but the names of
// columns and values that stand in the other files too, and the rule data.
func TestWorkbookInAnotherLanguage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	render(t, publish(t, mixed(), reject()), dir, "es")
	en, es := english(t), spanish(t)
	meant := map[string]string{} // what should stand there instead
	for section, texts := range en.text {
		for key, text := range texts {
			if own := es.of(section, key); own != text && text != "" && text != en.Lang {
				meant[text] = own
			}
		}
	}
	all := sheets(t, dir)
	for key, name := range es.text["sheet"] {
		if key == "frameworks" || key == "decisions" {
			continue // only where frameworks differ, and reviewers decided
		}
		if all[name] == nil {
			t.Errorf("no sheet %q", name)
		}
		if slices.Contains([]string{"records", "quarantine", "codebook"}, key) {
			continue
		}
		for _, text := range slices.Concat(all[name]...) {
			if own, ok := meant[text]; ok {
				t.Errorf("%s: %q, want %q", name, text, own)
			}
		}
	}
	for i := 1; i <= 5; i++ {
		chart := part(t, dir, fmt.Sprintf("xl/charts/chart%d.xml", i))
		for _, key := range []string{"classes_chart", "rate_chart"} {
			if strings.Contains(chart, en.of("book", key)) {
				t.Errorf("chart %d says %q", i, en.of("book", key))
			}
		}
	}
}

// What a reviewer chose in a workbook comes back in the language of the workbook.
func TestDecisionsComeBackInAnyLanguage(t *testing.T) {
	for _, lang := range Languages() {
		dir := filepath.Join(t.TempDir(), "out")
		render(t, publish(t, mixed()), dir, lang)
		w, err := LoadWords(lang)
		if err != nil {
			t.Fatal(err)
		}
		f, sheet := opened(t, dir), w.of("sheet", "review")
		for i, text := range []string{w.of("verdict", "label_is_right"), "R. Ojeda", w.of("reason", "1")} {
			if err := f.SetCellStr(sheet, letters(decisionColumn+i)+"3", text); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
		list, err := ReadDecisions(filepath.Join(dir, "reconciliation.xlsx"), "2026-03-01", "")
		if err != nil || len(list) != 1 {
			t.Fatalf("%s: %v, %v", lang, list, err)
		}
		d := list[0]
		if d.Verdict != history.LabelRight || d.Author != "R. Ojeda" || d.Record != "C-008" || d.Fingerprint != "f00d" {
			t.Errorf("%s: %+v", lang, d)
		}
	}
}

// render writes all reports of a saved run in a language.
func render(t *testing.T, from, to, lang string) {
	t.Helper()
	saved, err := OpenRun(from)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := saved.Render(t.Context(), Rendering{Formats: Formats(), Out: to, Lang: lang}); err != nil {
		t.Fatal(err)
	}
}

func spanish(t *testing.T) *Words {
	t.Helper()
	w, err := LoadWords("es")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 703: "AAA"} {
		if got := letters(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}
