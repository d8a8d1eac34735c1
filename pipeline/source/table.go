package source

import (
	"fmt"
	"slices"
	"strings"
)

// sampleRows is how many rows of a table are looked at before its columns are
// given their roles.
const sampleRows = 200

// previewRows is how far a table is read for a preview: tables that are stacked
// below one another are mostly short.
const previewRows = 2000

// table turns the rows of one table into items. The first rows are held back
// until the header and the columns are known.
type table struct {
	rd        *reading
	sheet     string
	plan      TablePlan
	problems  []string // that every record of the table has
	epoch1904 bool     // serial dates count from 1904
	loose     bool     // a row may be longer or shorter than the header: workbooks leave blank cells out
	workbook  bool     // numbers may be written as 1.5E+20
	hidden    []columnSpan
	sample    []row // nil once the table has begun

	mapping     Mapping
	header      []string   // names as written, joined over the rows of the header
	headerLines [][]string // the rows of the header
	given       bool       // the format says what the columns are called
	indexed     bool       // the first column only counts the rows
	blank       []Field    // names and roles, copied for every record
	columns     roleColumns
	dates       dateOrder
	rows        int   // rows below the header, counted when there is no narrative
	numbered    int   // rows that hold nothing but their number
	sideways    bool  // the names stand in the first column
	seen        int   // rows that are not blank
	gap         bool  // blank rows were met
	parted      bool  // the last row was no case: a heading, a note, a total
	total       bool  // the last row said total, and its sums may follow
	held        []row // rows of one cell, which may be the title of another table
}

func newTable(rd *reading, sheet string, plan TablePlan) *table {
	return &table{rd: rd, sheet: sheet, plan: plan, problems: rd.in.doubts(), sample: []row{}}
}

// add takes the next row.
func (t *table) add(r row) error {
	if err := t.rd.ctx.Err(); err != nil {
		return err
	}
	if r.reason == "" && isBlank(r.cells) {
		t.gap = true
		return nil
	}
	r.gap, t.gap = r.gap || t.gap, false
	if t.seen++; t.rd.preview != nil && t.seen > previewRows {
		return errPreviewed
	}
	if limit := t.rd.opt.Limits.Rows; t.seen > limit {
		return t.rd.fault(fmt.Sprintf("has more than %d rows, and those that follow were not read", limit), "split it, or raise the limit", nil)
	}
	if t.sample == nil {
		return t.row(r)
	}
	r.cells = slices.Clone(r.cells)
	t.sample = append(t.sample, r)
	if len(t.sample) < sampleRows+headerRows {
		return nil
	}
	return t.begin()
}

// end closes the table: it says so when nothing could be screened.
func (t *table) end() error {
	for t.sample != nil { // again where the sample held the start of another table
		if err := t.begin(); err != nil {
			return err
		}
	}
	if err := t.release(); err != nil {
		return err
	}
	switch {
	case len(t.mapping.Columns) == 0 && t.seen > 0:
		return nil
	case len(t.mapping.Columns) == 0:
		return t.reject(0, 0, Skipped, "holds no rows", "")
	case t.readable() && t.numbered > 0:
		return t.reject(0, t.numbered, Skipped, "hold only the number of the row", "")
	case t.readable():
		return nil
	case t.sideways:
		return t.reject(0, t.rows, Skipped, "the first column holds names of columns: it tells what they mean, or the table stands on its side",
			"where every case is a column: copy it, paste it transposed in a spreadsheet program, and save it again")
	case len(t.plan.Columns) > 0:
		return t.reject(0, t.rows, Skipped, "the plan names no narrative column that stands here",
			"the columns are: "+strings.Join(t.names(), ", "))
	}
	return t.reject(0, t.rows, Skipped, "no column holds a narrative",
		"name it in a plan: palermo init "+t.rd.in.File)
}

// restart ends the table and begins another one, whose header the row is, and
// whose title stands in the rows that were held back.
func (t *table) restart(r row) error {
	for _, title := range t.held {
		if err := t.reject(title.number, 1, Skipped, headingOrNote, ""); err != nil {
			return err
		}
	}
	t.held = nil
	if err := t.end(); err != nil {
		return err
	}
	next := newTable(t.rd, t.sheet, t.rd.opt.planAt(t.rd.in.File, t.sheet, r.number))
	next.seen, next.problems, next.epoch1904 = t.seen, t.sheetProblems(), t.epoch1904
	next.loose, next.workbook, next.hidden = t.loose, t.workbook, t.hidden
	*t = *next
	return t.add(r)
}

// readable reports whether the rows of the table say anything: in a narrative
// or in columns with facts that a case can be decided by.
func (t *table) readable() bool {
	return len(t.columns.narratives) > 0 || t.columns.decisive
}

