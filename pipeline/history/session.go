package history

import (
	"context"
	"database/sql"
	"fmt"

	"palermo/pipeline/history/hold"
	"palermo/screen"
)

// Session holds one run against the last one of its series. It is used by one
// goroutine: Recall, Mark for every finding in input order, Absent, Prepare,
// Commit; or Repeat alone.
type Session struct {
	store   *Store
	run     Run
	last    *Run // nil for the first
	known   *index
	spool   *spool[version]
	fresh   *spool[Fresh]
	cache   *Cache         // nil where every text is read anew
	revoked map[int64]bool // versions whose predecessor turned up unchanged
	ended   []int64        // rows of the last run that no record of this one is
	changed changes
	quotes  bool // are kept
	unlock  func()
	tx      *sql.Tx
	reserve *reserve // for the end of tx, nil for none
}

// Begin locks the series and finds its last run. The caller ends the session with Close, whatever became of it.
func (s *Store) Begin(ctx context.Context, run Run, c hold.Claim) (*Session, error) {
	unlock, err := s.engine.lock(ctx, s, run.Series, c)
	if err != nil {
		return nil, err
	}
	session, err := s.begin(ctx, run)
	if err != nil {
		unlock()
		return nil, fmt.Errorf("read store %s: %w", s.where, err)
	}
	session.unlock = unlock
	return session, nil
}

func (s *Store) begin(ctx context.Context, run Run) (*Session, error) {
	last, err := s.Last(ctx, run.Series)
	if err != nil {
		return nil, err
	}
	run.ID = 1
	if last != nil {
		run.ID, run.Previous, run.Cache = last.ID+1, last.ID, last.Cache
	}
	session := &Session{store: s, run: run, last: last, known: &index{}, revoked: map[int64]bool{}, changed: changesOf(last, &run)}
	if session.spool, err = newSpool[version](); err != nil {
		return nil, err
	}
	if session.fresh, err = newSpool[Fresh](); err != nil {
		session.spool.close()
		return nil, err
	}
	return session, nil
}

// Recall reads what stood in the last run. A run that repeats it has no need to.
func (s *Session) Recall(ctx context.Context) error {
	known, err := s.store.load(ctx, s.run.Series)
	if err != nil {
		return fmt.Errorf("read store %s: %w", s.store.where, err)
	}
	s.known = known
	return nil
}

// Remember makes the session keep what was read out of texts, and hand it out.
func (s *Session) Remember(ctx context.Context) (*Cache, error) {
	var err error
	if s.cache, err = s.store.Cache(ctx, &s.run); err != nil {
		return nil, err
	}
	s.run.Cache = s.cache.basis
	return s.cache, nil
}

// Keep notes a reading that the store does not have yet.
func (s *Session) Keep(f *Fresh) error {
	_, err := s.fresh.add(f)
	return err
}

// Run is the run as far as it is known. The caller counts into its tally.
func (s *Session) Run() *Run { return &s.run }

// Last returns the run that this one is held against, nil for the first and for
// no session.
func (s *Session) Last() *Run {
	if s == nil {
		return nil
	}
	return s.last
}

// Former reports whether the last run took its digests of other things. Whether
// the evidence of a record is another one since then can't be told.
func (s *Session) Former() bool { return s != nil && s.changed.former }

// Close lets other runs in and drops what was not committed. It may be called
// more than once, and on no session.
func (s *Session) Close() {
	if s == nil {
		return
	}
	s.reserve.free()
	if s.tx != nil {
		_ = s.tx.Rollback() // ErrTxDone once it is committed
		s.tx = nil
	}
	s.spool.close()
	s.fresh.close()
	if s.unlock != nil {
		s.unlock()
		s.unlock = nil
	}
}

// Mark says how a finding stands to the last run, and notes what has to be
// written for it.
func (s *Session) Mark(f *screen.Finding, t Trace) (Mark, error) {
	known := t
	if s.changed.former {
		known.Content = formerContent(f.Reading.Record)
	}
	e, byContent := s.known.match(f.RecordID, known)
	m := s.mark(e, f, known)
	if e == nil {
		return m, s.keep(f, s.version(f, t, nil, m), nil)
	}
	m.row, m.Edited = e.row, e.content != known.Content
	if byContent {
		s.revoke(e)
		e.seen = true
	}
	if e.content == t.Content && e.look == t.Look && m.State == Unchanged {
		if s.quotes && !e.quoted {
			return m, s.keep(f, &version{Stands: e.row}, nil)
		}
		return m, nil
	}
	v := s.version(f, t, e, m)
	if byContent {
		return m, s.keep(f, v, nil)
	}
	return m, s.keep(f, v, &e.claim)
}

// keep notes what is to be written of a finding. Its number goes to whom it
// concerns.
func (s *Session) keep(f *screen.Finding, v *version, number *int64) error {
	var err error
	if s.quotes {
		if v.Quotes, err = quotesOf(f); err != nil {
			return err
		}
	}
	seq, err := s.spool.add(v)
	if number != nil {
		*number = seq
	}
	return err
}

// revoke makes a new record of one that was taken for an edited one, now that
// the record which stood there before has turned up.
func (s *Session) revoke(e *entry) {
	if e.claim != 0 {
		s.revoked[e.claim] = true
		e.claim = 0
	}
}

func (s *Session) mark(e *entry, f *screen.Finding, t Trace) Mark {
	if e == nil {
		m := Mark{State: New, Since: s.run.ID}
		if s.last != nil {
			m.Causes = []string{CauseData}
			if unreadOf(s.last.UnreadFiles, f.Reading.Record.File).Cut {
				m.Causes[0] = CauseUnread // what was not read last time may be back
			}
		}
		return m
	}
	was := screen.Kinds()[e.kind]
	switch {
	case was == f.Kind && e.look == t.Look:
		return Mark{State: Unchanged, Since: e.first}
	case was == f.Kind:
		return Mark{State: Updated, Since: e.first, Causes: s.causes(e, f, t)}
	}
	return Mark{State: New, Since: s.run.ID, Was: was, Causes: s.causes(e, f, t)}
}

func (s *Session) causes(e *entry, f *screen.Finding, t Trace) []string {
	return s.changed.causes(e.content == t.Content, e.evidence == sumOf(screen.Said(f.EvidenceHash)), f.Reading.Language)
}

// version is a finding as it is written.
func (s *Session) version(f *screen.Finding, t Trace, before *entry, m Mark) *version {
	v := &version{
		RecordID: f.RecordID, File: f.Reading.Record.File, Language: f.Reading.Language,
		Family: t.Family, Content: t.Content, Look: t.Look, First: m.Since,
		Fingerprint: f.Fingerprint, Evidence: f.EvidenceHash,
		Kind: string(f.Kind), Class: string(f.Assessment.Class), Label: string(f.Label), Priority: f.Priority,
	}
	if before != nil {
		v.Replaces, v.Subject = before.row, before.subject
	}
	return v
}
