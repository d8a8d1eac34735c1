package reports

import (
	"io"
	"slices"

	"palermo/pipeline/history"
	"palermo/screen"
)

// rulingRow is one decision, as listed in decisions.csv: those that count, and
// those that don't with the reason.
type rulingRow struct {
	Force       string `csv:"force"`
	Record      string `csv:"record_id"`
	Finding     string `csv:"finding"`
	Verdict     string `csv:"decision"`
	Reason      string `csv:"reason"`
	Author      string `csv:"author"`
	Date        string `csv:"date"`
	Expires     string `csv:"expires"`
	Place       string `csv:"place"` // where it is written
	Fingerprint string `csv:"fingerprint"`
	Evidence    string `csv:"evidence_hash"`
	RecordHash  string `csv:"record_hash"`
}

// rulings writes decisions.csv.
type rulings struct {
	unheard
	rows[rulingRow]
}

func openRulings(w io.Writer, _ Options) (Writer, error) {
	r, err := newRows[rulingRow](w)
	return &rulings{rows: r}, err
}

// Close implements Writer.
func (l *rulings) Close(run *Run) error {
	for _, force := range history.Forces() {
		for i := range run.Rulings {
			if r := &run.Rulings[i]; r.Force == force {
				if err := l.add(rulingRowOf(r)); err != nil {
					return err
				}
			}
		}
	}
	return l.flush()
}

func rulingRowOf(r *history.Ruling) rulingRow {
	return rulingRow{
		Force: string(r.Force), Record: cell(r.Record), Finding: string(r.Finding), Verdict: string(r.Verdict),
		Reason: cell(r.Reason), Author: cell(r.Author), Date: cell(r.Date), Expires: cell(r.Expires), Place: cell(r.Place),
		Fingerprint: cell(r.Fingerprint), Evidence: cell(r.Evidence), RecordHash: cell(r.RecordHash),
	}
}

// rulingTally counts decisions by their force, nil where there are none.
func rulingTally(list []history.Ruling) tally {
	if len(list) == 0 {
		return nil
	}
	counts := make([]Count, len(history.Forces()))
	for i := range list {
		counts[slices.Index(history.Forces(), list[i].Force)].N++
	}
	return tallied(history.Forces(), counts)
}

// ruling reads a line back.
func (r *rulingRow) ruling() history.Ruling {
	var d history.Ruling
	d.Force, d.Record, d.Finding, d.Verdict = history.Force(r.Force), armed(r.Record), screen.Kind(r.Finding), history.Verdict(r.Verdict)
	d.Reason, d.Author, d.Date, d.Expires, d.Place = armed(r.Reason), armed(r.Author), armed(r.Date), armed(r.Expires), armed(r.Place)
	d.Fingerprint, d.Evidence, d.RecordHash = armed(r.Fingerprint), armed(r.Evidence), armed(r.RecordHash)
	return d
}
