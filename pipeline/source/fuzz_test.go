package source

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// checkItems asserts what holds for any file: every value is valid UTF-8,
// every reject says why, and the rows of a table come in order.
func checkItems(t *testing.T, got items) {
	t.Helper()
	last := map[Location]int{}
	for _, r := range got.records {
		at := Location{File: r.File, Sheet: r.Sheet}
		if r.Row < last[at] {
			t.Errorf("row %d after row %d", r.Row, last[at])
		}
		last[at] = r.Row
		for _, f := range r.Fields {
			if !utf8.ValidString(f.Value) || !utf8.ValidString(f.Name) {
				t.Errorf("row %d: a field is not UTF-8", r.Row)
			}
		}
	}
	for _, r := range got.rejects {
		if r.Reason == "" || r.Rows < 0 || r.Outcome == "" {
			t.Errorf("reject %+v", r)
		}
	}
}

// fuzzLimits keep one run short. What takes longer than a run may take is a
// mistake of its own.
func fuzzLimits() Limits {
	return Limits{
		CellBytes: 1 << 12, UnzipBytes: 8 << 20, ReportBytes: 1 << 20, FileBytes: 8 << 20, DocumentTime: 10 * time.Second,
	}
}

// fuzzAs fuzzes files of a name, seeded from the hostile files of some kinds.
func fuzzAs(f *testing.F, name string, kinds ...string) {
	for _, seed := range hostileSeeds(f, kinds...) {
		f.Add([]byte(seed))
	}
	tools := &Tools{interpret: true}
	f.Cleanup(func() { tools.Close() })
	f.Fuzz(func(t *testing.T, content []byte) { tryAny(t, name, string(content), tools) })
}

// tryAny reads a file that may hold anything. A parser that fails is caught in
// a run, and here it is told.
func tryAny(t *testing.T, name, content string, tools *Tools) {
	got, err := tryFile(write(t, name, content), Options{Limits: fuzzLimits(), Tools: tools})
	checkItems(t, got)
	var fault *Error
	if errors.As(err, &fault) && strings.Contains(fault.Reason, "made its parser fail") && !isForeign(fault) {
		t.Error(err)
	}
}

// isForeign reports whether a panic is one that a library is known for and that
// cannot be mended here.
func isForeign(*Error) bool { return false }

// hostileSeeds returns the hostile files of some kinds that are small enough to
// be changed byte by byte.
func hostileSeeds(f *testing.F, kinds ...string) []string {
	entries, err := os.ReadDir(hostile)
	if err != nil {
		f.Fatal(err)
	}
	var seeds []string
	for _, e := range entries {
		if !slices.Contains(kinds, filepath.Ext(e.Name())) {
			continue
		}
		content, err := os.ReadFile(filepath.Join(hostile, e.Name()))
		if err != nil {
			f.Fatal(err)
		}
		if len(content) <= 32<<10 {
			seeds = append(seeds, string(content))
		}
	}
	return seeds
}

func FuzzCSV(f *testing.F)       { fuzzAs(f, "log.csv", ".csv", ".txt") }
func FuzzHTML(f *testing.F)      { fuzzAs(f, "page.html", ".html", ".xls") }
func FuzzHTMLTable(f *testing.F) { fuzzAs(f, "log.xls", ".html", ".xls") }
func FuzzJSONL(f *testing.F)     { fuzzAs(f, "log.jsonl", ".jsonl", ".json") }
func FuzzMarkdown(f *testing.F)  { fuzzAs(f, "report.md", ".md") }
func FuzzMbox(f *testing.F)      { fuzzAs(f, "folder.mbox", ".mbox") }
func FuzzEML(f *testing.F)       { fuzzAs(f, "mail.eml", ".eml") }
func FuzzPDF(f *testing.F)       { fuzzAs(f, "report.pdf", ".pdf") }

// FuzzZIP changes the bytes of archives: of workbooks and documents too.
func FuzzZIP(f *testing.F) { fuzzAs(f, "any.zip", ".zip", ".xlsx", ".docx", ".msg", ".doc") }

// FuzzXLSX changes the XML of a sheet, which no change of an archive would
// reach for its checksum.
func FuzzXLSX(f *testing.F) {
	plain := makeBook(f, [][]any{{"case id", "offence", "date", "narrative"}, {"A-1", "Smuggling", 43500, told(1)}, {"A-2", "Trafficking", 43501, told(2)}}, nil)
	const sheet = "xl/worksheets/sheet1.xml"
	rewritten(f, plain, sheet, func(s string) string {
		f.Add(s)
		f.Add(strings.Replace(s, "</worksheet>", `<mergeCells><mergeCell ref="A1:B3"/></mergeCells></worksheet>`, 1))
		return s
	})
	f.Fuzz(func(t *testing.T, xml string) {
		tryAny(t, "log.xlsx", rewritten(t, plain, sheet, func(string) string { return xml }), nil)
	})
}

// FuzzDOCX changes the XML of a document.
func FuzzDOCX(f *testing.F) {
	f.Add("<w:p><w:r><w:t>Case No: 7</w:t></w:r></w:p><w:tbl><w:tr><w:tc>" + paragraph("a") + "</w:tc></w:tr></w:tbl>")
	f.Add("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:br/><w:tab/></w:p><mc:Fallback><w:p/></mc:Fallback>")
	f.Fuzz(func(t *testing.T, xml string) { tryAny(t, "report.docx", docxOf(t, xml), nil) })
}

// FuzzReport also checks that every field stands where it says it does.
func FuzzReport(f *testing.F) {
	for _, seed := range hostileSeeds(f, ".txt", ".md") {
		f.Add([]byte(seed))
	}
	for _, seed := range []string{
		"Case No: 7\nOffence: Smuggling\n\nHe paid.", "# Title\n\nExpediente: 7\r\nHechos:\r\nPagó.\r\n",
		"Subject: x\nUnit: y\n", "He said: no.\n", ":\n:\n", "Case No: \xE9\n\n\x93x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		tryAny(t, "report.txt", string(content), nil)
		text, _ := repair(string(content))
		for _, field := range splitReport(text) {
			if text[field.Offset:field.Offset+len(field.Value)] != field.Value {
				t.Errorf("field %q does not stand at its offset", field.Name)
			}
		}
		quiet, out := quieted(text)
		if len(quiet) != len(text) || !utf8.ValidString(quiet) {
			t.Error("what is blanked is not as long as it was, or is no text")
		}
		last := 0
		for _, piece := range out {
			if piece.from < last || piece.to < piece.from {
				t.Errorf("piece %+v lies over the one before", piece)
			}
			last = piece.to
		}
	})
}

// FuzzDate reads anything as a date, in any order.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2019-03-04", "4 de marzo de 2019", "03/04/19 10:00", "43528.5", "March 4th, 2019", "2019-03-04T10:00Z", "1/2/3/4", "0/0/0000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, order := range []dateOrder{undecided, dayFirst, monthFirst} {
			if date, year, _ := readDate(value, false, order); year != 0 && (year < firstYear || year > lastYear) || date == "" && value != "" {
				t.Errorf("readDate(%q) = %q, %d", value, date, year)
			}
		}
	})
}
