package pipeline

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"palermo/extract/packs"
	"palermo/reports"
)

// write puts a file into a folder and returns its path.
func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	p := filepath.Join(dir, name)
	if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// log returns a case log with n rows of a few different kinds.
func caseLog(n int) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"Case No", "Date", "Offence recorded", "Summary of facts"})
	for i := range n {
		kind := [...][2]string{
			{"Alien smuggling", "The owner confiscated the passports of the women and forced them into prostitution until the debt was paid."},
			{"Human trafficking", "The migrants crossed the border at night. Each had agreed to pay the smuggler $6,000 and was let go at the bus station."},
			{"Human trafficking", "Training day for the staff of the shelter. The workshop on trafficking was attended by forty officers of the region."},
		}[i%3]
		w.Write([]string{fmt.Sprintf("CW-%d-%03d", 2016+i%5, i), "2019-05-04", kind[0], kind[1]})
	}
	w.Flush()
	return b.String()
}

// audit runs the pipeline over inputs and returns the output folder.
func audit(t *testing.T, workers int, inputs ...string) (*Result, string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	result, err := Audit(context.Background(), options(out, workers, inputs...))
	if err != nil {
		t.Fatal(err)
	}
	return result, out
}

func options(out string, workers int, inputs ...string) Options {
	return Options{
		Inputs: inputs, Plan: &Plan{}, Framework: "un", Formats: reports.Formats(),
		Out: out, Workers: workers, Program: "palermo test", Packs: packs.FS,
	}
}

// lines reads findings.jsonl.
func lines(t *testing.T, out string) []map[string]any {
	t.Helper()
	f, err := os.Open(filepath.Join(out, "findings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []map[string]any
	for d := json.NewDecoder(f); ; {
		var m map[string]any
		if err := d.Decode(&m); err == io.EOF {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, m)
	}
}

func TestOrderAndBytesAreTheSameAtAnyNumberOfWorkers(t *testing.T) {
	in := write(t, t.TempDir(), "log.csv", caseLog(3*batchSize+17))
	_, one := audit(t, 1, in)
	_, many := audit(t, 7, in)
	found := lines(t, one)
	if len(found) != 3*batchSize+17 {
		t.Fatalf("%d findings", len(found))
	}
	for i, f := range found {
		if want := fmt.Sprintf("-%03d", i); !strings.HasSuffix(f["case_id"].(string), want) {
			t.Fatalf("finding %d is of case %v, want %s", i, f["case_id"], want)
		}
	}
	entries, err := os.ReadDir(one)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		a, _ := os.ReadFile(filepath.Join(one, e.Name()))
		b, _ := os.ReadFile(filepath.Join(many, e.Name()))
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs between 1 and 7 workers", e.Name())
		}
	}
}

func TestLedgerBalances(t *testing.T) {
	dir := t.TempDir()
	log := caseLog(3)
	row := strings.Split(log, "\n")[1]
	write(t, dir, "a.csv", log+row+"\n"+"CW-9,2019-05-04,x,y,z,too many\n")
	write(t, dir, "b.csv", log[:len(log)-1]) // other bytes, the same rows
	write(t, dir, "c.csv", log)
	write(t, dir, "d.csv", log)
	write(t, dir, "coded.csv", "year,count\n2019,4\n2020,5\n")
	result, _ := audit(t, 2, dir)
	total := result.Run.Ledger.Total
	if !total.Balanced() || total.Out != 3 || total.Quarantined != 1 || total.Skipped != 2 {
		t.Errorf("ledger %+v", total)
	}
	if total.Duplicate != 1+3+3+1 {
		t.Errorf("%d duplicates, want one row of a.csv, the rows of b.csv and c.csv, and the file d.csv", total.Duplicate)
	}
	if !result.Unread {
		t.Error("a quarantined row is unread input")
	}
}

func TestCasesJoinRowsAndReports(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "log.csv", caseLog(4))
	write(t, dir, "visit.txt", "Case No: CW-2017-001\nClassification: Human smuggling\n\nThe owner confiscated her passport and forced her into prostitution until the debt was paid.\n")
	write(t, dir, "stray.txt", "Case No: ZZ-2001-999\n\nThe owner confiscated her passport and forced her into prostitution.\n")
	result, _ := audit(t, 2, dir)
	states := result.Run.Cases.States
	if states["labels_disagree"] != 1 || states["report_without_log_row"] != 1 || states["row_without_report"] != 3 {
		t.Errorf("cases %v, want one with labels that disagree, one report alone, three rows alone", states)
	}
}

func TestCancellationPublishesNothing(t *testing.T) {
	dir := t.TempDir()
	in := write(t, dir, "log.csv", caseLog(20*batchSize))
	out := filepath.Join(dir, "out")
	ctx, cancel := context.WithCancel(context.Background())
	o := options(out, 2, in)
	o.Progress = func(Event) { cancel() }
	_, err := Audit(ctx, o)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context canceled", err)
	}
	if left, _ := filepath.Glob(filepath.Join(out, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if left, _ := filepath.Glob(filepath.Join(out, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAnInputThatDoesNotExistIsAMistakeOfUsage(t *testing.T) {
	_, err := Audit(context.Background(), options(t.TempDir(), 1, "no-such-file.csv"))
	var usage *UsageError
	if !errors.As(err, &usage) {
		t.Errorf("got %v, want a usage error", err)
	}
}

func TestDuplicatesNeedSomethingTelling(t *testing.T) {
	dir := t.TempDir()
	in := write(t, dir, "coded.csv", "narrative,age\n"+strings.Repeat("she was not paid by the owner and could not leave,20\n", 3))
	result, _ := audit(t, 1, in)
	if total := result.Run.Ledger.Total; total.Duplicate != 0 || total.Out != 3 {
		t.Errorf("ledger %+v: short rows without an id may be of different people", total)
	}
}

func TestProgressCountsEveryRow(t *testing.T) {
	in := write(t, t.TempDir(), "log.csv", caseLog(2*batchSize))
	o := options(filepath.Join(t.TempDir(), "out"), 2, in)
	var events []Event
	o.Progress = func(e Event) { events = append(events, e) }
	if _, err := Audit(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	last := events[len(events)-1]
	if !last.Done || last.Rows != 2*batchSize || last.Bytes != last.TotalBytes {
		t.Errorf("last event %+v", last)
	}
	for i := 1; i < len(events); i++ {
		if events[i].Rows < events[i-1].Rows || events[i].Bytes < events[i-1].Bytes {
			t.Errorf("event %d goes back: %+v after %+v", i, events[i], events[i-1])
		}
	}
}
