package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"palermo/pipeline/history"
	"palermo/pipeline/history/server"
)

// Sixty nights of one log: rows are added, edited, removed and sorted anew, packs
// change, reviewers decide, one night is killed and one has a full disk. Every
// night says what changed and nothing else; what it says is known here from what
// was done to the log.
func TestSixtyNights(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program very often")
	}
	t.Parallel() // nearly all of the time one program compiles packs, on one core
	for _, store := range stores() {
		t.Run(store.name, func(t *testing.T) {
			t.Parallel()
			n := &nights{operator: newOperator(t), store: store.address(t), random: rand.New(rand.NewPCG(7, 60))}
			n.must(0, "history", "init", n.store)
			n.rows = caseRows(40)
			n.next = len(n.rows)
			for night := 1; night <= 60; night++ {
				n.play(night)
			}
			n.close()
		})
	}
}

// stores are both kinds of store. PostgreSQL is skipped where there is no server.
func stores() []storeKind {
	return []storeKind{
		{"sqlite", func(*testing.T) string { return "palermo.db" }},
		{"postgres", server.Schema},
	}
}

type storeKind struct {
	name    string
	address func(*testing.T) string
}

type nights struct {
	*operator
	store  string
	random *rand.Rand
	rows   [][]string
	next   int // number of the next row that is added
	packs  int // version of the packs of one's own, 0 for none
	run    int64
	killed bool // a night was
}

// change is what a night does to the log.
type change struct{ added, edited, removed int64 }

func (n *nights) play(night int) {
	n.t.Helper()
	c := n.change(night)
	n.log("log.csv", n.rows)
	flips, said, done := int64(0), "", false
	switch {
	case night > 20 && !n.killed && c != (change{}):
		n.killed = n.kill()
		done = !n.killed // it was too quick; the next one then
	case night == 31:
		n.fillDisk()
	case night == 15 || night == 45:
		flips = n.adopt(night)
	case night == 25:
		n.decide()
	}
	if !done {
		said = n.must(0, n.audit()...)
	}
	if night == 25 && !strings.Contains(n.read("out/decisions.csv"), "in_force,") {
		n.t.Errorf("the decision does not count: %s", n.read("out/decisions.csv"))
	}
	n.run++
	if night%10 != 0 && c == (change{}) && flips == 0 && night != 25 {
		return // nothing to tell, and every start takes its time
	}
	last := n.last()
	want := map[history.State]int64{history.New: c.added, history.Absent: c.removed}
	if night > 1 && last.ID == n.run && last.Previous == n.run-1 {
		n.check(night, &last, want, c.edited+flips, said)
	} else if night > 1 {
		n.t.Errorf("night %d is run %d against %d", night, last.ID, last.Previous)
	}
}

// change adds, edits and removes a few rows, and now and then sorts them anew.
// Every fifth night nothing happens.
func (n *nights) change(night int) change {
	var c change
	if night == 1 || night%5 == 0 {
		return c
	}
	if night%7 == 0 {
		n.random.Shuffle(len(n.rows), func(i, j int) { n.rows[i], n.rows[j] = n.rows[j], n.rows[i] })
	}
	for range n.random.IntN(4) {
		n.rows = append(n.rows, caseRow(n.next))
		n.next++
		c.added++
	}
	for range n.random.IntN(3) {
		at := n.random.IntN(len(n.rows) - int(c.added)) // of those that were there
		n.rows = append(n.rows[:at], n.rows[at+1:]...)
		c.removed++
	}
	for i := range n.random.IntN(3) {
		n.rows[i][3] = otherwise().Replace(n.rows[i][3])
		c.edited++
	}
	for i := c.edited; i < int64(len(n.rows)) && night%3 == 0; i++ {
		n.rows[i][3] = "On that day: " + n.rows[i][3] // every place in it moves, and it says the same
	}
	return c
}

// otherwise tells a fact of a row of the log in other words.
func otherwise() *strings.Replacer {
	var both []string
	for a, b := range map[string]string{"confiscated": "took away", "$6,000": "$7,000", "workshop": "seminar", "without pay": "without any pay"} {
		both = append(both, a, b, b, a)
	}
	return strings.NewReplacer(both...)
}

func (n *nights) audit() []string {
	args := []string{"audit", "--quiet", "--format", "csv,jsonl", "--series", "nightly", "--store", n.store, "--out", "out"}
	if n.packs > 0 {
		args = append(args, "--packs", "packs")
	}
	return append(args, "log.csv")
}

