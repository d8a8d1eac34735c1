package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// A run is killed at twenty points: some by what stands on the disk, so that the
// moments between two renames and between the reports and the store are among
// them, the others by time. Whatever the moment, the store is whole and the
// reports are those of one run; and when the run is not in the store, the same
// run again gives the same bytes as one that nobody killed.
func TestARunThatIsKilledLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program very often")
	}
	t.Parallel()
	o := newOperator(t)
	audit := func(store, out string) []string {
		return []string{"audit", "--quiet", "--format", "csv,jsonl", "--series", "nightly", "--store", store, "--out", out, "log.csv"}
	}
	rows := caseRows(1500)
	o.log("log.csv", rows)
	o.must(0, "history", "init", "palermo.db")
	o.must(0, audit("palermo.db", "out")...)
	first := o.files("out")
	for i := range rows {
		if i%7 == 0 {
			rows[i][3] += " She was beaten."
		}
	}
	o.log("log.csv", rows[5:])

	o.copyStore("palermo.db", "whole.db")
	begun := time.Now()
	o.must(0, audit("whole.db", "whole")...)
	took := time.Since(begun)
	want := o.files("whole")
	if err := same(first, want); err == nil {
		t.Fatal("both nights gave the same reports, so that nothing could be told apart")
	}

	for point := range 20 {
		store, out := fmt.Sprintf("point%d.db", point), fmt.Sprintf("point%d", point)
		o.copyStore("palermo.db", store)
		if err := os.CopyFS(o.path(out), os.DirFS(o.path("out"))); err != nil {
			t.Fatal(err)
		}
		cmd := o.command(audit(store, out)...)
		killed := killAt(t, cmd, o.path(out), point, took)
		o.whole(store, out)
		last := o.lastRun(store).ID
		if last == 1 {
			o.must(0, audit(store, out)...)
		}
		if err := same(want, o.files(out)); err != nil {
			t.Errorf("killed %s, with run %d in the store: then %v", killed, last, err)
		}
		o.whole(store, out)
		t.Logf("killed %s: run %d in the store", killed, last)
	}
}

// killAt starts a run, kills it at a point and says when that was.
func killAt(t *testing.T, cmd *exec.Cmd, out string, point int, took time.Duration) string {
	t.Helper()
	seen := []struct {
		what string
		is   func() bool
	}{
		{"when it had begun to write", func() bool { return len(glob(out, ".partial-*", "findings.jsonl")) > 0 }},
		{"when all reports were sealed", func() bool { return len(glob(out, ".partial-*", "manifest.json")) > 0 }},
		{"when the old manifest was gone", func() bool { return len(glob(out, "manifest.json")) == 0 }},
		{"when the first report was in its place", func() bool {
			return len(glob(out, ".partial-*", "summary.json")) > 0 && len(glob(out, ".partial-*", "findings.jsonl")) == 0
		}},
		{"when half of the reports were in their place", func() bool {
			return len(glob(out, ".partial-*", "quarantine.csv")) > 0 && len(glob(out, ".partial-*", "findings.csv")) == 0
		}},
		{"when the manifest was in its place", func() bool {
			return len(glob(out, ".partial-*")) > 0 && len(glob(out, "manifest.json")) > 0 && len(glob(out, ".partial-*", "manifest.json")) == 0 &&
				len(glob(out, ".partial-*", "codebook.json")) == 0
		}},
		{"when the folder was free again", func() bool { return len(glob(out, ".palermo.lock")) == 0 && len(glob(out, "manifest.json")) > 0 }},
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	what := fmt.Sprintf("after %d of 20 parts of its time", point)
	if point < len(seen) {
		what = seen[point].what
		begun := false
		wait(ended, func() bool {
			begun = begun || len(glob(out, ".palermo.lock")) > 0
			return begun && seen[point].is()
		})
	} else {
		until := time.Now().Add(took * time.Duration(point) / 20)
		wait(ended, func() bool { return time.Now().After(until) })
	}
	_ = cmd.Process.Kill() // it may have ended
	<-ended
	return what
}

// wait looks as often as it can, since some of the moments are short.
func wait(ended <-chan struct{}, is func() bool) {
	for !is() {
		select {
		case <-ended:
			return
		default:
		}
	}
}

func glob(elements ...string) []string {
	found, _ := filepath.Glob(filepath.Join(elements...)) // the patterns are well formed
	return found
}

// copyStore copies a store that nobody has open.
func (o *operator) copyStore(from, to string) {
	o.t.Helper()
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(o.path(from + suffix))
		if err != nil && suffix == "" {
			o.t.Fatal(err)
		}
		if err == nil {
			if err := os.WriteFile(o.path(to+suffix), data, 0o600); err != nil {
				o.t.Fatal(err)
			}
		}
	}
}

