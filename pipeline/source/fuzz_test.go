package source

import (
	"testing"
	"unicode/utf8"
)

// checkItems asserts what holds for any file: every value is valid UTF-8,
// every reject says why, and rows come in order.
func checkItems(t *testing.T, got items) {
	t.Helper()
	last := 0
	for _, r := range got.records {
		if r.Row < last {
			t.Errorf("row %d after row %d", r.Row, last)
		}
		last = r.Row
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

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"case_id,narrative\n1,a\n", "case_id;narrative\r\n1;\"a\nb\"\r\n", "a,b\n\"1,2\n3,\"4\"\"\n", "\r\r,\r",
		utf8BOM + "case_id,narrative\n1,\"x", utf16Bytes("\uFEFFcase_id,narrative\n1,é\n", false), "sep=|\na|b\n",
		"case_id,narrative\n1,5\" tall\n2,b\n3,6\" tall\n4,d\n", "case_id,narrative\n1,\x93x\x94\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		got, err := tryFile(write(t, "log.csv", string(content)), Options{Limits: Limits{CellBytes: 1 << 10}})
		if err == nil {
			checkItems(t, got)
		}
	})
}

func FuzzReport(f *testing.F) {
	for _, seed := range []string{
		"Case No: 7\nOffence: Smuggling\n\nHe paid.", "# Title\n\nExpediente: 7\r\nHechos:\r\nPagó.\r\n",
		"Subject: x\nUnit: y\n", "He said: no.\n", ":\n:\n", "Case No: \xE9\n\n\x93x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		got, err := tryFile(write(t, "report.txt", string(content)), Options{})
		if err != nil {
			return
		}
		checkItems(t, got)
		text, _ := repair(string(content))
		for _, field := range splitReport(text) {
			if text[field.Offset:field.Offset+len(field.Value)] != field.Value {
				t.Errorf("field %q does not stand at its offset", field.Name)
			}
		}
	})
}
