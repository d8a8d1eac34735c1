package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
)

// Decisions returns the decisions in the store, the oldest first.
func (s *Store) Decisions(ctx context.Context) ([]Decision, error) {
	return s.decisions(ctx, s.db)
}

func (s *Store) decisions(ctx context.Context, db reader) ([]Decision, error) {
	rows, err := db.QueryContext(ctx, `SELECT id, facts FROM decisions ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read store %s: %w", s.where, err)
	}
	defer rows.Close()
	var list []Decision
	for rows.Next() {
		var id int64
		var facts string
		if err := rows.Scan(&id, &facts); err != nil {
			return nil, err
		}
		var d Decision
		if err := json.Unmarshal([]byte(facts), &d); err != nil {
			return nil, fmt.Errorf("read store %s: decision %d is damaged: %w", s.where, id, err)
		}
		d.Place = fmt.Sprintf("store:%d", id)
		list = append(list, d)
	}
	return list, rows.Err()
}

// AddDecisions writes decisions into the store, without those that are no news.
// All are written or none is. It returns how many there were.
func (s *Store) AddDecisions(ctx context.Context, list []Decision) (int, error) {
	tx, err := s.beginWrite(ctx)
	if err != nil {
		return 0, fmt.Errorf("write store %s: %w", s.where, err)
	}
	defer func() { _ = tx.Rollback() }() // ErrTxDone once it is committed
	added, err := s.addDecisions(ctx, tx, list)
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return 0, fmt.Errorf("write store %s: %w", s.where, err)
	}
	return added, nil
}

func (s *Store) addDecisions(ctx context.Context, tx *sql.Tx, list []Decision) (int, error) {
	known, err := s.decisions(ctx, tx)
	if err != nil {
		return 0, err
	}
	fresh := news(known, list)
	for i, d := range fresh {
		d.Place = ""
		facts, err := json.Marshal(&d)
		if err != nil {
			return 0, err
		}
		id := int64(len(known) + i + 1)
		if _, err := tx.ExecContext(ctx, s.q(`INSERT INTO decisions (id, facts) VALUES (?, ?)`), id, string(facts)); err != nil {
			return 0, err
		}
		if err := s.link(ctx, tx, chainDecision, "", id, string(facts)); err != nil {
			return 0, err
		}
	}
	return len(fresh), nil
}
