package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// Last returns the last run of a series, nil where there is none.
func (s *Store) Last(ctx context.Context, series Series) (*Run, error) {
	return s.oneRun(ctx, `SELECT facts FROM runs WHERE series = ? ORDER BY id DESC LIMIT 1`, string(series))
}

// ErrNoRun says that the store does not hold a run.
var ErrNoRun = errors.New("there is no such run")

// Run returns one run of a series.
func (s *Store) Run(ctx context.Context, series Series, id int64) (*Run, error) {
	run, err := s.oneRun(ctx, `SELECT facts FROM runs WHERE series = ? AND id = ?`, string(series), id)
	if err == nil && run == nil {
		err = fmt.Errorf("run %d of %q: %w\nhint: palermo status --all lists the runs", id, series, ErrNoRun)
	}
	return run, err
}

func (s *Store) oneRun(ctx context.Context, query string, args ...any) (*Run, error) {
	var facts string
	err := s.db.QueryRowContext(ctx, s.q(query), args...).Scan(&facts)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read store %s: %w", s.where, err)
	}
	return s.parseRun(facts)
}

func (s *Store) parseRun(facts string) (*Run, error) {
	run := new(Run)
	if err := json.Unmarshal([]byte(facts), run); err != nil {
		return nil, fmt.Errorf("read store %s: a run is damaged: %w", s.where, err)
	}
	return run, nil
}

// Runs returns the runs of a series, the oldest first.
func (s *Store) Runs(ctx context.Context, series Series) ([]Run, error) {
	var runs []Run
	err := s.each(ctx, func(rows *sql.Rows) error {
		var facts string
		if err := rows.Scan(&facts); err != nil {
			return err
		}
		run, err := s.parseRun(facts)
		if err == nil {
			runs = append(runs, *run)
		}
		return err
	}, `SELECT facts FROM runs WHERE series = ? ORDER BY id`, string(series))
	return runs, err
}

// Series lists the series of a store.
func (s *Store) Series(ctx context.Context) ([]Series, error) {
	var list []Series
	err := s.each(ctx, func(rows *sql.Rows) error {
		var name Series
		err := rows.Scan(&name)
		list = append(list, name)
		return err
	}, `SELECT DISTINCT series FROM runs ORDER BY series`)
	return list, err
}

// each hands on the rows of a query.
func (s *Store) each(ctx context.Context, take func(*sql.Rows) error, query string, args ...any) error {
	rows, err := s.db.QueryContext(ctx, s.q(query), args...)
	if err != nil {
		return fmt.Errorf("read store %s: %w", s.where, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := take(rows); err != nil {
			return fmt.Errorf("read store %s: %w", s.where, err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read store %s: %w", s.where, err)
	}
	return nil
}

// addRun writes a run and its entry in the chain.
func (s *Store) addRun(ctx context.Context, tx *sql.Tx, run *Run) error {
	facts, err := json.Marshal(run)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, s.q(`INSERT INTO runs (id, series, facts) VALUES (?, ?, ?)`), run.ID, string(run.Series), string(facts)); err != nil {
		return err
	}
	return s.link(ctx, tx, chainRun, run.Series, run.ID, string(facts))
}
