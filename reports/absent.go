package reports

import (
	"io"

	"palermo/pipeline/history"
	"palermo/screen"
)

// absentRow is one line of absent.csv: a finding of the last run whose record
// stands in this one no more. The store has no text of it, so neither has the
// file.
type absentRow struct {
	Record      string `csv:"record_id"`
	File        string `csv:"source_file"`
	Finding     string `csv:"finding"`
	Class       string `csv:"assessed_class"`
	Label       string `csv:"recorded_label"`
	Priority    int    `csv:"review_priority"`
	Cause       string `csv:"cause"`
	Since       int64  `csv:"since_run"`
	Fingerprint string `csv:"fingerprint"`
	Evidence    string `csv:"evidence_hash"`
}

// absentFindings writes absent.csv.
type absentFindings struct {
	unheard
	rows[absentRow]
}

func openAbsent(w io.Writer, _ Options) (Writer, error) {
	r, err := newRows[absentRow](w)
	return &absentFindings{rows: r}, err
}

// Absent implements Writer.
func (a *absentFindings) Absent(g *history.Gone) error {
	return a.add(absentRow{
		Record: cell(g.RecordID), File: cell(g.File), Finding: string(g.Kind), Class: string(g.Class), Label: string(g.Label),
		Priority: g.Priority, Cause: cell(g.Cause), Since: g.Since, Fingerprint: cell(g.Fingerprint), Evidence: cell(g.Evidence),
	})
}

// Close implements Writer.
func (a *absentFindings) Close(*Run) error { return a.flush() }

// gone reads a line back.
func (r *absentRow) gone() *history.Gone {
	return &history.Gone{
		Side: history.Side{
			RecordID: armed(r.Record), File: armed(r.File), Fingerprint: armed(r.Fingerprint), Evidence: armed(r.Evidence),
			Kind: screen.Kind(r.Finding), Class: screen.Class(r.Class), Label: screen.Label(r.Label), Priority: r.Priority,
		},
		Since: r.Since, Cause: armed(r.Cause),
	}
}
