package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"palermo/pipeline/history"
	"palermo/reports"
)

// operator runs the program as a machine does that nobody watches.
type operator struct {
	t       testing.TB
	program string
	dir     string // that it runs in
}

func newOperator(t testing.TB) *operator {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o := &operator{t: t, dir: t.TempDir()}
	o.program = filepath.Join(t.TempDir(), "palermo") // TestMain runs main under this name
	if err := os.Symlink(self, o.program); err != nil {
		t.Skip("this system has no links")
	}
	return o
}

// command is a run of the program that has not started yet.
func (o *operator) command(args ...string) *exec.Cmd {
	cmd := exec.Command(o.program, args...)
	cmd.Dir = o.dir
	return cmd
}

// run runs the program and returns its exit code and what it said.
func (o *operator) run(args ...string) (int, string) {
	o.t.Helper()
	return finish(o.t, o.command(args...))
}

func finish(t testing.TB, cmd *exec.Cmd) (int, string) {
	t.Helper()
	said, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(said)
}

// must runs the program and wants an exit code.
func (o *operator) must(code int, args ...string) string {
	o.t.Helper()
	got, said := o.run(args...)
	if got != code {
		o.t.Fatalf("palermo %s: exit code %d, want %d\n%s", strings.Join(args, " "), got, code, said)
	}
	return said
}

func (o *operator) path(name string) string { return filepath.Join(o.dir, name) }

// log writes a case log with the rows.
func (o *operator) log(name string, rows [][]string) {
	o.t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"Case No", "Date", "Offence recorded", "Summary of facts"})
	w.WriteAll(rows)
	if err := os.WriteFile(o.path(name), b.Bytes(), 0o600); err != nil {
		o.t.Fatal(err)
	}
}

// caseRow is row n of an invented log, with something of its own in the text.
func caseRow(n int) []string {
	kind := [...][2]string{
		{"Alien smuggling", "The owner confiscated the passports of the women and forced them into prostitution until the debt was paid."},
		{"Human trafficking", "The migrants crossed the border at night. Each had agreed to pay the smuggler $6,000 and was let go at the bus station."},
		{"Human trafficking", "Training day for the staff of the shelter. The workshop on trafficking was attended by forty officers of the region."},
		{"Human trafficking", "She was locked in the house, beaten, and made to work without pay. He kept all of the money."},
	}[n%4]
	return []string{fmt.Sprintf("CW-%d-%05d", 2016+n%5, n), fmt.Sprintf("%d-05-04", 2016+n%5), kind[0], fmt.Sprintf("%s File %d.", kind[1], n)}
}

func caseRows(n int) [][]string {
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = caseRow(i)
	}
	return rows
}

// files reads the folder of the reports.
func (o *operator) files(dir string) map[string]string {
	o.t.Helper()
	entries, err := os.ReadDir(o.path(dir))
	if err != nil {
		o.t.Fatal(err)
	}
	found := map[string]string{}
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			data, err := os.ReadFile(filepath.Join(o.path(dir), e.Name()))
			if err != nil {
				o.t.Fatal(err)
			}
			found[e.Name()] = string(data)
		}
	}
	return found
}

// same names the first file that differs.
func same(a, b map[string]string) error {
	for name := range a {
		if a[name] != b[name] {
			return fmt.Errorf("%s differs", name)
		}
	}
	if len(a) != len(b) {
		return fmt.Errorf("%d files and %d", len(a), len(b))
	}
	return nil
}

// lastRun is the last run in a store, which must be whole.
func (o *operator) lastRun(store string) history.Run {
	o.t.Helper()
	var st standing
	if err := json.Unmarshal([]byte(o.must(0, "status", "--json", "--store", store)), &st); err != nil {
		o.t.Fatal(err)
	}
	if len(st.Series) == 0 {
		return history.Run{}
	}
	runs := st.Series[0].Runs
	return runs[len(runs)-1]
}

// whole checks that the store is as it was written, and that reports which have
// a manifest are those that it vouches for.
func (o *operator) whole(store, dir string) {
	o.t.Helper()
	s, err := history.Open(context.Background(), o.path(store))
	if err != nil {
		o.t.Fatal(err)
	}
	defer s.Close()
	if p, err := s.Verify(context.Background(), ""); err != nil || len(p.Broken) > 0 {
		o.t.Errorf("the store is not whole: %+v, %v", p, err)
	}
	manifest, err := os.ReadFile(filepath.Join(o.path(dir), "manifest.json"))
	if err == nil && !reports.Stand(o.path(dir), hexSum(manifest)) {
		o.t.Error("the manifest vouches for reports that are not there")
	}
}

// enterDecision enters a decision into the first row of a review queue.
func enterDecision(t testing.TB, workbook string) {
	t.Helper()
	f, err := excelize.OpenFile(workbook)
	must(t, err)
	defer f.Close()
	rows, err := f.GetRows("Review queue")
	must(t, err)
	for n, row := range rows {
		if len(row) < 3 {
			continue // a note above the header
		}
		for i, name := range row {
			value := map[string]string{"Reviewer decision": "The label is right", "Reviewer": "R. Ojeda", "Reason": "seen the file"}[name]
			if value == "" {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(i+1, n+2)
			must(t, err)
			must(t, f.SetCellStr("Review queue", cell, value))
		}
		break
	}
	must(t, f.Save())
}
