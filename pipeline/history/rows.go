package history

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// reader is a database or a transaction.
type reader interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// findingColumns are the table and columns of a version, in the order of row.
const findingColumns = `findings (id, series, subject, from_run, to_run, first_run, record_id, source_file, language,
	family, content, look, fingerprint, evidence_hash, kind, class, label, priority)`

// row is a version as it is written.
func (v *version) row(id int64, series string, run int64) []any {
	return []any{
		id, series, v.Subject, run, int64(0), v.First, v.RecordID, v.File, v.Language,
		v.Family, v.Content, v.Look, v.Fingerprint, v.Evidence, v.Kind, v.Class, v.Label, int64(v.Priority),
	}
}

// versions hands on the cells of versions, as pointers that are filled anew for
// the next one.
func (s *Store) versions(ctx context.Context, db reader, take func(row []any) error, where string, args ...any) error {
	_, columns, _ := strings.Cut(strings.TrimSuffix(findingColumns, ")"), "(")
	rows, err := db.QueryContext(ctx, s.q("SELECT "+columns+" FROM findings "+where), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	cells := new(version).row(0, "", 0)
	for i := range cells {
		if _, number := cells[i].(int64); number {
			cells[i] = new(int64)
		} else {
			cells[i] = new(string)
		}
	}
	for rows.Next() {
		if err := rows.Scan(cells...); err != nil {
			return err
		}
		if err := take(cells); err != nil {
			return err
		}
	}
	return rows.Err()
}

// row adds a row to a digest before it is written.
func (d *digest) row(cells []any) {
	for _, c := range cells {
		switch c := c.(type) {
		case int64:
			d.text(strconv.FormatInt(c, 10))
		case string:
			d.text(c)
		}
	}
}

// stored adds a row that was read to a digest.
func (d *digest) stored(cells []any) {
	for _, c := range cells {
		switch c := c.(type) {
		case *int64:
			d.text(strconv.FormatInt(*c, 10))
		case *string:
			d.text(*c)
		}
	}
}
