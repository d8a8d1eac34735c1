package reports

import (
	"encoding/csv"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"palermo/screen"
)

func key() *Shareable {
	return &Shareable{Key: []byte("sixteen bytes at least"), Floor: DefaultFloor}
}

// many is n rounds of the mixed run, each record with an id of its own.
func many(n int) []*screen.Finding {
	var list []*screen.Finding
	for i := range n {
		for _, f := range mixed() {
			rec := f.Reading.Record
			rec.CaseID = fmt.Sprintf("%s-%d", rec.CaseID, i)
			f.RecordID = rec.CaseID
			rec.Unit = []string{"North", "Sgt. Miller's desk", "tip line jane.roe@example.org", "Vice 555-867-5309"}[i%4]
			list = append(list, f)
		}
	}
	return list
}

// shared writes the shareable reports of some findings.
func shared(t *testing.T, findings []*screen.Finding) string {
	t.Helper()
	o := options()
	o.Shareable = key()
	dir := filepath.Join(t.TempDir(), "shared")
	s, err := Open(t.Context(), dir, Formats(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if err := s.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Reject(reject()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(runOf(findings)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// No file of the shareable tier holds a word, an id, a name or a number of a
// record, whatever its format. The test runs on every writer there is.
func TestShareableTellsNothingOfAnybody(t *testing.T) {
	findings := many(40)
	dir := shared(t, findings)
	for _, file := range names(t, dir) {
		text := readable(t, dir, file)
		for _, secret := range []string{
			"passport", "kitchen", "locked in", "Human Smuggling", "C-001", "C-008", "cases.csv", "2019-03-04",
			"f00d", "beef", "cafe", "bare quote", "Miller", "jane.roe", "555-867", "HYPERLINK", string(key().Key),
		} {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", file, secret)
			}
		}
	}
	for _, file := range []string{quarantineFile, casesFile} {
		for _, there := range names(t, dir) {
			if there == file {
				t.Errorf("%s is in the shareable tier", file)
			}
		}
	}
}

// Rows are no way around the tables: as many rows have a label and a class as
// the table shows, and no group of them is small.
func TestShareableRowsCountLikeTheTable(t *testing.T) {
	for _, n := range []int{3, 12, 40} {
		findings := many(n)
		dir := shared(t, findings)
		rows, err := csv.NewReader(strings.NewReader(read(t, dir, "findings.csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows)-1 != len(findings) {
			t.Errorf("%d rows of %d records", len(rows)-1, len(findings))
		}
		at := map[string]int{}
		for i, name := range rows[0] {
			at[name] = i
		}
		groups, ids := map[string]int{}, map[string]bool{}
		for _, row := range rows[1:] {
			groups[row[at["recorded_label"]]+"/"+row[at["assessed_class"]]+"/"+row[at["finding"]]]++
			ids[row[at["record_id"]]] = true
		}
		if !slices.IsSortedFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[at["record_id"]], b[at["record_id"]]) }) {
			t.Error("the place of a row tells which record it is")
		}
		if len(ids) != len(findings) {
			t.Errorf("%d pseudonyms of %d records", len(ids), len(findings))
		}
		for group, n := range groups {
			if n < DefaultFloor {
				t.Errorf("%d rows are %s", n, group)
			}
		}
	}
}

func TestPseudonyms(t *testing.T) {
	a, b := key(), &Shareable{Key: []byte("another key of some length"), Floor: DefaultFloor}
	if first, second := a.pseudonym("case", "C-1"), key().pseudonym("case", "C-1"); first != second {
		t.Error("the same id has two pseudonyms")
	}
	if a.pseudonym("case", "C-1") == b.pseudonym("case", "C-1") || a.pseudonym("case", "C-1") == a.pseudonym("record", "C-1") {
		t.Error("pseudonyms don't hang on the key and the kind")
	}
	if a.pseudonym("case", "") != "" {
		t.Error("nothing has a pseudonym")
	}
}

func TestShareableRefuses(t *testing.T) {
	for name, s := range map[string]*Shareable{
		"a short key": {Key: []byte("short"), Floor: 11},
		"a low floor": {Key: key().Key, Floor: 2},
	} {
		if _, err := Open(t.Context(), t.TempDir(), []string{"csv"}, Options{Shareable: s}); err == nil {
			t.Errorf("took %s", name)
		}
	}
	restricted := publish(t, mixed())
	if _, err := Open(t.Context(), restricted, []string{"csv"}, Options{Shareable: key()}); err == nil || !strings.Contains(err.Error(), "--out") {
		t.Errorf("wrote beside a restricted run: %v", err)
	}
	if _, err := Open(t.Context(), shared(t, many(5)), []string{"csv"}, options()); err == nil {
		t.Error("wrote a restricted run beside a shareable one")
	}
	dir := t.TempDir()
	o := options()
	o.Shareable = key()
	set, err := Open(t.Context(), dir, Formats(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := set.Close(runOf(mixed())); err == nil || len(names(t, dir)) > 0 {
		t.Errorf("published a run of 8 records: %v, %v", err, names(t, dir))
	}
}

func TestRedaction(t *testing.T) {
	r, err := newRedactor()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, gone string }{
		{"Sgt. Miller's desk", "Miller"},
		{"Inspectora María José Gómez", "Gómez"},
		{"Dr. O'Brien", "Brien"},
		{"tip line jane.roe@example.org", "roe"},
		{"call +52 (55) 1234-5678", "1234"},
		{"A 087-654-321", "654"},
		{"passport XA1234567", "1234567"},
		{"GOMC850101MDFRRN09", "GOMC"},
		{"DNI 12345678Z", "12345678"},
		{"123-45-6789", "6789"},
		{"https://ads.example.org/77", "ads"},
		{"12 Long Orchard Street", "Orchard"},
		{"born 03/04/1999", "1999"},
	} {
		if got := r.text(c.in); strings.Contains(got, c.gone) || !strings.Contains(got, "[") {
			t.Errorf("%q becomes %q", c.in, got)
		}
	}
	for _, same := range []string{"North", "Harbour", "UEI Familia", "Vice", "Unit 7"} {
		if got := r.text(same); got != same {
			t.Errorf("%q becomes %q", same, got)
		}
	}
	for _, hard := range []string{"ȺȺȺȺ's", strings.Repeat(".", 100_000), "", "\xff"} {
		r.text(hard) // must come back
	}
}
