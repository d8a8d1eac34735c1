package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const hostile = "../../fixtures/hostile"

// allTraps are all hostile files.
func allTraps(t testing.TB) []trap {
	return append(append(tableTraps(), reportTraps()...), binaryTraps(t)...)
}

// Every hostile file gives what its README says. With PALERMO_WRITE_HOSTILE set
// the files and the README are written anew, to be looked at before they are
// committed.
func TestHostileFiles(t *testing.T) {
	traps := allTraps(t)
	if os.Getenv("PALERMO_WRITE_HOSTILE") != "" {
		writeHostile(t, traps)
	}
	readme, err := os.ReadFile(filepath.Join(hostile, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]bool{}
	for line := range strings.SplitSeq(string(readme), "\n") {
		lines[line] = true
	}
	tools := &Tools{interpret: true}
	defer tools.Close()
	for _, trap := range traps {
		path := filepath.Join(hostile, trap.file)
		if line := readmeLine(trap, gives(path, tools)); !lines[line] {
			t.Errorf("README.md does not say:\n%s", line)
		}
	}
	entries, err := os.ReadDir(hostile)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(traps)+1 {
		t.Errorf("%d files stand in %s, and %d are told of", len(entries)-1, hostile, len(traps))
	}
}

func readmeLine(trap trap, gives string) string {
	return fmt.Sprintf("| `%s` | %s | %s |", trap.file, trap.what, gives)
}

// gives says what becomes of a file, in the words of the README.
func gives(path string, tools *Tools) string {
	got, err := tryFile(path, Options{Tools: tools})
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	add(len(got.records), "read")
	reasons := map[Outcome][]string{}
	rows := map[Outcome]int{}
	for _, r := range got.rejects {
		rows[r.Outcome] += r.Rows
		reason := r.Reason
		if len(reasons[r.Outcome]) == 0 || reasons[r.Outcome][len(reasons[r.Outcome])-1] != reason {
			reasons[r.Outcome] = append(reasons[r.Outcome], reason)
		}
	}
	for _, outcome := range []Outcome{Quarantined, Skipped} {
		if len(reasons[outcome]) > 0 {
			parts = append(parts, fmt.Sprintf("%d %s (%s)", rows[outcome], outcome, strings.Join(reasons[outcome], "; ")))
		}
	}
	problems := map[string]bool{}
	for _, r := range got.records {
		for _, p := range r.Problems {
			if !problems[p] {
				problems[p] = true
				parts = append(parts, "says: "+p)
			}
		}
	}
	if err != nil {
		parts = append(parts, "refused: "+strings.SplitN(Quarantine(path, err).Reason, "\n", 2)[0])
	}
	if len(parts) == 0 {
		parts = []string{"a table without rows"}
	}
	return strings.ReplaceAll(strings.Join(parts, "; "), "|", "\\|")
}

func writeHostile(t *testing.T, traps []trap) {
	t.Helper()
	var b strings.Builder
	b.WriteString(`# Hostile files

Everything here is invented. Each file holds one trap that case logs and reports lay for the program that reads them. The
last column says what becomes of it: how many records are read, what is quarantined or skipped and why, what the records
say of themselves, or why the file is refused. A test reads every file and holds this table to what it finds.

` + "`PALERMO_WRITE_HOSTILE=1 go test -run TestHostileFiles ./pipeline/source`" + ` writes the files and this table.

| file | trap | gives |
|---|---|---|
`)
	tools := &Tools{interpret: true}
	defer tools.Close()
	for _, trap := range traps {
		path := filepath.Join(hostile, trap.file)
		if err := os.MkdirAll(hostile, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(trap.content), 0o644); err != nil {
			t.Fatal(err)
		}
		b.WriteString(readmeLine(trap, gives(path, tools)) + "\n")
	}
	if err := os.WriteFile(filepath.Join(hostile, "README.md"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
