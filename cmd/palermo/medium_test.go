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
