package history

import (
	"context"
	"reflect"
)

// Repeats reports whether the run would find what the last one found, and say
// the same of it: everything that it rests on is the same, and the last run had
// nothing new to say either.
func (s *Session) Repeats() bool {
	return s.last != nil && s.last.Out == s.run.Out && reflect.DeepEqual(s.last.Basis, s.run.Basis) &&
		s.last.States[Unchanged] == s.last.Records && s.last.States[Absent] == 0
}

// Repeat writes a run that found what the last one found, whose reports stand.
func (s *Session) Repeat(ctx context.Context) error {
	s.run.Rows, s.run.UnreadRows, s.run.Unread = s.last.Rows, s.last.UnreadRows, s.last.Unread
	s.run.UnreadFiles = s.last.UnreadFiles
	s.run.Manifest, s.run.Rates, s.run.ByYear = s.last.Manifest, s.last.Rates, s.last.ByYear
	s.run.Tally = s.last.unchanged()
	s.run.Findings = deltaSum(newDigest(), nil)
	tx, err := s.store.beginWrite(ctx)
	if err != nil {
		return s.failed(err)
	}
	s.tx = tx
	if err := s.store.addRun(ctx, tx, &s.run); err != nil {
		return s.failed(err)
	}
	return s.Commit()
}