// A disk that is full, a store that is gone and input that can't be read each
// end with a clear error, and leave what the last run found.
func TestWhatGoesWrongLeavesTheLastRun(t *testing.T) {
	o := newOperator(t)
	audit := []string{"audit", "--quiet", "--series", "nightly", "--store", "palermo.db", "--out", "out", "log.csv"}
	o.log("log.csv", caseRows(500))
	o.must(0, "history", "init", "palermo.db")
	o.must(0, audit...)
	before := o.files("out")
	o.log("log.csv", caseRows(900))
	intact := func(what string) {
		t.Helper()
		if err := same(before, o.files("out")); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		o.whole("palermo.db", "out")
		if run := o.lastRun("palermo.db"); run.ID != 1 {
			t.Errorf("%s: run %d is in the store", what, run.ID)
		}
	}
	for _, blocks := range []string{"8", "200", "600", "1200"} { // of 512 bytes: a file can grow no larger
		cmd := exec.Command("sh", "-c", "ulimit -f "+blocks+`; exec "$@"`, "sh", o.program)
		cmd.Args = append(cmd.Args, audit...)
		cmd.Dir = o.dir
		if code, said := finish(t, cmd); code != 1 || !strings.Contains(said, "palermo: ") {
			t.Errorf("with files up to %s blocks: exit code %d\n%s", blocks, code, said)
		}
		intact("full disk")
	}
	for what, change := range map[string]func(){
		"a store that is gone": func() { must(t, os.Rename(o.path("palermo.db"), o.path("away.db"))) },
		"no input":             func() { must(t, os.Rename(o.path("log.csv"), o.path("away.csv"))) },
	} {
		change()
		if code, said := o.run(audit...); code == 0 || !strings.Contains(said, "hint: ") {
			t.Errorf("%s: exit code %d\n%s", what, code, said)
		}
		_ = os.Rename(o.path("away.db"), o.path("palermo.db"))
		_ = os.Rename(o.path("away.csv"), o.path("log.csv"))
		intact(what)
	}
	must(t, os.WriteFile(o.path("log.csv"), []byte("PAR1 this is no table any more"), 0o600))
	if said := o.must(1, audit...); !strings.Contains(said, "log.csv: ") || !strings.Contains(said, "--allow-empty") {
		t.Errorf("no row can be read: %s", said)
	}
	intact("no row that can be read")
	o.must(3, append(audit, "--allow-empty")...)
	if run := o.lastRun("palermo.db"); run.ID != 2 || run.Changes["unread_input"] != 500 {
		t.Errorf("input that can't be read: run %d, %v", run.ID, run.Changes)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestASecondRunIsToldWhoHoldsTheLock(t *testing.T) {
	o := newOperator(t)
	o.log("log.csv", caseRows(20000))
	first := o.command("audit", "--quiet", "--out", "out", "log.csv")
	must(t, first.Start())
	ended := make(chan struct{})
	go func() {
		_ = first.Wait()
		close(ended)
	}()
	wait(ended, func() bool { data, _ := os.ReadFile(o.path("out/.palermo.lock")); return len(data) > 0 })
	said := o.must(11, "audit", "--quiet", "--out", "out", "log.csv")
	if want := fmt.Sprintf("process %d on ", first.Process.Pid); !strings.Contains(said, want) || !strings.Contains(said, " since 20") {
		t.Errorf("%q is not told: %s", want, said)
	}
	o.log("small.csv", caseRows(4))
	o.must(0, "audit", "--quiet", "--wait", "10m", "--out", "out", "small.csv")
	<-ended
}
