package reports

import (
	"encoding/csv"
	"io"

	"github.com/gocarina/gocsv"
)

// batch is how many rows go to gocsv at once: its writers take slices, and its
// channels would need a goroutine that outlives an abort.
const batch = 256

// rows writes a table of typed rows as CSV. The csv.Writer is handed to gocsv
// with every call, since its setters would change all writers of the process.
type rows[T any] struct {
	out     *gocsv.SafeCSVWriter
	pending []T
}

// newRows writes the header, so that an empty table has one.
func newRows[T any](w io.Writer) (rows[T], error) {
	r := rows[T]{out: gocsv.NewSafeCSVWriter(csv.NewWriter(w)), pending: make([]T, 0, batch)}
	return r, gocsv.MarshalCSV(r.pending, r.out)
}

func (r *rows[T]) add(row T) error {
	r.pending = append(r.pending, row)
	if len(r.pending) < batch {
		return nil
	}
	return r.flush()
}

func (r *rows[T]) flush() error {
	err := gocsv.MarshalCSVWithoutHeaders(r.pending, r.out)
	r.pending = r.pending[:0]
	return err
}

// flatCSV writes findings.csv.
type flatCSV struct {
	unheard
	rows[flatRow]
}

func openCSV(w io.Writer, _ Options) (Writer, error) {
	r, err := newRows[flatRow](w)
	return &flatCSV{rows: r}, err
}

// Add implements Writer.
func (c *flatCSV) Add(r *Row) error { return c.add(flat(r)) }

// Close implements Writer.
func (c *flatCSV) Close(*Run) error { return c.flush() }
