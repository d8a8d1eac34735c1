package source

import (
	"fmt"
	"slices"
	"strings"
)

// sampleRows is how many rows of a table are looked at before its columns are
// given their roles.
const sampleRows = 200

// table turns the rows of one table into items. The first rows are held back
// until the header and the columns are known.
type table struct {
	rd        *reading
	sheet     string
	plan      TablePlan
	problems  []string // that every record of the table has
	epoch1904 bool     // serial dates count from 1904
	loose     bool     // a row may be longer or shorter than the header: workbooks leave blank cells out
	sample    []row    // nil once the table has begun

	mapping     Mapping
	header      []string // cells of the header as written
	blank       []Field  // names and roles, copied for every record
	columns     map[Role][]int
	rows        int  // rows below the header, counted when there is no narrative
	numbered    int  // rows that hold nothing but their number
	unexplained bool // the next row may explain the header
}

func newTable(rd *reading, sheet string, plan TablePlan) *table {
	return &table{rd: rd, sheet: sheet, plan: plan, sample: []row{}}
}

// add takes the next row.
func (t *table) add(r row) error {
	if err := t.rd.ctx.Err(); err != nil {
		return err
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
	if t.sample != nil {
		if err := t.begin(); err != nil {
			return err
		}
	}
	switch {
	case len(t.mapping.Columns) == 0:
		return t.reject(0, 0, Skipped, "holds no rows", "")
	case t.readable() && t.numbered > 0:
		return t.reject(0, t.numbered, Skipped, "hold only the number of the row", "")
	case t.readable():
		return nil
	case len(t.plan.Columns) > 0:
		return t.reject(0, t.rows, Skipped, "the plan names no narrative column that stands here",
			"the columns are: "+strings.Join(t.names(), ", "))
	}
	return t.reject(0, t.rows, Skipped, "no column holds a narrative",
		"name it in a plan: palermo init "+t.rd.in.File)
}

// readable reports whether the rows of the table say anything: in a narrative
// or in columns with facts.
func (t *table) readable() bool {
	return len(t.columns[RoleNarrative]) > 0 || len(t.columns[RoleFact]) > 0
}

// begin finds the header and the roles, and lets the sample through.
func (t *table) begin() error {
	sample := t.sample
	t.sample = nil
	h := findHeader(sample, t.plan.HeaderRow)
	if t.plan.HeaderRow > 0 && h.first < 0 {
		return t.rd.fault(fmt.Sprintf("has nothing in row %d, where the plan has the header", t.plan.HeaderRow),
			"mend header_row in the plan", nil)
	}
	data := sample[h.last+1:]
	if err := t.mapColumns(h, sample, data); err != nil {
		return err
	}
	if len(t.mapping.Columns) == 0 {
		return nil
	}
	if err := t.rd.emit(Item{Table: &t.mapping}); err != nil {
		return err
	}
	if err := t.aboveHeader(sample[:max(h.first, 0)]); err != nil {
		return err
	}
	for _, r := range data {
		if err := t.row(r); err != nil {
			return err
		}
	}
	return nil
}

// mapColumns fills in the mapping and what records are built from.
func (t *table) mapColumns(h heading, sample, data []row) error {
	t.mapping = Mapping{File: t.rd.in.File, Sheet: t.sheet}
	if h.first >= 0 {
		t.header = h.cells
		t.mapping.HeaderRow = sample[h.first].number
		t.unexplained = true
		if len(data) > 0 && explains(t.header, data[0].cells) {
			data = data[1:]
		}
	}
	names := columnNames(t.header, t.width(data))
	if limit := t.rd.opt.Limits.Columns; len(names) > limit {
		return t.rd.fault(fmt.Sprintf("has %d columns, and the limit is %d", len(names), limit), "", nil)
	}
	looks := lookAt(data, len(names))
	if len(t.plan.Columns) > 0 {
		t.mapping.Columns = t.plan.assign(names)
	} else {
		t.mapping.Columns = recognise(names, looks)
		if h.first < 0 {
			distrust(t.mapping.Columns)
		}
	}
	giveFacts(t.mapping.Columns, &t.plan, t.rd.opt.HoldsFacts)
	t.columns = map[Role][]int{}
	for i, c := range t.mapping.Columns {
		t.blank = append(t.blank, Field{Name: c.Name, Role: c.Role})
		t.columns[c.Role] = append(t.columns[c.Role], i)
	}
	if t.rd.preview == nil {
		return nil
	}
	t.rd.preview(Preview{Mapping: t.mapping, Sampled: len(data), Samples: samples(looks)})
	return errPreviewed
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

// aboveHeader accounts for the rows above the header. Where no row is a record
// they are not rows of the table, and the one reject for the table says enough.
func (t *table) aboveHeader(above []row) error {
	if !t.readable() {
		return nil
	}
	titles, first := 0, 0
	for _, r := range above {
		switch {
		case r.reason != "":
			if err := t.reject(r.number, 1, Quarantined, r.reason, r.hint); err != nil {
				return err
			}
		case !isBlank(r.cells):
			if titles++; titles == 1 {
				first = r.number
			}
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

func (t *table) names() []string {
	names := make([]string, len(t.mapping.Columns))
	for i, c := range t.mapping.Columns {
		names[i] = c.Name
	}
	return names
}
