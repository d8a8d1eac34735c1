package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"palermo/pipeline/history/hold"
)

// Keep says which runs stay: the last of each of the latest days and months
// that have one, and the last run of all in any case.
type Keep struct {
	Daily, Monthly int
}

// Pruned is what a prune did to one series, as the chain keeps it.
type Pruned struct {
	Series   Series  `json:"series"`
	Last     int64   `json:"last"`     // run at that time, 0 where the series was removed
	Removed  []int64 `json:"removed"`  // runs
	Versions int64   `json:"versions"` // of findings that no run shows any more
	Findings string  `json:"findings"` // digest of those that stand

	seq int64 // of its entry in the chain
}

// Prune removes the runs of a series that need not be kept, and what was found
// in them alone. The chain keeps what was removed.
func (s *Store) Prune(ctx context.Context, series Series, k Keep) (*Pruned, error) {
	runs, err := s.Runs(ctx, series)
	if err != nil || len(runs) == 0 {
		return &Pruned{Series: series}, err
	}
	p := &Pruned{Series: series, Last: runs[len(runs)-1].ID}
	kept := k.choose(runs)
	for i := range runs {
		if !slices.Contains(kept, runs[i].ID) {
			p.Removed = append(p.Removed, runs[i].ID)
		}
	}
	if len(p.Removed) == 0 {
		return p, nil
	}
	return p, s.pruning(ctx, func(tx *sql.Tx) error { return s.prune(ctx, tx, p, kept) })
}

// Remove removes a series with all its runs and findings; decisions stay, since
// they belong to no series. The next run of that name is the first of a new one.
// The chain keeps what was removed.
func (s *Store) Remove(ctx context.Context, series Series, claim hold.Claim) (*Pruned, error) {
	free, err := s.engine.lock(ctx, s, series, claim)
	if err != nil {
		return nil, err
	}
	defer free()
	runs, err := s.Runs(ctx, series)
	if err != nil {
		return nil, err
	}
	p := &Pruned{Series: series}
	for i := range runs {
		p.Removed = append(p.Removed, runs[i].ID)
	}
	return p, s.pruning(ctx, func(tx *sql.Tx) error { return s.prune(ctx, tx, p, nil) })
}

// pruning does it all or not at all.
func (s *Store) pruning(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.beginWrite(ctx)
	if err != nil {
		return fmt.Errorf("prune store %s: %w", s.where, err)
	}
	defer func() { _ = tx.Rollback() }() // ErrTxDone once it is committed
	if err = do(tx); err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return fmt.Errorf("prune store %s: %w", s.where, err)
	}
	return nil
}

// choose returns the runs to keep, ascending.
func (k Keep) choose(runs []Run) []int64 {
	days, months := map[string]bool{}, map[string]bool{}
	var kept []int64
	for i := range slices.Backward(runs) {
		at := runs[i].Finished.UTC()
		day, month := at.Format("2006-01-02"), at.Format("2006-01")
		keep := i == len(runs)-1
		if !days[day] && len(days) < k.Daily {
			days[day], keep = true, true
		}
		if !months[month] && len(months) < k.Monthly {
			months[month], keep = true, true
		}
		if keep {
			kept = append(kept, runs[i].ID)
		}
	}
	slices.Reverse(kept)
	return kept
}

func (s *Store) prune(ctx context.Context, tx *sql.Tx, p *Pruned, kept []int64) error {
	for _, run := range p.Removed {
		if _, err := tx.ExecContext(ctx, s.q(`DELETE FROM runs WHERE series = ? AND id = ?`), string(p.Series), run); err != nil {
			return err
		}
	}
	if err := s.dropVersions(ctx, tx, p, kept); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, s.q(`DELETE FROM quotes WHERE series = ? AND finding NOT IN (SELECT id FROM findings WHERE series = ?)`),
		string(p.Series), string(p.Series)); err != nil {
		return err
	}
	var err error
	if p.Findings, err = s.standingSum(ctx, tx, p.Series, p.Last); err != nil {
		return err
	}
	facts, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return s.link(ctx, tx, chainPrune, p.Series, p.Last, string(facts))
}

// dropVersions removes the versions of findings that none of the kept runs shows:
// all of them where none is kept, and otherwise those that ended between two runs
// which are kept next to each other.
func (s *Store) dropVersions(ctx context.Context, tx *sql.Tx, p *Pruned, kept []int64) error {
	drop := func(where string, args ...any) error {
		done, err := tx.ExecContext(ctx, s.q(`DELETE FROM findings WHERE series = ?`+where), append([]any{string(p.Series)}, args...)...)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		p.Versions += n
		return err
	}
	if len(kept) == 0 {
		return drop("")
	}
	from := int64(0)
	for _, to := range kept {
		if err := drop(` AND from_run > ? AND to_run > 0 AND to_run <= ?`, from, to); err != nil {
			return err
		}
		from = to
	}
	return nil
}

// standingSum is a digest of all versions as they stood after a run.
func (s *Store) standingSum(ctx context.Context, db reader, series Series, run int64) (string, error) {
	d := newDigest()
	err := s.versions(ctx, db, func(row []any) error {
		if to := row[4].(*int64); *to > run {
			*to = 0
		}
		d.stored(row)
		return nil
	}, `WHERE series = ? AND from_run <= ? ORDER BY id`, string(series), run)
	return d.hex(), err
}
