package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// ruleShown is a rule in the finding that the README shows.
var ruleShown = regexp.MustCompile(`"rule": "([^"]+)"`)

// TestReadmeShowsTheDemo holds what the README prints of the demo to what it prints:
// every line that is not cut short, and the rules of the finding that it shows.
func TestReadmeShowsTheDemo(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(string(readme), "<!-- the demo's own output")
	_, shown, _ = strings.Cut(shown, "```\n")
	shown, _, found := strings.Cut(shown, "```")
	if !found {
		t.Fatal("the README shows no output of the demo")
	}
	var said bytes.Buffer
	out := t.TempDir()
	s := shell{stdout: &said, stderr: &said, now: time.Now}
	if code := s.run(t.Context(), []string{"audit", "--out", out, "fixtures/casework"}); code != 0 {
		t.Fatalf("exit code %d: %s", code, said.String())
	}
	for line := range strings.Lines(shown) {
		line, _, _ = strings.Cut(strings.TrimRight(line, "\n"), "; reports in")
		if !strings.HasSuffix(line, "...") && !strings.Contains(said.String(), line) {
			t.Errorf("the demo does not print %q", line)
		}
	}
	findings, err := os.ReadFile(filepath.Join(out, "findings.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	rules := ruleShown.FindAllStringSubmatch(string(readme), -1)
	if len(rules) == 0 {
		t.Error("the README shows no rule")
	}
	for _, rule := range rules {
		if !bytes.Contains(findings, []byte(`"`+rule[1]+`"`)) {
			t.Errorf("no finding of the demo stands on %s", rule[1])
		}
	}
}
