package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// What a reviewer entered in the workbook of the last night is told, kept and
// taken in, whatever the next one does with its reports.
func TestTheWorkOfAReviewerSurvivesTheNight(t *testing.T) {
	o := newOperator(t)
	o.log("log.csv", caseRows(4))
	audit := []string{"audit", "--quiet", "--format", "jsonl,csv,xlsx", "--out", "out", "log.csv"}
	o.must(0, audit...)
	enterDecision(t, o.path("out/reconciliation.xlsx"))
	said := o.must(0, audit...)
	aside := glob(o.path("out"), "reconciliation.edited-*.xlsx")
	if len(aside) != 1 || !strings.Contains(said, "palermo: out/reconciliation.xlsx was changed") || !strings.Contains(said, "import out/"+filepath.Base(aside[0])) {
		t.Fatalf("put aside %v, told %q", aside, said)
	}
	if said := o.must(0, "decisions", "import", aside[0], "--into", "decisions.yaml"); !strings.Contains(said, "1 decision read, 1 new") {
		t.Errorf("import: %s", said)
	}
	if said := o.must(0, audit...); said != "" {
		t.Errorf("told again: %s", said)
	}

	// Decisions of a night that had some do not stand beside the findings of one that has none.
	o.must(0, append(audit, "--decisions", "decisions.yaml")...)
	if _, err := os.Stat(o.path("out/decisions.csv")); err != nil {
		t.Fatal(err)
	}
	must(t, os.WriteFile(o.path("decisions.yaml"), nil, 0o600))
	if said := o.must(5, append(audit, "--decisions", "decisions.yaml")...); !strings.Contains(said, "decisions.yaml: a file of decisions is empty\n  hint: ") {
		t.Errorf("an empty file: %s", said)
	}
	o.must(0, audit...)
	if _, err := os.Stat(o.path("out/decisions.csv")); !os.IsNotExist(err) {
		t.Errorf("decisions.csv of an earlier night: %v", err)
	}
}

// Whenever a run is killed, what a reviewer entered is there, also after the next.
func TestAKilledRunLosesNoWorkOfAReviewer(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program often")
	}
	o := newOperator(t)
	o.log("log.csv", caseRows(60))
	audit := func(out string) []string {
		return []string{"audit", "--quiet", "--format", "jsonl,csv,xlsx", "--out", out, "log.csv"}
	}
	begun := time.Now()
	o.must(0, audit("out")...)
	took := time.Since(begun)
	enterDecision(t, o.path("out/reconciliation.xlsx"))
	work := o.read("out/reconciliation.xlsx")
	o.log("log.csv", caseRows(40))
	for _, point := range []int{1, 2, 3, 5} {
		out := fmt.Sprint("point", point)
		must(t, os.CopyFS(o.path(out), os.DirFS(o.path("out"))))
		killed := killAt(t, o.command(audit(out)...), o.path(out), point, took)
		if !slices.Contains(slices.Collect(maps.Values(o.files(out))), work) {
			t.Errorf("killed %s: it is gone", killed)
		}
		o.must(0, audit(out)...)
		if !slices.Contains(slices.Collect(maps.Values(o.files(out))), work) {
			t.Errorf("killed %s: it is gone after the next run", killed)
		}
		if aside := glob(o.path(out), "*.edited-*"); len(aside) != 1 {
			t.Errorf("killed %s: put aside %v", killed, aside)
		}
	}
}
