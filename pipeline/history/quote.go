package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"palermo/screen"
)

// Quote is a piece of a record that a finding stands on.
type Quote struct {
	Indicator string `json:"indicator"`
	Field     string `json:"field"`
	Start     int    `json:"start"` // bytes of the field, half-open
	End       int    `json:"end"`
	Text      string `json:"quote"`
}

// KeepQuotes makes the session keep the quotes of all findings of the run, also
// of those that stand unchanged. Without it no text of a record is kept.
func (s *Session) KeepQuotes() { s.quotes = true }

// quotesOf is the facts that count and those that an element stands on, as they
// are kept.
func quotesOf(f *screen.Finding) (string, error) {
	used := make([]bool, len(f.Reading.Evidence))
	for _, e := range f.Assessment.Elements {
		for _, at := range e.Grounds() {
			used[at] = true
		}
	}
	list := []Quote{}
	for i := range f.Reading.Evidence {
		e := &f.Reading.Evidence[i]
		if !used[i] && !e.Counts {
			continue
		}
		q := Quote{Indicator: e.Indicator, Start: e.Span.Start, End: e.Span.End, Text: e.Quote}
		if at := e.Span.Field; at >= 0 && at < len(f.Reading.Record.Fields) {
			q.Field = f.Reading.Record.Fields[at].Name
		}
		list = append(list, q)
	}
	text, err := json.Marshal(list)
	return string(text), err
}

// Misquotes reports whether the store keeps other quotes of a finding, which
// stands unchanged, than the record has now.
func (s *Session) Misquotes(ctx context.Context, f *screen.Finding, m *Mark) (bool, error) {
	var kept string
	err := s.store.db.QueryRowContext(ctx, s.store.q(`SELECT quotes FROM quotes WHERE finding = ?`), m.row).Scan(&kept)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("read store %s: %w", s.store.where, err)
	}
	now, err := quotesOf(f)
	return kept != now, err
}

// Quoted counts the findings of which quotes are kept.
func (s *Store) Quoted(ctx context.Context) (int64, error) {
	var n int64
	err := s.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM quotes`).Scan(&n)
	if err != nil {
		err = fmt.Errorf("read store %s: %w", s.where, err)
	}
	return n, err
}

// DropQuotes removes the quotes of a series, or of all for "", from the file as
// well where the database can do that at once. It returns of how many findings
// there were some.
func (s *Store) DropQuotes(ctx context.Context, series Series) (int64, error) {
	done, err := s.db.ExecContext(ctx, s.q(`DELETE FROM quotes WHERE series = ? OR ? = ''`), string(series), string(series))
	for _, scrub := range s.engine.scrub {
		if err == nil {
			_, err = s.db.ExecContext(ctx, scrub)
		}
	}
	if err != nil {
		return 0, fmt.Errorf("write store %s: %w", s.where, err)
	}
	return done.RowsAffected()
}
