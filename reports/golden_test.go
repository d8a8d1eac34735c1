package reports

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"palermo/pipeline/source"
	"palermo/screen"
)

// Every format is held to a golden file, for a small run with something of
// everything and for odd ones. PALERMO_UPDATE=1 writes them again.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name     string
		findings []*screen.Finding
		rejects  []source.Reject
	}{
		{"mixed", mixed(), []source.Reject{reject()}},
		{"empty", nil, nil},
		{"quarantine", nil, []source.Reject{reject(), reject()}},
		{"odd", []*screen.Finding{odd()}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := publish(t, c.findings, c.rejects...)
			for _, file := range everything {
				if c.name != "mixed" && (file == packageFile || file == codebookFile) {
					continue // of every run the same
				}
				compare(t, filepath.Join("testdata", c.name, file+goldenSuffix(file)), own(t, file, readable(t, dir, file)))
			}
		})
	}
}

// odd is a finding with all that breaks files: a name that runs from right to
// left, control characters, a formula, and a quote without end.
func odd() *screen.Finding {
	f := missed(1)
	f.RecordID, f.Reading.Record.CaseID = "مريم/7", "=1+1"
	f.Reading.Record.Unit = "\u202eNorth\x07 | <b>unit</b>"
	f.Reading.Record.Label = "trata\tde\r\npersonas"
	f.Reading.Record.Fields[0].Value = "She said: " + strings.Repeat("again and again ", 4000) + "\x01 end"
	f.Reading.Evidence[0].Quote = f.Reading.Record.Fields[0].Value[10:40_000]
	f.Reading.Evidence[0].Span.Start, f.Reading.Evidence[0].Span.End = 10, 40_000
	f.Reading.Evidence[1].Span.Start, f.Reading.Evidence[1].Span.End = 50_000, 50_005
	f.Reading.Evidence[1].Quote = f.Reading.Record.Fields[0].Value[50_000:50_005]
	f.Reading.Evidence = f.Reading.Evidence[:2]
	f.Assessment.Elements = f.Assessment.Elements[:2]
	return f
}

// own leaves out of a file what is in others too, so that a change stands in one
// golden file: the style and the script of the page, the schema, and the sizes
// and digests of files, which other tests hold to what they are.
func own(t *testing.T, file, text string) string {
	t.Helper()
	switch file {
	case "report.html":
		_, body, found := strings.Cut(text, "<body>\n")
		body, _, too := strings.Cut(body, "<script>")
		if !found || !too {
			t.Error("the page has no body or no script")
		}
		return body
	case packageFile, manifestFile:
		text = regexp.MustCompile(`"bytes": \d+`).ReplaceAllString(text, `"bytes": 0`)
		text = regexp.MustCompile(`"(sha256|hash)": "(sha256:)?[0-9a-f]{64}"`).ReplaceAllString(text, `"$1": "$2…"`)
		return regexp.MustCompile(`(?s)("palermo:json_schema": \{).*?\n      \}`).ReplaceAllString(text, "$1…}")
	}
	return text
}

func goldenSuffix(file string) string {
	if ext := filepath.Ext(file); ext == ".xlsx" || ext == ".parquet" {
		return ".txt"
	}
	return ""
}

// readable is a file as text: sheets as rows of cells, columns as objects.
func readable(t *testing.T, dir, file string) string {
	t.Helper()
	var b strings.Builder
	switch filepath.Ext(file) {
	case ".xlsx":
		f := opened(t, dir)
		all := sheets(t, dir)
		for _, name := range f.GetSheetList() {
			fmt.Fprintf(&b, "# %s\n", name)
			for _, row := range all[name] {
				fmt.Fprintf(&b, "%.300q\n", row)
			}
		}
	case ".parquet":
		rows, err := parquet.ReadFile[columnRow](filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			line, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%.4000s\n", line)
		}
	default:
		return read(t, dir, file)
	}
	return b.String()
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if os.Getenv("PALERMO_UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s (-want +got):\n%s", golden, firstDifference(string(want), got))
	}
}

// firstDifference shows the lines that differ, and not the whole of a page.
func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: %s", i+1, cmp.Diff(a[i], b[i]))
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(b), len(a))
}

// Nothing in any format is what a spreadsheet, a terminal or a page would act on.
func TestOddInputIsHarmless(t *testing.T) {
	dir := publish(t, []*screen.Finding{odd()})
	for _, file := range everything {
		text := readable(t, dir, file)
		bad := []string{"\u202e", "\x07", "\x01", "\n=1+1"}
		switch filepath.Ext(file) {
		case ".json", ".jsonl", ".parquet":
			continue // as written, by contract: JSON escapes what is dangerous
		case ".html", ".md":
			bad = append(bad, "<b>unit</b>")
		}
		for _, bad := range bad {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %q", file, bad)
			}
		}
	}
	if n := len(read(t, dir, "report.html")); n > 60_000 {
		t.Errorf("the page has %d bytes for one record", n)
	}
	if !slices.ContainsFunc(sheets(t, dir)["All records"][2], func(s string) bool { return strings.Contains(s, "cut here") }) {
		t.Error("a long cell is cut without a mark")
	}
}
