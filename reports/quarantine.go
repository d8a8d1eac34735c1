package reports

import (
	"io"

	"palermo/pipeline/source"
)

// rejectRow is one line of quarantine.csv and of the sheet "Quarantine".
type rejectRow struct {
	File    string `csv:"file"`
	Sheet   string `csv:"sheet"`
	Row     int    `csv:"row"`
	Outcome string `csv:"outcome"`
	Rows    int    `csv:"rows"`
	Reason  string `csv:"reason"`
	Hint    string `csv:"hint"`
}

func rejected(r source.Reject) rejectRow {
	return rejectRow{
		File: cell(r.File), Sheet: cell(r.Sheet), Row: r.Row,
		Outcome: string(r.Outcome), Rows: r.Rows,
		Reason: cell(r.Reason), Hint: cell(r.Hint),
	}
}

// reject reads a line back.
func (r *rejectRow) reject() source.Reject {
	return source.Reject{
		Location: source.Location{File: armed(r.File), Sheet: armed(r.Sheet), Row: r.Row},
		Outcome:  source.Outcome(r.Outcome), Rows: r.Rows, Reason: armed(r.Reason), Hint: armed(r.Hint),
	}
}

// quarantine writes quarantine.csv: what did not become a record, and why.
type quarantine struct {
	unheard
	rows[rejectRow]
}

func openQuarantine(w io.Writer, _ Options) (Writer, error) {
	r, err := newRows[rejectRow](w)
	return &quarantine{rows: r}, err
}

// Reject implements Writer.
func (q *quarantine) Reject(r source.Reject) error { return q.add(rejected(r)) }

// Close implements Writer.
func (q *quarantine) Close(*Run) error { return q.flush() }
