package reports

import (
	"maps"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"palermo/screen"
)

func summaryWidths() []float64 {
	return []float64{52, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14}
}

// fillSummary writes the figures, each with its denominator beside it.
func (b *workbook) fillSummary(run *Run) error {
	t := table{sheet: b.summary, styles: &b.styles}
	c := &run.Totals.Counts
	t.put([]any{excelize.Cell{Value: "Recorded labels and what the facts read as", StyleID: b.styles.title}}, 0)
	for _, line := range headlines(c) {
		t.put([]any{line}, 0)
	}
	t.put([]any{excelize.Cell{Value: caution, StyleID: b.styles.note}}, 0)
	matrix := t.matrix(c)
	t.rates(c)
	t.kinds(c)
	charts := t.room()
	years := t.years(run.Totals.ByYear)
	if t.err != nil {
		return t.err
	}
	return b.drawCharts(c, charts, matrix, years)
}

// matrix writes the label x class table and returns the row of its header.
func (t *table) matrix(c *Counts) int {
	t.section("Recorded label (rows) and what the facts read as (columns)")
	header := []string{"Recorded as"}
	for _, class := range columns() {
		header = append(header, classTitle(class))
	}
	t.figures(append(header, "Records")...)
	at := t.sheet.row
	for _, l := range screen.Labels() {
		t.counts(labelTitle(l), c, l)
	}
	t.section("The same, as shares of each row")
	t.figures(append(header, "Records")...)
	for _, l := range screen.Labels() {
		t.shares(labelTitle(l), c, l)
	}
	return at
}

func (t *table) counts(title string, c *Counts, l screen.Label) {
	row := []any{excelize.Cell{Value: title, StyleID: t.styles.text}}
	for _, class := range columns() {
		row = append(row, c.Cells[Cell{l, class}])
	}
	t.put(append(row, c.Row(l)), t.styles.count)
}

func (t *table) shares(title string, c *Counts, l screen.Label) {
	row := []any{excelize.Cell{Value: title, StyleID: t.styles.text}}
	for _, class := range columns() {
		row = append(row, available(ratio(c.Cells[Cell{l, class}], c.Row(l))))
	}
	n := excelize.Cell{Value: c.Row(l), StyleID: t.styles.count}
	t.put(append(row, n), t.styles.percent)
}

func (t *table) rates(c *Counts) {
	t.section("Rates")
	t.figures("Rate", "Records", "Of", "Rate", "95% interval from", "to",
		"Undetermined", "Undetermined share", "If all those are right", "If all those are wrong")
	for _, r := range c.Rates() {
		interval, ok := r.Interval()
		bounds, bounded := r.Bounds()
		t.put([]any{
			excelize.Cell{Value: r.Title + " (of " + r.Of + ")", StyleID: t.styles.text},
			excelize.Cell{Value: r.Numerator, StyleID: t.styles.count},
			excelize.Cell{Value: r.Denominator, StyleID: t.styles.count},
			available(r.Value()), available(interval.Lower, ok), available(interval.Upper, ok),
			excelize.Cell{Value: r.Undetermined, StyleID: t.styles.count},
			available(r.UndeterminedShare()), available(bounds.Lower, bounded), available(bounds.Upper, bounded),
		}, t.styles.percent)
	}
}

func (t *table) kinds(c *Counts) {
	t.section("Findings")
	t.figures("Finding", "Records", "Share")
	for _, k := range screen.Kinds() {
		t.put([]any{
			excelize.Cell{Value: KindTitle(k), StyleID: t.styles.text}, c.Kinds[k],
			excelize.Cell{Value: available(ratio(c.Kinds[k], c.Records)), StyleID: t.styles.percent},
		}, t.styles.count)
	}
}

// room leaves rows free for the charts and returns the first of them.
func (t *table) room() int {
	const rows = 23
	t.section("Charts")
	at := t.sheet.row + 1
	if t.err == nil {
		t.err = t.sheet.out.InsertPageBreak("A" + strconv.Itoa(t.sheet.row))
	}
	t.sheet.row += rows
	return at
}

// span is the header and the last row of a table in the sheet.
type span struct{ head, last int }

// years writes findings by year.
func (t *table) years(g Groups) span {
	t.section("Findings by year")
	header := []string{"Year"}
	for _, k := range screen.Kinds() {
		header = append(header, KindTitle(k))
	}
	t.figures(header...)
	at := span{head: t.sheet.row}
	for _, year := range slices.Sorted(maps.Keys(g)) {
		row := []any{excelize.Cell{Value: stated(year), StyleID: t.styles.text}}
		for _, k := range screen.Kinds() {
			row = append(row, g[year].Kinds[k])
		}
		t.put(row, t.styles.count)
	}
	at.last = t.sheet.row
	return at
}

// available is a share, or the words for a missing one.
func available(p float64, ok bool) any {
	if !ok {
		return notAvailable
	}
	return p
}

// stated names a group, and the records that say nothing.
func stated(group string) string {
	if group == "" {
		return "not stated"
	}
	return group
}
