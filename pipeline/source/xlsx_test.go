package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

const story = "He paid a man in the port and crossed the river by night with two others."

// workbook saves a workbook that build has filled. Its first sheet is "Cases".
func workbook(t *testing.T, build func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Cases"); err != nil {
		t.Fatal(err)
	}
	build(f)
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// put writes rows from a cell on.
func put(t *testing.T, f *excelize.File, sheet string, firstRow int, rows ...[]any) {
	t.Helper()
	for i, cells := range rows {
		at, err := excelize.CoordinatesToCellName(1, firstRow+i)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(sheet, at, &cells); err != nil {
			t.Fatal(err)
		}
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func TestXLSXReadsEverySheet(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		put(t, f, "Cases", 1, []any{"Register of the unit"}, nil, []any{"Case No", "Date", "Narrative", "Notes"},
			[]any{"A-1", 43466, story}, nil, []any{"A-2", 43831.5, story, "late", "beyond"})
		_, err := f.NewSheet("Back")
		must(t, err)
		put(t, f, "Back", 1, []any{"case_id", "narrative"}, []any{"B-1", story})
		_, err = f.NewSheet("Figures")
		must(t, err)
		put(t, f, "Figures", 1, []any{"county", "count"}, []any{"North", 3}, []any{"South", 4})
		_, err = f.NewSheet("Blank")
		must(t, err, f.SetSheetVisible("Back", false), f.SetRowVisible("Cases", 6, false))
	})
	got := readFile(t, path, Options{})
	want := []string{"4 A-1|" + story, "6 A-2|" + story, "2 B-1|" + story,
		"1 skipped 1 stands above the header", "0 skipped 2 no column holds a narrative", "0 skipped 0 holds no rows"}
	if diff := cmp.Diff(want, got.lines()); diff != "" {
		t.Error(diff)
	}
	if r := got.records[0]; r.Date != "2019-01-01" || r.Year != 2019 || r.Sheet != "Cases" || len(r.Problems) != 0 || len(r.Fields) != 5 {
		t.Errorf("first record = %+v", r)
	}
	if r := got.records[1]; r.Date != "2020-01-01" || len(r.Fields) != 5 || r.Fields[4].Value != "beyond" || len(r.Problems) != 1 {
		t.Errorf("hidden row = %+v", r)
	}
	if r := got.records[2]; len(r.Problems) != 1 || !strings.Contains(r.Problems[0], "sheet is hidden") {
		t.Errorf("row of a hidden sheet = %+v", r)
	}
}

func TestXLSXCountsDatesFrom1904(t *testing.T) {
	yes := true
	path := workbook(t, func(f *excelize.File) {
		must(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
		put(t, f, "Cases", 1, []any{"case_id", "date", "narrative"}, []any{"A-1", 42004, story})
	})
	if r := readFile(t, path, Options{}).records[0]; r.Date != "2019-01-01" {
		t.Errorf("date = %q", r.Date)
	}
}

func TestXLSXFillsMergedAreasDownwards(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		put(t, f, "Cases", 1, []any{"case_id", "victim", "narrative", "comments"},
			[]any{"A-1", "first", story, "over two columns"}, []any{nil, "second"}, []any{"A-2", "third", story})
		must(t, f.MergeCell("Cases", "A2", "A3"), f.MergeCell("Cases", "C2", "C3"), f.MergeCell("Cases", "C4", "D4"))
	})
	want := []string{"2 A-1|" + story, "3 A-1|" + story, "4 A-2|" + story}
	got := readFile(t, path, Options{})
	if diff := cmp.Diff(want, got.lines()); diff != "" {
		t.Error(diff)
	}
	if last := got.records[2].Fields[3].Value; last != "" {
		t.Errorf("an area was filled across columns: %q", last)
	}
}

