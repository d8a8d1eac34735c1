package history

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"palermo/screen"
)

// Side is how a record stood in one run; nil in a Difference where it did not.
type Side struct {
	RecordID    string       `json:"record_id"`
	File        string       `json:"source_file"`
	Fingerprint string       `json:"fingerprint"`
	Evidence    string       `json:"evidence_hash"`
	Kind        screen.Kind  `json:"finding"`
	Class       screen.Class `json:"assessed_class"`
	Label       screen.Label `json:"recorded_label"`
	Priority    int          `json:"review_priority"`
	Quotes      []Quote      `json:"quotes,omitempty"` // where they are kept and asked for

	subject, content, look int64
	language               string
}

// SideOf is how a finding stands in a run that goes on. Its texts are copies,
// which do not keep the record in memory.
func SideOf(f *screen.Finding) Side {
	return Side{
		RecordID: strings.Clone(f.RecordID), File: f.Reading.Record.File,
		Fingerprint: f.Fingerprint, Evidence: f.EvidenceHash, Kind: f.Kind, Class: f.Assessment.Class, Label: f.Label, Priority: f.Priority,
	}
}

// Difference is a record that does not stand alike in two runs.
type Difference struct {
	State  State    `json:"state"` // of the later run against the earlier one
	Causes []string `json:"causes"`
	Before *Side    `json:"before,omitempty"`
	After  *Side    `json:"after,omitempty"`
}

// Flip reports whether the record is found to be of another kind than before.
func (d *Difference) Flip() bool {
	return d.Before != nil && d.After != nil && d.Before.Kind != d.After.Kind
}

// RecordID is the name of the record, the later one where it has two.
func (d *Difference) RecordID() string {
	if d.After != nil {
		return d.After.RecordID
	}
	return d.Before.RecordID
}

// Diff holds one run of a series against an earlier one. Differences come by
// the name of the record. A record that only moved is none. Quotes that are kept
// are added where they are asked for.
func (s *Store) Diff(ctx context.Context, before, after *Run, quotes bool) ([]Difference, error) {
	pairs := map[int64]*Difference{}
	for _, at := range []struct {
		run, other int64
		side       func(*Difference) **Side
	}{
		{before.ID, after.ID, func(d *Difference) **Side { return &d.Before }},
		{after.ID, before.ID, func(d *Difference) **Side { return &d.After }},
	} {
		err := s.standing(ctx, before.Series, at.run, at.other, quotes, func(one *Side) {
			if pairs[one.subject] == nil {
				pairs[one.subject] = &Difference{}
			}
			*at.side(pairs[one.subject]) = one
		})
		if err != nil {
			return nil, err
		}
	}
	changed := changesOf(before, after)
	var list []Difference
	for _, d := range pairs {
		if d.judge(&changed) {
			list = append(list, *d)
		}
	}
	slices.SortFunc(list, func(a, b Difference) int {
		return cmp.Or(strings.Compare(a.RecordID(), b.RecordID()), strings.Compare(string(a.State), string(b.State)))
	})
	return list, nil
}

// standing hands on the versions that stand in one run and not in the other.
func (s *Store) standing(ctx context.Context, series Series, run, other int64, quotes bool, take func(*Side)) error {
	return s.each(ctx, func(rows *sql.Rows) error {
		d := new(Side)
		var quoted string
		err := rows.Scan(&d.subject, &d.content, &d.look, &d.language, &d.RecordID, &d.File, &d.Fingerprint, &d.Evidence,
			&d.Kind, &d.Class, &d.Label, &d.Priority, &quoted)
		if err == nil && quotes && quoted != "" {
			err = json.Unmarshal([]byte(quoted), &d.Quotes)
		}
		take(d)
		return err
	}, `SELECT subject, content, look, language, record_id, source_file, fingerprint, evidence_hash, kind, class, label, priority,
		COALESCE((SELECT quotes FROM quotes WHERE finding = findings.id), '')
		FROM findings WHERE series = ? AND from_run <= ? AND (to_run = 0 OR to_run > ?) AND NOT (from_run <= ? AND (to_run = 0 OR to_run > ?))`,
		string(series), run, run, other, other)
}

// judge names state and causes. It reports false where nothing that was found
// differs.
func (d *Difference) judge(c *changes) bool {
	b, a := d.Before, d.After
	switch {
	case b == nil:
		d.State, d.Causes = New, []string{CauseData}
	case a == nil:
		d.State, d.Causes = Absent, []string{CauseData}
	case b.Kind == a.Kind && b.look == a.look:
		return false
	default:
		d.State = Updated
		if d.Flip() {
			d.State = New
		}
		d.Causes = c.causes(c.former || b.content == a.content, screen.Said(b.Evidence) == screen.Said(a.Evidence), a.language)
	}
	return true
}
