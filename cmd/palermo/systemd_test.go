package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The units of docs/systemd are understood by systemd, and what they let the
// program do is little.
func TestUnits(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	switch {
	case err != nil && os.Getenv("PALERMO_REQUIRE_ALL") != "":
		t.Fatal("systemd-analyze is missing")
	case err != nil:
		t.Skip("systemd-analyze is missing")
	}
	dir := t.TempDir()
	var units []string
	for _, name := range []string{"palermo.service", "palermo.timer"} {
		data, err := os.ReadFile("../../docs/systemd/" + name)
		must(t, err)
		// The program is not installed here; any other that is there will do.
		text := strings.ReplaceAll(string(data), "/usr/local/bin/palermo", "/bin/true")
		units = append(units, filepath.Join(dir, name))
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	said, err := exec.Command(analyze, append([]string{"verify", "--man=no"}, units...)...).CombinedOutput()
	if err != nil || strings.Contains(string(said), dir) {
		t.Errorf("%v\n%s", err, said)
	}
	said, err = exec.Command(analyze, "security", "--offline=yes", "--threshold=15", units[0]).CombinedOutput()
	if err != nil {
		t.Errorf("the unit may do too much: %v\n%s", err, said)
	}
	t.Log(regexp.MustCompile(`Overall exposure.*`).FindString(string(said)))
}

// The command of the unit is one that the program understands.
func TestTheCommandOfTheUnit(t *testing.T) {
	data, err := os.ReadFile("../../docs/systemd/palermo.service")
	must(t, err)
	words := strings.Fields(regexp.MustCompile(`(?m)^ExecStart=(.*)$`).FindStringSubmatch(string(data))[1])
	o := newOperator(t)
	if _, said := o.run(words[1:]...); !strings.Contains(said, "palermo.yaml") || strings.Contains(said, "unknown") {
		t.Errorf("it should miss its plan and nothing else: %s", said)
	}
}