func TestXLSXJoinsAHeaderOfTwoRows(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		put(t, f, "Cases", 1, []any{"Case No", "Victim", nil, nil, "Narrative"}, []any{nil, "Age", "Sex", "Origin"},
			[]any{"A-1", 17, "f", "north", story})
	})
	got := readFile(t, path, Options{})
	var names []string
	for _, c := range got.tables[0].Columns {
		names = append(names, c.Name)
	}
	if diff := cmp.Diff([]string{"Case No", "Victim Age", "Victim Sex", "Victim Origin", "Narrative"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"3 A-1|" + story}, got.lines()); diff != "" {
		t.Error(diff)
	}
}

func TestXLSXOfAnEmptyForm(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		put(t, f, "Cases", 1, []any{nil, "case_id", "narrative"}, []any{1, "A-1", story}, []any{2}, []any{3})
	})
	want := []string{"2 A-1|" + story, "0 skipped 2 hold only the number of the row"}
	if diff := cmp.Diff(want, readFile(t, path, Options{}).lines()); diff != "" {
		t.Error(diff)
	}
}

// rewrite copies a workbook and changes the bytes of one part.
func rewrite(t *testing.T, path, part string, change func([]byte) []byte) string {
	t.Helper()
	in, err := zip.OpenReader(path)
	must(t, err)
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		must(t, err)
		content, err := io.ReadAll(r)
		must(t, err)
		if f.Name == part {
			content = change(content)
		}
		to, err := w.Create(f.Name)
		must(t, err)
		_, err = to.Write(content)
		must(t, err)
	}
	must(t, w.Close())
	return write(t, "changed.xlsx", out.String())
}

func TestXLSXDamage(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	path := workbook(t, func(f *excelize.File) {
		put(t, f, "Cases", 1, []any{"case_id", "narrative"}, []any{"A-1", story}, []any{"A-2", story}, []any{"A-3", story})
	})
	t.Run("a row that is no XML", func(t *testing.T) {
		broken := rewrite(t, path, "xl/worksheets/sheet1.xml", func(content []byte) []byte {
			return bytes.Replace(content, []byte(`<row r="3"`), []byte(`</bad><row r="3"`), 1)
		})
		got := readFile(t, broken, Options{})
		want := []string{"2 A-1|" + story, "3 quarantined 2 the sheet breaks off: its rows could not be read"}
		if diff := cmp.Diff(want, got.lines()); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("a flipped byte", func(t *testing.T) {
		content, err := os.ReadFile(path)
		must(t, err)
		content[len(content)/3] ^= 0xFF
		if got, err := tryFile(write(t, "flipped.xlsx", string(content)), Options{}); err == nil {
			t.Errorf("it was read: %d records", len(got.records))
		}
	})
	t.Run("more than the limit", func(t *testing.T) {
		_, err := tryFile(path, Options{Limits: Limits{UnzipBytes: 1000}})
		if !errors.Is(err, errUnzipLimit) {
			t.Errorf("error = %v", err)
		}
	})
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "palermo-xlsx-*")); len(left) > 0 {
		t.Errorf("left in the temporary folder: %v", left)
	}
}

func TestSheetScanOverBrokenWrites(t *testing.T) {
	text := `<x:worksheet><x:sheetData><x:row r="2"><c r="A2"/><c><f>1</f><v>5</v></c><c t="str"><f>1</f><v></v></c></x:row><row><c/></row>` +
		`<row spans="1:2" r="7"/><row r="8"><c><f>1</f><v></v></c><c><f/><v/></c><c><f>1</f></c></row></x:sheetData>` +
		`<mergeCells><mergeCell ref="B4:C6"/><mergeCell ref="A1:A2"/><mergeCell ref="A1:D1"/></mergeCells></x:worksheet>`
	want := sheetPart{whole: 8, lastRow: 8, uncached: 3, merged: []mergedArea{{1, 2, 1}, {4, 6, 2}}}
	for cut := range text {
		var scan sheetScan
		for _, part := range []string{text[:cut], text[cut:]} {
			_, err := scan.Write([]byte(part))
			must(t, err)
		}
		if diff := cmp.Diff(want, scan.part(), cmp.AllowUnexported(sheetPart{}, mergedArea{})); diff != "" {
			t.Fatalf("cut at %d: %s", cut, diff)
		}
	}
}