// begin finds the header and the roles, and lets the sample through.
func (t *table) begin() error {
	sample := t.sample
	t.sample = nil
	if t.sideways = !t.given && len(t.plan.Columns) == 0 && t.plan.HeaderRow == 0 && isSideways(sample); t.sideways {
		if read, err := t.turned(sample); read || err != nil {
			return err
		}
	}
	h := t.findHeader(sample)
	if t.plan.HeaderRow > 0 && h.first < 0 && !t.given {
		return t.rd.fault(fmt.Sprintf("has nothing in row %d, where the plan has the header", t.plan.HeaderRow),
			"mend header_row in the plan", nil)
	}
	data := sample[h.last+1:]
	explained := data[:t.explaining(h.cells, data)]
	h.cells, data = complete(h.cells, explained), data[len(explained):]
	if err := t.mapColumns(h, sample, explained, data); err != nil {
		return err
	}
	if len(t.mapping.Columns) == 0 {
		return t.aboveHeader(sample) // not one row could be parsed
	}
	mapping := t.mapping
	if err := t.rd.emit(Item{Table: &mapping}); err != nil {
		return err
	}
	if err := t.aboveHeader(sample[:max(h.first, 0)]); err != nil {
		return err
	}
	for _, r := range explained {
		if err := t.reject(r.number, 1, Skipped, "explains the header", ""); err != nil {
			return err
		}
	}
	for i, r := range data {
		if t.sample != nil { // another table began below
			if err := t.add(r); err != nil {
				return err
			}
			continue
		}
		data[i] = row{}
		if err := t.row(r); err != nil {
			return err
		}
	}
	return nil
}

// findHeader finds the header among the rows of the sample.
func (t *table) findHeader(sample []row) heading {
	if t.given {
		return noHeading()
	}
	if t.indexed = hasIndex(sample); t.indexed {
		sample = unindexed(sample)
	}
	return findHeader(sample, t.plan.HeaderRow)
}

// mapColumns fills in the mapping and what records are built from.
func (t *table) mapColumns(h heading, sample, explained, data []row) error {
	t.mapping = Mapping{File: t.rd.in.File, Sheet: t.sheet}
	if h.first >= 0 {
		t.header = h.cells
		for _, line := range sample[h.first : h.last+1] {
			t.headerLines = append(t.headerLines, line.cells)
		}
		t.mapping.HeaderRow = sample[h.first].number
	}
	lowest := t.lowestNames()
	for _, r := range explained {
		t.headerLines = append(t.headerLines, r.cells)
	}
	data = t.ownRows(data)
	names := columnNames(t.header, t.width(data))
	if limit := t.rd.opt.Limits.Columns; len(names) > limit {
		return t.rd.fault(fmt.Sprintf("has %d columns, and the limit is %d", len(names), limit), "", nil)
	}
	looks := lookAt(data, len(names))
	t.tellHidden(names, looks)
	if len(t.plan.Columns) > 0 {
		t.mapping.Columns = t.plan.assign(names)
		if err := t.tellMissing(); err != nil {
			return err
		}
	} else {
		t.mapping.Columns = recognise(names, lowest, looks)
		if h.first < 0 && !t.given {
			distrust(t.mapping.Columns)
		}
	}
	giveFacts(t.mapping.Columns, &t.plan, t.rd.opt.HoldsFacts)
	t.columns = columnsByRole(t.mapping.Columns, t.rd.opt.Decides)
	for _, c := range t.mapping.Columns {
		t.blank = append(t.blank, Field{Name: c.Name, Role: c.Role})
	}
	if t.rd.survey == nil {
		if err := t.orderDates(data); err != nil {
			return err
		}
	}
	if t.rd.preview == nil {
		return nil
	}
	t.rd.preview(Preview{Mapping: t.mapping, Sampled: len(data), Samples: samples(looks)})
	return nil
}

// tellMissing tells that the table lacks the label that the plan names: where somebody
// renamed it, an audit must not come to nothing in silence. It takes no row with it,
// so none is counted. A narrative that is missing is told with the rows that it costs.
func (t *table) tellMissing() error {
	wanted := t.plan.Columns[RoleLabel]
	if t.rd.survey != nil || len(wanted) == 0 || slices.ContainsFunc(t.mapping.Columns, func(c MappedColumn) bool { return c.Role == RoleLabel }) {
		return nil
	}
	return t.reject(max(1, t.mapping.HeaderRow), 0, Quarantined,
		"lacks the column that the plan names as the label: "+strings.Join(wanted, ", "),
		"name it in the plan as the header does, or take it out of the plan")
}

// lowestNames returns the lowest name that the header has for every column.
func (t *table) lowestNames() []string {
	names := make([]string, len(t.header))
	for _, line := range t.headerLines {
		for i, cell := range line[:min(len(line), len(names))] {
			if cell = strings.TrimSpace(cell); cell != "" {
				names[i] = cell
			}
		}
	}
	return names
}

// width returns how many columns there are: as many as the header has, and in
// a workbook or without a header as many as the longest row.
func (t *table) width(data []row) int {
	width := len(t.header)
	if t.loose || width == 0 {
		for _, r := range data {
			width = max(width, len(r.cells))
		}
	}
	return width
}

// aboveHeader accounts for the rows above the header.
func (t *table) aboveHeader(above []row) error {
	titles, first := 0, 0
	for _, r := range above {
		if r.reason != "" {
			if err := t.reject(r.number, 1, Quarantined, r.reason, r.hint); err != nil {
				return err
			}
		} else if titles++; titles == 1 {
			first = r.number
		}
	}
	if titles == 0 {
		return nil
	}
	return t.reject(first, titles, Skipped, "stands above the header", "")
}

func (t *table) reject(row, rows int, outcome Outcome, reason, hint string) error {
	return t.rd.reject(t.sheet, row, rows, outcome, reason, hint)
}

// leaveOut accounts for a table that the plan does not want.
func (t *table) leaveOut(rows int) error {
	return t.reject(1, rows, Skipped, "the plan leaves it out", "")
}

func (t *table) names() []string {
	names := make([]string, len(t.mapping.Columns))
	for i, c := range t.mapping.Columns {
		names[i] = c.Name
	}
	return names
}
