package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// What only reads a store works where it can't be written to: on a backup that is
// mounted to be read, and on the full disk whose night has just failed.
func TestAStoreIsReadFromAnyMedium(t *testing.T) {
	if os.Geteuid() != 0 || exec.Command("unshare", "--mount", "true").Run() != nil {
		t.Skip("nothing can be mounted here")
	}
	o := newOperator(t)
	o.log("log.csv", caseRows(2))
	o.must(0, "history", "init", "palermo.db")
	o.must(0, "audit", "--quiet", "--format", "csv", "--series", "nightly", "--store", "palermo.db", "log.csv")
	must(t, os.Mkdir(o.path("medium"), 0o700))
	for what, change := range map[string]string{
		"mounted to be read": "mount -o remount,ro medium",
		"full":               "dd if=/dev/zero of=medium/all bs=4k 2>medium/dd || true",
	} {
		script := `set -e
			program=$1
			mount -t tmpfs -o size=300k tmpfs medium
			cp palermo.db medium/palermo.db
			` + change + `
			export PALERMO_STORE=medium/palermo.db
			$program status --max-age 1h
			$program trends
			$program history verify
			$program decisions list
			$program diff -- 0 0
			$program history verify --series nightly log.csv`
		cmd := exec.Command("unshare", "--mount", "sh", "-c", script, "sh", o.program)
		cmd.Dir = o.dir
		if code, said := finish(t, cmd); code != 0 || !strings.Contains(said, "2 of 2 records of run 1 read again") {
			t.Errorf("%s: exit code %d\n%s", what, code, said)
		}
	}
}

// The disk of the store fills up in the night: nothing is published, however small
// what the store has to write is.
func TestAFullDiskUnderTheStorePublishesNothing(t *testing.T) {
	if os.Geteuid() != 0 || exec.Command("unshare", "--mount", "true").Run() != nil {
		t.Skip("nothing can be mounted here")
	}
	o := newOperator(t)
	o.log("log.csv", caseRows(2))
	audit := []string{"audit", "--quiet", "--format", "csv", "--series", "nightly", "log.csv"}
	o.must(0, "history", "init", "palermo.db")
	o.must(0, append(audit, "--store", "palermo.db")...)
	before := o.files("palermo-out")
	o.log("log.csv", caseRows(400))
	must(t, os.Mkdir(o.path("medium"), 0o700))
	script := `set -e
		mount -t tmpfs -o size=300k tmpfs medium
		cp palermo.db medium/palermo.db
		exec "$@" --store medium/palermo.db --on-failure "tee told"`
	cmd := exec.Command("unshare", append([]string{"--mount", "sh", "-c", script, "sh", o.program}, audit...)...)
	cmd.Dir = o.dir
	if code, said := finish(t, cmd); code != 1 || !strings.Contains(said, "no space left") && !strings.Contains(said, "disk is full") {
		t.Errorf("exit code %d\n%s", code, said)
	}
	if err := same(before, o.files("palermo-out")); err != nil || !strings.Contains(o.read("told"), `"event":"failure"`) {
		t.Errorf("%v, told %s", err, o.read("told"))
	}
}
