package history

import (
	"context"
	"database/sql"
	"path"
	"slices"
	"strings"
)

// Gone is a finding of the last run that no record of this one has.
type Gone struct {
	Side
	Since int64  // the run in which it was first found to be of this kind
	Cause string // CauseData, or CauseUnread where it may still stand
}

// Absent counts the findings of the last run that no record of this one has, and
// hands them on in the order in which they came into the store. Unread says how
// much of each file could not be read; rows that could not be read in the last
// run either hide nothing that stood in it.
func (s *Session) Absent(ctx context.Context, unread map[string]UnreadFile, take func(*Gone) error) error {
	for i := range s.known.entries {
		e := &s.known.entries[i]
		if e.seen || e.claim != 0 {
			continue
		}
		s.ended = append(s.ended, e.row)
		s.run.gone(s.causeOfEnd(unread, s.known.files[e.file]))
	}
	slices.Sort(s.ended)
	for rows := range slices.Chunk(s.ended, bulkRows) {
		err := s.store.gone(ctx, rows, func(g *Gone) error {
			g.Cause = s.causeOfEnd(unread, g.File)
			return take(g)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Session) causeOfEnd(unread map[string]UnreadFile, file string) string {
	if now := unreadOf(unread, file); now.Cut || now.Rows > s.last.UnreadFiles[file].Rows {
		return CauseUnread
	}
	return CauseData
}

// unreadOf says how much could not be read of a file. What can't be read of the
// folder or the archive that it stands in may be the file.
func unreadOf(unread map[string]UnreadFile, file string) UnreadFile {
	for at := path.Dir(file); at != path.Dir(at); at = path.Dir(at) {
		if u := unread[at]; u.Cut {
			return u
		}
	}
	return unread[file]
}

// gone reads some versions.
func (s *Store) gone(ctx context.Context, rows []int64, take func(*Gone) error) error {
	args := make([]any, len(rows))
	for i, row := range rows {
		args[i] = row
	}
	return s.each(ctx, func(cells *sql.Rows) error {
		g := new(Gone)
		if err := cells.Scan(&g.RecordID, &g.File, &g.Fingerprint, &g.Evidence, &g.Kind, &g.Class, &g.Label, &g.Priority, &g.Since); err != nil {
			return err
		}
		return take(g)
	}, `SELECT record_id, source_file, fingerprint, evidence_hash, kind, class, label, priority, first_run
		FROM findings WHERE id IN (?`+strings.Repeat(", ?", len(rows)-1)+") ORDER BY id", args...)
}
