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

// The demo is in three languages and has every kind of evidence.
func TestReadingsOfTheStoreGiveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	where := filepath.Join(dir, "palermo.db")
	mustAudit(t, stored(t, where, filepath.Join(dir, "first"), "../fixtures/casework"))

	cached := stored(t, where, filepath.Join(dir, "cached"), "../fixtures/casework")
	data, err := os.ReadFile(where)
	if err != nil {
		t.Fatal(err)
	}
	wal, _ := os.ReadFile(where + "-wal")
	copied := write(t, dir, "copy.db", string(data))
	write(t, dir, "copy.db-wal", string(wal))

	result := mustAudit(t, cached)
	if result.Cached < 90 {
		t.Errorf("%d readings came from the store", result.Cached)
	}
	anew := stored(t, copied, filepath.Join(dir, "anew"), "../fixtures/casework")
	anew.NoCache = true
	if result := mustAudit(t, anew); result.Cached != 0 {
		t.Errorf("%d readings came from the store with --no-cache", result.Cached)
	}
	sameFiles(t, filepath.Join(dir, "anew"), filepath.Join(dir, "cached"))
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
