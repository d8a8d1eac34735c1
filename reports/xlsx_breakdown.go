package reports

import (
	"cmp"
	"slices"

	"github.com/xuri/excelize/v2"
)

func breakdownColumns() []string {
	return []string{
		"by", "rate", "group", "group_records", "records", "of", "rate", "from", "to",
		"undetermined", "all_right", "all_wrong", "difference", "from", "to", "told_apart",
	}
}

func breakdownWidths() []float64 {
	return []float64{18, 62, 30, 13, 12, 10, 10, 14, 10, 17, 16, 16, 16, 14, 10, 30}
}

// groupChart says where a chart finds what it draws.
func groupChart() rangeColumns { return rangeColumns{name: 3, rate: 7, lower: 8, upper: 9} }

// fillBreakdowns writes one line for each group and rate, so that a filter
// finds any of them. It notes where the blocks stand that charts show.
func (b *workbook) fillBreakdowns(run *Run) error {
	b.blocks = map[block]span{}
	var comparisons int
	for i := range run.Figures.Breakdowns {
		comparisons += run.Figures.Breakdowns[i].Comparisons
	}
	b.breakdowns.notes = []string{b.words.with("text", "comparisons", "n", b.words.whole(int64(comparisons)))}
	for i := range run.Figures.Breakdowns {
		if err := b.breakdown(&run.Figures.Breakdowns[i], run.Figures.Floor); err != nil {
			return err
		}
	}
	return nil
}

// block is the lines of one dimension and rate.
type block struct {
	by   Dimension
	rate string
}

func (b *workbook) breakdown(d *Breakdown, floor int64) error {
	if len(d.Groups) == 0 {
		return nil
	}
	for i := range d.Groups[0].Rates {
		rows := slices.Clone(d.Groups)
		// Charts take text for zero, so groups without a rate stand last.
		slices.SortStableFunc(rows, func(x, y Group) int { return cmp.Compare(missing(x.Rates[i]), missing(y.Rates[i])) })
		first, drawn := 0, 0
		for _, g := range rows {
			if err := b.breakdowns.add(b.breakdownCells(d.By, &g, i, floor), b.styles.percent); err != nil {
				return err
			}
			if first == 0 {
				first = b.breakdowns.row
			}
			drawn += 1 - missing(g.Rates[i])
		}
		if drawn > 0 {
			b.blocks[block{d.By, d.Groups[0].Rates[i].Name}] = span{first - 1, first + drawn - 1}
		}
	}
	return nil
}

func missing(r Rate) int {
	if _, ok := r.Value(); ok {
		return 0
	}
	return 1
}

func (b *workbook) breakdownCells(by Dimension, g *Group, i int, floor int64) []any {
	r, t := g.Rates[i], table{words: b.words}
	interval, ok := r.Interval()
	bounds, bounded := r.Bounds()
	text := func(s string) any { return excelize.Cell{Value: s, StyleID: b.styles.text} }
	count := func(c Count) any { return excelize.Cell{Value: t.shown(c), StyleID: b.styles.count} }
	cells := []any{
		text(b.words.of("dimension", string(by))), text(b.words.rateTitle(r)), text(b.words.cut(cell(b.words.group(by, g.Name, floor)))),
		count(g.Records), count(r.Numerator), count(r.Denominator),
		t.available(r.Value()), t.available(interval.Lower, ok), t.available(interval.Upper, ok),
		count(r.Undetermined), t.available(bounds.Lower, bounded), t.available(bounds.Upper, bounded),
	}
	if i >= len(g.Against) {
		return cells
	}
	d := g.Against[i]
	return append(cells, t.available(d.Value, d.OK), t.available(d.Lower, d.OK), t.available(d.Upper, d.OK), text(b.words.compared(d)))
}
