package history

import (
	"context"
	"maps"
	"reflect"

	"palermo/screen"
)

// Repeats reports whether the run would find what the last one found, and say
// the same of it: everything that it rests on is the same, and the last run had
// nothing new to say either.
func (s *Session) Repeats() bool {
	return s.last != nil && s.last.Out == s.run.Out && reflect.DeepEqual(s.last.Basis, s.run.Basis) &&
		s.last.States[Unchanged] == s.last.Records && s.last.States[Absent] == 0
}

// Repeat writes a run that found what the last one found, whose reports stand.
func (s *Session) Repeat(ctx context.Context, o Outcome) error {
	s.run.Finished, s.run.Rows, s.run.Unread = o.Finished, s.last.Rows, s.last.Unread
	s.run.Records, s.run.Manifest = s.last.Records, s.last.Manifest
	s.run.States, s.run.Changes = maps.Clone(s.last.States), map[string]int64{}
	s.run.Kinds, s.run.Priorities = maps.Clone(s.last.Kinds), maps.Clone(s.last.Priorities)
	s.run.Findings = deltaSum(newDigest(), nil)
	tx, err := s.store.beginWrite(ctx)
	if err != nil {
		return s.failed(err)
	}
	s.tx = tx
	return s.Commit(ctx, s.run.Manifest)
}

// count adds a finding to what the run counts.
func (r *Run) count(f *screen.Finding, m *Mark) {
	r.Records++
	r.States[m.State]++
	r.Kinds[f.Kind]++
	r.Priorities[f.Priority]++
	for _, c := range m.Causes {
		r.Changes[c]++
	}
}
