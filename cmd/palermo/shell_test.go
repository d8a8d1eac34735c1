package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"palermo/pipeline"
)

// Every error has the exit code that the table gives its kind.
func TestCode(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want exit
	}{
		{"nothing", nil, done},
		{"anything", errors.New("disk full"), failed},
		{"usage of the pipeline", fmt.Errorf("run: %w", &pipeline.UsageError{Err: errors.New("x")}), usage},
		{"rules", &pipeline.RulesError{Err: errors.New("x")}, rules},
		{"cancelled", fmt.Errorf("read: %w", context.Canceled), cancelled},
		{"published and not kept", fmt.Errorf("run: %w", &pipeline.UnkeptError{Err: context.Canceled}), unkept},
		{"own", &failure{exit: unread}, unread},
	}
	for _, test := range tests {
		if got := code(test.err); got != int(test.want) {
			t.Errorf("%s: code %d, want %d", test.name, got, test.want)
		}
	}
}

func TestExitTableHasNoCodeTwice(t *testing.T) {
	seen := map[exit]bool{}
	for _, e := range exits() {
		if seen[e.exit] || e.name == "" || e.meaning == "" {
			t.Errorf("exit %d stands twice, or is not explained", e.exit)
		}
		seen[e.exit] = true
		if !strings.Contains(exitTable(), e.meaning) {
			t.Errorf("the help does not explain exit %d", e.exit)
		}
	}
}

func TestTold(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want string
	}{
		{"hint", errors.New("read a.csv: is a PDF\nhint: save its text as .txt"),
			"palermo: read a.csv: is a PDF\n  hint: save its text as .txt"},
		{"usage has a hint in any case", &pipeline.UsageError{Err: errors.New("input x: no such file")},
			"palermo: input x: no such file\n  hint: palermo --help and palermo audit --help say what can be written"},
		{"cancelled", context.Canceled, "palermo: cancelled, nothing was published"},
		{"escape in a name", errors.New("read \x1b[2J.csv: no"), "palermo: read \uFFFD[2J.csv: no"},
	}
	for _, test := range tests {
		if got := told(test.err); got != test.want {
			t.Errorf("%s:\n%s\nwant:\n%s", test.name, got, test.want)
		}
	}
}

// A run that is stopped before or in the middle publishes nothing, leaves
// nothing behind and keeps the reports of the run before.
func TestCancelledRun(t *testing.T) {
	for _, when := range []string{"before", "in the middle"} {
		t.Run(when, func(t *testing.T) {
			dir := t.TempDir()
			input, out := filepath.Join(dir, "cases.csv"), filepath.Join(dir, "out")
			write(t, input, manyRows(5000))
			if err := os.Mkdir(out, 0o700); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(out, "manifest.json"), "of the run before")

			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if when == "before" {
				cancel()
			}
			stderr := &firstWrite{then: cancel}
			s := shell{stdout: &bytes.Buffer{}, stderr: stderr, now: time.Now}
			if got := s.run(ctx, []string{"audit", "--json", "--out", out, input}); got != int(cancelled) {
				t.Errorf("exit code %d, want %d: %s", got, cancelled, stderr)
			}
			lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
			if last := lines[len(lines)-1]; !strings.Contains(last, `"event":"failure","exit_code":130,"exit":"cancelled","error":"cancelled, nothing was published"`) {
				t.Errorf("stderr is %q", stderr)
			}
			entries, err := os.ReadDir(out)
			if err != nil || len(entries) != 1 {
				t.Errorf("the folder holds %v (%v), want the old manifest alone", entries, err)
			}
		})
	}
}

// firstWrite calls a function when something is first written to it.
type firstWrite struct {
	bytes.Buffer
	then func()
}

func (w *firstWrite) Write(p []byte) (int, error) {
	w.then()
	return w.Buffer.Write(p)
}

func manyRows(n int) string {
	var b strings.Builder
	b.WriteString("case id,offence,narrative\n")
	for i := range n {
		fmt.Fprintf(&b, "A-%d,smuggling,\"For $2,000 a smuggler guided the man across the border at night, for the %dth time.\"\n", i, i)
	}
	return b.String()
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Flags win over the plan, and the plan over the defaults.
func TestOptions(t *testing.T) {
	plan := filepath.Join(t.TempDir(), "palermo.yaml")
	write(t, plan, "out: planned\nformats: [csv]\nframework: un\n")
	tests := []struct {
		name         string
		flags        auditFlags
		out, formats string
	}{
		{"defaults", auditFlags{}, pipeline.DefaultOut, "jsonl csv parquet xlsx html markdown"},
		{"plan", auditFlags{plan: plan}, "planned", "csv"},
		{"flags", auditFlags{plan: plan, out: "here", formats: []string{"html"}}, "here", "html"},
	}
	for _, test := range tests {
		o, err := test.flags.options()
		if err != nil {
			t.Fatal(err)
		}
		if o.Out != test.out || strings.Join(o.Formats, " ") != test.formats || o.Framework != "un" {
			t.Errorf("%s: out %q, formats %q, framework %q", test.name, o.Out, o.Formats, o.Framework)
		}
	}
}
