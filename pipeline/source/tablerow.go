package source

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// row turns one row below the header into a record or a reject.
func (t *table) row(r row) error {
	if r.reason == "" && t.tellsAtLength(r.cells) {
		t.parted, t.total = false, false
		return t.ownRow(r)
	}
	switch {
	case r.reason != "":
		return errors.Join(t.release(), t.unreadable(r))
	case t.onlyNumbered(r.cells):
		t.numbered++
		return nil
	}
	if reason := t.notCase(r); reason != "" {
		t.parted = true
		return errors.Join(t.release(), t.reject(r.number, 1, Skipped, reason, ""))
	}
	switch {
	case t.startsTable(r, t.parted || len(t.held) > 0):
		return t.restart(r)
	case t.mayBeTitle(r.cells):
		r.cells = slices.Clone(r.cells)
		t.held = append(t.held, r)
		return nil
	}
	t.parted = false
	return t.ownRow(r)
}

// ownRow passes on a row of this table, behind those that were held back.
func (t *table) ownRow(r row) error {
	if len(t.held) > 0 {
		if err := t.release(); err != nil {
			return err
		}
	}
	return t.data(r)
}

// release lets the rows go that were held back: they were no title.
func (t *table) release() error {
	held := t.held
	t.held = nil
	for _, r := range held {
		if err := t.data(r); err != nil {
			return err
		}
	}
	return nil
}

// data turns a row that is one of the table into a record.
func (t *table) data(r row) error {
	if t.rd.survey != nil {
		t.note(r)
		return nil
	}
	if !t.readable() {
		t.rows++
		return nil
	}
	if reason, hint := t.misshapen(r.cells); reason != "" {
		return t.reject(r.number, 1, Quarantined, reason, hint)
	}
	return t.rd.emit(Item{Record: t.record(r)})
}

// unreadable accounts for a row that could not be parsed. In a table without a
// narrative it is one more row that would not have been read.
func (t *table) unreadable(r row) error {
	if !t.readable() {
		t.rows++
		return nil
	}
	return t.reject(r.number, 1, Quarantined, r.reason, r.hint)
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
	// What holds stray bytes was found when the whole file was hashed.
	stray := t.rd.in.Encoding == utf8Stray
	mended, marked := false, false
	for i, cell := range r.cells[:min(len(r.cells), len(record.Fields))] {
		f, changed := &record.Fields[i], false
		if f.Value = cell; stray {
			f.Value, changed = repair(cell)
			mended = mended || changed
		}
		if f.Role == RoleNarrative || f.Role == RoleLabel {
			f.Value, changed = plainCell(f.Value)
			marked = marked || changed
		}
	}
	t.summarise(record)
	record.Problems = append(record.Problems, t.rowProblems(r, mended)...)
	if marked {
		record.Problems = append(record.Problems, "tags of HTML were taken out of a cell")
	}
	return record
}

// goesOn reports whether a row of a table with ids has a narrative and nothing
// beside it, as where a text was too long for one row.
func (t *table) goesOn(cells []string) bool {
	own := t.withoutIndex(cells)
	return len(t.columns.caseIDs) > 0 && len(t.blank) >= 3 && filled(own) == 1 && t.tells(cells)
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
	first := func(columns []int) string {
		for _, i := range columns {
			if value := strings.TrimSpace(record.Fields[i].Value); value != "" {
				return value
			}
		}
		return ""
	}
	var problem string
	record.CaseID, record.Unit = first(t.columns.caseIDs), first(t.columns.units)
	if record.CaseID, problem = t.exactID(record.CaseID); problem != "" {
		record.Problems = append(record.Problems, problem)
	}
	if record.Date, record.Year, problem = readDate(first(t.columns.dated), t.epoch1904, t.dates); problem != "" {
		record.Problems = append(record.Problems, problem)
	}
	for _, i := range t.columns.labels {
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
	if t.goesOn(r.cells) {
		problems = append(problems, "the row holds a text and nothing else: it may go on with the row above")
	}
	if mended {
		problems = append(problems, "bytes that are not UTF-8 were read as windows-1252")
	}
	return problems
}