func (n *nights) last() history.Run { return n.lastRun(n.store) }

// check holds what the night told against what was done.
func (n *nights) check(night int, run *history.Run, want map[history.State]int64, changed int64, said string) {
	n.t.Helper()
	if run.States[history.New] != want[history.New] || run.States[history.Absent] != want[history.Absent] ||
		run.States[history.Updated] != changed || run.States[history.Unchanged] != int64(len(n.rows))-want[history.New]-changed {
		n.t.Errorf("night %d: %v, want %v and %d updated of %d\n%s", night, run.States, want, changed, len(n.rows), said)
	}
	if run.Changes[history.CauseUnexplained] > 0 {
		n.t.Errorf("night %d: changes without a cause: %v", night, run.Changes)
	}
}

// adopt writes packs of one's own that find something in every fourth row.
func (n *nights) adopt(night int) int64 {
	n.packs++
	must(n.t, os.MkdirAll(n.path("packs/en"), 0o700))
	pattern := map[int]string{15: "bus station", 45: "the house"}[night]
	rule := "version: \"" + strconv.Itoa(n.packs) + "\"\nrules:\n"
	for _, p := range []string{"bus station", pattern}[:n.packs] {
		rule += "  - indicator: physical_violence\n    patterns: [ \"" + p + "\" ]\n    hits: [ \"It was the house and the bus station.\" ]\n" +
			"    misses: [ \"They left at noon.\" ]\n    negated: [ \"There was no house and it was not at the house or at the bus station.\" ]\n"
	}
	must(n.t, os.WriteFile(n.path("packs/en/30_own.yaml"), []byte(rule), 0o600))
	count := int64(0)
	for _, r := range n.rows {
		if strings.Contains(r[3], pattern) {
			count++
		}
	}
	return count
}

// decide takes in a decision on a finding, from a file under version control.
func (n *nights) decide() {
	n.must(0, "audit", "--quiet", "--format", "xlsx", "--out", "review", "log.csv")
	workbook := n.path("review/reconciliation.xlsx")
	enterDecision(n.t, workbook)
	n.must(0, "decisions", "import", workbook, "--store", n.store)
}

// kill kills the night as soon as it writes, for the caller to run it again. It
// reports false where the night ended before it could be killed.
func (n *nights) kill() bool {
	cmd := n.command(n.audit()...)
	must(n.t, cmd.Start())
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	wait(ended, func() bool { return len(glob(n.path("out"), ".partial-*")) > 0 })
	_ = cmd.Process.Kill() // it may have ended
	<-ended
	return !cmd.ProcessState.Exited()
}

// fillDisk runs the night while no file can grow; then the disk is given room.
func (n *nights) fillDisk() {
	before := n.files("out")
	cmd := exec.Command("sh", append([]string{"-c", `ulimit -f 8; exec "$@"`, "sh", n.program}, n.audit()...)...)
	cmd.Dir = n.dir
	if code, said := finish(n.t, cmd); code != 1 {
		n.t.Errorf("full disk: exit code %d\n%s", code, said)
	}
	if err := same(before, n.files("out")); err != nil {
		n.t.Errorf("full disk: %v", err)
	}
}

// close looks at all nights from their end.
func (n *nights) close() {
	n.t.Helper()
	if !n.killed {
		n.t.Error("no night was killed")
	}
	n.must(0, "history", "verify", "--store", n.store)
	diff := n.must(0, "diff", "--store", n.store, "--series", "nightly", "14", "15")
	if strings.Count(diff, "(from own packs/packs)") == 0 || strings.Contains(diff, "the data") {
		n.t.Errorf("the night of the packs: %s", diff)
	}
	if list := n.must(0, "decisions", "list", "--store", n.store); !strings.Contains(list, "R. Ojeda") {
		n.t.Errorf("decisions: %s", list)
	}
	n.must(0, "history", "prune", "--store", n.store, "--keep-daily", "30", "--keep-monthly", "24")
	n.must(0, "history", "verify", "--store", n.store)
	n.must(0, n.audit()...)
	if last := n.last(); last.ID != 61 || last.States[history.Unchanged] != int64(len(n.rows)) {
		n.t.Errorf("after a prune: %s", fmt.Sprint(last.ID, last.States))
	}
}
