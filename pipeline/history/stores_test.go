package history

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"palermo/extract"
	"palermo/pipeline/history/hold"
	"palermo/pipeline/history/server"
	"palermo/pipeline/source"
	"palermo/screen"
)

// eachStore runs a test against a new store of each kind. PostgreSQL needs a
// server, named by PALERMO_TEST_POSTGRES.
func eachStore(t *testing.T, test func(t *testing.T, where string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "palermo.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, server.Schema(t)) })
}

func created(t *testing.T, where string) *Store {
	t.Helper()
	s, err := Create(context.Background(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// row is an invented record and what is found in it.
type row struct {
	id, text string
	kind     screen.Kind
	evidence string // stands for the hash
	language string
	flags    []screen.Flag
}

// finding is the finding of a row. A row without an id stands in line n.
func (r row) finding(n int) *screen.Finding {
	rec := &source.Record{
		Location: source.Location{File: "cases.csv", Row: n}, Document: source.CaseLogRow, CaseID: r.id,
		Fields: []source.Field{{Name: "narrative", Value: r.text, Role: source.RoleNarrative}},
	}
	return &screen.Finding{
		RecordID: screen.RecordID(rec), Kind: r.kind, EvidenceHash: r.evidence, RecordHash: r.id + " " + r.text, Priority: 2, Flags: r.flags,
		Reading: extract.Reading{Record: rec, Language: r.language},
	}
}

// night is one run: its rows, and what it rests on.
type night struct {
	rows  []row
	basis Basis
}

func rules(list ...string) Basis {
	b := Basis{Program: "palermo test", Inputs: strings.Join(list, ","), Rules: map[string]string{}}
	for _, r := range list {
		name, version, _ := strings.Cut(r, "=")
		b.Rules[name] = version
	}
	return b
}

// play runs a night and returns the mark of every row in order.
func play(t *testing.T, s *Store, n night) ([]Mark, Run) {
	t.Helper()
	ctx := context.Background()
	session, err := s.Begin(ctx, Run{Series: "test", Basis: n.basis, Started: time.Unix(0, 0).UTC()}, hold.Claim{})
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	if err := session.Recall(ctx); err != nil {
		t.Fatal(err)
	}
	session.Run().Finished = time.Unix(60, 0).UTC()
	var marks []Mark
	var names screen.Names
	for i, r := range n.rows {
		f := r.finding(i + 2)
		names.Settle(f)
		m, err := session.Mark(f, TraceOf(f))
		if err != nil {
			t.Fatal(err)
		}
		session.Run().Add(f, &m, nil)
		marks = append(marks, m)
	}
	if err := session.Absent(ctx, nil, func(*Gone) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := session.Prepare(ctx, "manifest"); err != nil {
		t.Fatal(err)
	}
	if err := session.Commit(); err != nil {
		t.Fatal(err)
	}
	return marks, *session.Run()
}

// told is the states of some marks in one word each.
func told(marks []Mark) string {
	var list []string
	for _, m := range marks {
		word := string(m.State)
		if m.Was != "" {
			word += " was " + string(m.Was)
		}
		if len(m.Causes) > 0 {
			word += " by " + strings.Join(m.Causes, "+")
		}
		list = append(list, word)
	}
	return strings.Join(list, ", ")
}

// intact reports a store that does not verify, or holds another number of runs.
func intact(t *testing.T, s *Store, runs int64) {
	t.Helper()
	if p, err := s.Verify(context.Background(), ""); err != nil || len(p.Broken) > 0 || p.Runs != runs {
		t.Errorf("%+v, %v; %d runs expected", p, err, runs)
	}
}
