package source

import (
	"fmt"
	"slices"
	"strings"
)

// row turns one row below the header into a record or a reject.
func (t *table) row(r row) error {
	explainable := t.unexplained
	t.unexplained = false
	switch {
	case r.reason == "" && isBlank(r.cells):
		t.unexplained = explainable
		return nil
	case !t.readable():
		t.rows++
		return nil
	case r.reason != "":
		return t.reject(r.number, 1, Quarantined, r.reason, r.hint)
	case t.onlyNumbered(r.cells):
		t.numbered++
		return nil
	case explainable && explains(t.header, r.cells):
		return t.reject(r.number, 1, Skipped, "explains the header", "")
	case repeats(t.header, r.cells):
		return t.reject(r.number, 1, Skipped, "repeats the header", "")
	case t.isTotal(r.cells):
		return t.reject(r.number, 1, Skipped, "is a row of totals", "")
	}
	if reason, hint := t.misshapen(r.cells); reason != "" {
		return t.reject(r.number, 1, Quarantined, reason, hint)
	}
	record := t.record(r)
	return t.rd.emit(Item{Record: record})
}

// onlyNumbered recognises a row of an empty form: nothing is filled in but a
// number in a column without a name.
func (t *table) onlyNumbered(cells []string) bool {
	if filled(cells) != 1 || len(t.header) == 0 {
		return false
	}
	for i, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			return (i >= len(t.header) || strings.TrimSpace(t.header[i]) == "") && strings.Trim(cell, "0123456789.") == ""
		}
	}
	return false
}

// isTotal recognises a row that sums up: its first value says so and it tells
// no story.
func (t *table) isTotal(cells []string) bool {
	for _, i := range t.columns[RoleNarrative] {
		if i < len(cells) && strings.TrimSpace(cells[i]) != "" {
			return false
		}
	}
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return len(cell) < 40 && slices.Contains(totalWords, normalise(cell))
		}
	}
	return false
}

// totalWords open a row of totals in the languages that are read.
var totalWords = []string{
	"total", "totals", "grand total", "sum", "subtotal", "sub total",
	"total general", "totales", "suma", "total geral", "totais", "soma", "somme", "totaux",
}

// misshapen says why a row does not fit the table, or "".
func (t *table) misshapen(cells []string) (reason, hint string) {
	if n := len(t.blank); !t.loose && len(cells) > n && !isBlank(cells[n:]) {
		return fmt.Sprintf("the row has %d cells and the header has %d", len(cells), n),
			"put cells that hold the delimiter in quotes"
	}
	limit := t.rd.opt.Limits.CellBytes
	for i, cell := range cells {
		if len(cell) > limit {
			return fmt.Sprintf("the cell in column %d is longer than %d bytes", i+1, limit),
				"split the text, or raise the limit"
		}
	}
	return "", ""
}

// record builds the record of a row that fits.
func (t *table) record(r row) *Record {
	record := &Record{
		Location: Location{File: t.rd.in.File, Sheet: t.sheet, Row: r.number},
		Document: CaseLogRow,
		Fields:   make([]Field, max(len(t.blank), t.extent(r.cells))),
	}
	for i := copy(record.Fields, t.blank); i < len(record.Fields); i++ {
		record.Fields[i].Name = unnamed(i)
	}
	mended := false
	for i, cell := range r.cells[:min(len(r.cells), len(record.Fields))] {
		value, changed := repair(cell)
		record.Fields[i].Value, mended = value, mended || changed
	}
	t.summarise(record)
	record.Problems = t.rowProblems(r, mended)
	return record
}

// extent returns the number of cells up to the last one that is not blank.
func (t *table) extent(cells []string) int {
	if len(cells) <= len(t.blank) || !t.loose {
		return 0
	}
	n := len(cells)
	for n > 0 && strings.TrimSpace(cells[n-1]) == "" {
		n--
	}
	return n
}

// summarise lifts the columns with a role out of the fields.
func (t *table) summarise(record *Record) {
	first := func(role Role) string {
		for _, i := range t.columns[role] {
			if value := strings.TrimSpace(record.Fields[i].Value); value != "" {
				return value
			}
		}
		return ""
	}
	record.CaseID, record.Unit = first(RoleCaseID), first(RoleUnit)
	record.Date, record.Year = readDate(first(RoleDate), t.epoch1904)
	for _, i := range t.columns[RoleLabel] {
		record.Label = joinLabel(record.Label, record.Fields[i].Value)
	}
}

// joinLabel adds a label to those already met, each once.
func joinLabel(labels, label string) string {
	label = strings.TrimSpace(label)
	switch {
	case labels == "" || label == "":
		return labels + label
	case slices.Contains(strings.Split(labels, "; "), label):
		return labels
	}
	return labels + "; " + label
}

// rowProblems lists what a reader of the record has to know about its row.
func (t *table) rowProblems(r row, mended bool) []string {
	problems := slices.Clip(t.problems)
	if len(r.cells) < len(t.blank) && !t.loose {
		problems = append(problems, fmt.Sprintf("the row has %d cells and the header has %d", len(r.cells), len(t.blank)))
	}
	if r.hidden {
		problems = append(problems, "the row is hidden in the workbook")
	}
	if mended {
		problems = append(problems, "bytes that are not UTF-8 were read as windows-1252")
	}
	return problems
}
