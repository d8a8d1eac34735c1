package history

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
)

// Prepare writes the run into a transaction and holds the room on the disk that
// the end of it may need, so that a full disk shows before the reports are
// published. Nobody sees the run until Commit. Manifest is the digest of the
// manifest that is published with it. A context that is cancelled later does not
// take the transaction back.
func (s *Session) Prepare(ctx context.Context, manifest string) error {
	tx, err := s.store.beginWrite(context.WithoutCancel(ctx))
	if err != nil {
		return s.failed(err)
	}
	s.tx = tx
	if err := s.write(ctx); err != nil {
		return s.failed(err)
	}
	if s.cache != nil {
		if err := s.cache.write(ctx, tx, s.last, &s.run, s.fresh); err != nil {
			return s.failed(err)
		}
	}
	s.run.Manifest = manifest
	if err := s.store.addRun(ctx, tx, &s.run); err != nil {
		return s.failed(err)
	}
	if s.store.engine.reserve == nil {
		return nil
	}
	s.reserve, err = s.store.engine.reserve(ctx, s.store, tx)
	return s.failed(err)
}

// Commit ends the transaction. The reports stand already.
func (s *Session) Commit() error {
	s.reserve.free()
	err := s.tx.Commit()
	s.tx = nil
	return s.failed(err)
}

func (s *Session) failed(err error) error {
	if err != nil {
		err = fmt.Errorf("write store %s: %w", s.store.where, err)
	}
	return err
}

// beginWrite begins a transaction of which there is only one at a time.
func (s *Store) beginWrite(ctx context.Context) (*sql.Tx, error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	if s.engine.exclusive == "" {
		return tx, nil
	}
	if _, err := tx.ExecContext(ctx, s.engine.exclusive); err != nil {
		_ = tx.Rollback()
		return nil, err
	}
	return tx, nil
}

// write closes the versions that were replaced or are gone and adds the new
// ones.
func (s *Session) write(ctx context.Context) error {
	var next int64
	if err := s.tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(id), 0) + 1 FROM findings`).Scan(&next); err != nil {
		return err
	}
	added := newDigest()
	closing := s.store.newCloser(s.tx, s.run.ID)
	for _, row := range s.ended {
		if err := closing.add(ctx, row); err != nil {
			return err
		}
	}
	adding := s.store.newInserter(s.tx, findingColumns)
	quoting := s.store.newInserter(s.tx, "quotes (finding, series, quotes)")
	quote := func(row int64, v *version) error {
		if v.Quotes == "" {
			return nil
		}
		return quoting.add(ctx, []any{row, string(s.run.Series), v.Quotes})
	}
	err := s.spool.each(func(seq int64, v *version) error {
		if v.Stands != 0 {
			return quote(v.Stands, v)
		}
		if s.revoked[seq] {
			v.Replaces = 0
		}
		if v.Replaces == 0 {
			v.Subject = next
		} else if err := closing.add(ctx, v.Replaces); err != nil {
			return err
		}
		row := v.row(next, string(s.run.Series), s.run.ID)
		if err := quote(next, v); err != nil {
			return err
		}
		next++
		added.row(row)
		return adding.add(ctx, row)
	})
	if err == nil {
		err = closing.flush(ctx)
	}
	if err == nil {
		err = adding.flush(ctx)
	}
	if err == nil {
		err = quoting.flush(ctx)
	}
	s.run.Findings = deltaSum(added, closing.ended)
	return err
}

// deltaSum is a digest of what a run changed: the versions that it added, and
// those that it ended.
func deltaSum(added *digest, ended []int64) string {
	slices.Sort(ended)
	d := newDigest()
	d.text(added.hex())
	for _, id := range ended {
		d.text(strconv.FormatInt(id, 10))
	}
	return d.hex()
}
