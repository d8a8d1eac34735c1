package pipeline

import (
	"palermo/pipeline/source"
	"palermo/reports"
)

// ledger counts what became of every row, by file and sheet in input order.
type ledger struct {
	lines []reports.LedgerLine
	index map[source.Location]int // by file and sheet
	rows  int64                   // in, over all lines
}

func (l *ledger) line(at source.Location) *reports.LedgerLine {
	if l.index == nil {
		l.index = map[source.Location]int{}
	}
	key := source.Location{File: at.File, Sheet: at.Sheet}
	i, ok := l.index[key]
	if !ok {
		i = len(l.lines)
		l.index[key] = i
		l.lines = append(l.lines, reports.LedgerLine{File: at.File, Sheet: at.Sheet})
	}
	return &l.lines[i]
}

// in counts rows as they come out of the reading stage.
func (l *ledger) in(at source.Location, rows int) {
	l.line(at).In += int64(rows)
	l.rows += int64(rows)
}

// screened counts a record that was handed to the reports.
func (l *ledger) screened(at source.Location) { l.line(at).Out++ }

// rejected counts rows that did not become records.
func (l *ledger) rejected(r *source.Reject) {
	line, rows := l.line(r.Location), int64(r.Rows)
	switch r.Outcome {
	case source.Quarantined:
		line.Quarantined += rows
	case source.Duplicate:
		line.Duplicate += rows
	case source.Skipped:
		line.Skipped += rows
	}
	if wholeTable(r) {
		line.Note = r.Reason
	}
}

// wholeTable reports whether a reject stands for a file or sheet.
func wholeTable(r *source.Reject) bool { return r.Row == 0 }

// total adds up the lines.
func (l *ledger) total() reports.Ledger {
	out := reports.Ledger{Lines: l.lines}
	for _, line := range l.lines {
		out.Total.In += line.In
		out.Total.Out += line.Out
		out.Total.Quarantined += line.Quarantined
		out.Total.Skipped += line.Skipped
		out.Total.Duplicate += line.Duplicate
	}
	return out
}
