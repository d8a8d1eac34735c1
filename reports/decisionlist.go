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
	for _, r := range byForce(run.Rulings) {
		if err := l.add(rulingRowOf(r)); err != nil {
			return err
		}
	}
	return l.flush()
}

// byForce puts decisions in the order of their force.
func byForce(list []history.Ruling) []*history.Ruling {
	var sorted []*history.Ruling
	for _, force := range history.Forces() {
		for i := range list {
			if list[i].Force == force {
				sorted = append(sorted, &list[i])
			}
		}
	}
	return sorted
}

// rulingLine is a decision in words.
type rulingLine struct{ Force, Record, Finding, Verdict, Author, Reason, Date, Expires, Place string }

// rulingLines are all decisions in words, in the order of their force.
func (w *Words) rulingLines(list []history.Ruling) []rulingLine {
	var lines []rulingLine
	for _, r := range byForce(list) {
		l := rulingLine{
			Force: w.of("force", string(r.Force)), Record: r.Record, Verdict: w.of("verdict", string(r.Verdict)),
			Author: r.Author, Reason: r.Reason, Date: r.Date, Expires: r.Expires, Place: r.Place,
		}
		if r.Finding != "" {
			l.Finding = w.Kind(r.Finding)
		}
		lines = append(lines, l)
	}
	return lines
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
