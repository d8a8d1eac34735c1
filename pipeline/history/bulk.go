package history

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// bulkRows is how many rows go into one statement. Past some hundred, more make
// nothing faster.
const bulkRows = 200

// inserter adds rows to a table, many at a time.
type inserter struct {
	store *Store
	tx    *sql.Tx
	into  string // table and columns
	after string // what stands behind the rows
	width int
	args  []any
	full  *sql.Stmt // for bulkRows rows
}

func (s *Store) newInserter(tx *sql.Tx, into string) *inserter {
	return &inserter{store: s, tx: tx, into: into}
}

func (i *inserter) add(ctx context.Context, row []any) error {
	i.width = len(row)
	i.args = append(i.args, row...)
	if len(i.args) < bulkRows*i.width {
		return nil
	}
	if i.full == nil {
		var err error
		if i.full, err = i.tx.PrepareContext(ctx, i.statement(bulkRows)); err != nil {
			return err
		}
	}
	_, err := i.full.ExecContext(ctx, i.args...)
	i.args = i.args[:0]
	return err
}

// flush writes what is left.
func (i *inserter) flush(ctx context.Context) error {
	if len(i.args) == 0 {
		return nil
	}
	_, err := i.tx.ExecContext(ctx, i.statement(len(i.args)/i.width), i.args...)
	i.args = i.args[:0]
	return err
}

func (i *inserter) statement(rows int) string {
	row := "(?" + strings.Repeat(", ?", i.width-1) + ")"
	return i.store.q("INSERT INTO " + i.into + " VALUES " + row + strings.Repeat(", "+row, rows-1) + i.after)
}

// closer ends versions in a run, many at a time.
type closer struct {
	store *Store
	tx    *sql.Tx
	run   int64
	rows  []string
	ended []int64 // all of them
}

func (s *Store) newCloser(tx *sql.Tx, run int64) *closer {
	return &closer{store: s, tx: tx, run: run}
}

func (c *closer) add(ctx context.Context, row int64) error {
	c.ended = append(c.ended, row)
	c.rows = append(c.rows, strconv.FormatInt(row, 10))
	if len(c.rows) < bulkRows {
		return nil
	}
	return c.flush(ctx)
}

func (c *closer) flush(ctx context.Context) error {
	if len(c.rows) == 0 {
		return nil
	}
	// The numbers come from the store itself.
	_, err := c.tx.ExecContext(ctx, c.store.q("UPDATE findings SET to_run = ? WHERE id IN ("+strings.Join(c.rows, ", ")+")"), c.run)
	c.rows = c.rows[:0]
	return err
}
