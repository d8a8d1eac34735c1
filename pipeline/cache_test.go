package pipeline

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"palermo/pipeline/history"
)

// stored are options for a run with a store, which is made when it is not there.
func stored(t *testing.T, where, out string, inputs ...string) Options {
	t.Helper()
	s, err := history.Create(context.Background(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	o := options(out, 2, inputs...)
	o.Store, o.Series, o.Now = s, "test", func() time.Time { return time.Date(2026, 3, 1, 2, 0, 0, 0, time.UTC) }
	return o
}

func mustAudit(t *testing.T, o Options) *Result {
	t.Helper()
	result, err := Audit(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func sameFiles(t *testing.T, a, b string) {
	t.Helper()
	names, err := os.ReadDir(a)
	if err != nil || len(names) == 0 {
		t.Fatalf("%d files in %s, %v", len(names), a, err)
	}
	for _, n := range names {
		one, _ := os.ReadFile(filepath.Join(a, n.Name()))
		two, err := os.ReadFile(filepath.Join(b, n.Name()))
		if err != nil || !bytes.Equal(one, two) {
			t.Errorf("%s differs between %s and %s: %v", n.Name(), a, b, err)
		}
	}
}

// againAnew runs once with what the store knows and once without, and wants the
// same reports.
func againAnew(t *testing.T, where string, change func(*Options), inputs ...string) *Result {
	t.Helper()
	dir := t.TempDir()
	data, err := os.ReadFile(where)
	if err != nil {
		t.Fatal(err)
	}
	wal, _ := os.ReadFile(where + "-wal")
	copied := write(t, dir, "copy.db", string(data))
	write(t, dir, "copy.db-wal", string(wal))
	cached, anew := stored(t, where, filepath.Join(dir, "cached"), inputs...), stored(t, copied, filepath.Join(dir, "anew"), inputs...)
	change(&cached)
	change(&anew)
	anew.NoCache = true
	result := mustAudit(t, cached)
	if result := mustAudit(t, anew); result.Cached != 0 {
		t.Errorf("%d readings came from the store with --no-cache", result.Cached)
	}
	sameFiles(t, anew.Out, cached.Out)
	return result
}

// The demo is in three languages and has every kind of evidence.
func TestReadingsOfTheStoreGiveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	where := filepath.Join(dir, "palermo.db")
	mustAudit(t, stored(t, where, filepath.Join(dir, "first"), "../fixtures/casework"))
	for name, change := range map[string]func(*Options){
		"the same":  func(*Options) {},
		"other law": func(o *Options) { o.Framework = "mx" },
	} {
		if result := againAnew(t, where, change, "../fixtures/casework"); result.Cached < 90 {
			t.Errorf("%s: %d readings came from the store", name, result.Cached)
		}
	}
}

// Columns add facts to a text, so that the same text may stand on other evidence.
func TestTheSameTextWithOtherColumns(t *testing.T) {
	const text = "The migrants crossed the border at night and were let go at the bus station of the other town after noon."
	dir := t.TempDir()
	where := filepath.Join(dir, "palermo.db")
	log := func(first, second string) string {
		return write(t, dir, "log.csv", "case id,offence,narrative,vic_MethodsOfControl\n"+
			"A-1,smuggling,"+text+","+first+"\nA-2,smuggling,"+text+","+second+"\n")
	}
	mustAudit(t, stored(t, where, filepath.Join(dir, "out"), log("", "DebtBondage")))
	for _, cells := range [][2]string{{"", "DebtBondage"}, {"DebtBondage", ""}, {"PhysicalAbuse", "DebtBondage"}, {"", ""}} {
		if result := againAnew(t, where, func(*Options) {}, log(cells[0], cells[1])); result.Cached != 2 {
			t.Errorf("%v: %d readings came from the store", cells, result.Cached)
		}
	}
}

func TestAnotherProgramReadsAnew(t *testing.T) {
	dir := t.TempDir()
	in := write(t, dir, "log.csv", caseLog(30))
	where := filepath.Join(dir, "palermo.db")
	mustAudit(t, stored(t, where, filepath.Join(dir, "out"), in))
	o := stored(t, where, filepath.Join(dir, "out"), in)
	o.Build = "another"
	if result := mustAudit(t, o); result.Cached != 0 || result.Past.States[history.Unchanged] != 30 {
		t.Errorf("%d readings from the store, %v", result.Cached, result.Past.States)
	}
	if result := mustAudit(t, o); result.Cached != 30 {
		t.Errorf("%d readings from the store in the second run of the other program", result.Cached)
	}
}
