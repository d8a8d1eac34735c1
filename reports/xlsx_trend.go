package reports

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

func trendColumns() []string {
	return []string{
		"over", "rate", "at", "run", "records", "of", "rate", "from", "to", "undetermined",
		"change", "from", "to", "told_apart", "rules_changed",
	}
}

func trendWidths() []float64 {
	return []float64{24, 62, 14, 10, 12, 10, 10, 14, 10, 17, 16, 14, 10, 30, 40}
}

// fillTrends writes a line for each rate and moment: first the runs, then the
// years of the records. Charts stand to the right.
func (b *workbook) fillTrends(run *Run) error {
	runs, dates := b.words.runs(run.Trends), years(run.Figures)
	b.trends.notes = []string{b.words.of("trend", "years")}
	if len(runs) > 0 {
		b.trends.notes = append(b.trends.notes, b.words.of("trend", "note"))
	}
	var charts []*excelize.Chart
	for _, over := range []struct {
		moments []moment
		by      string
		title   string
	}{{runs, "by_run", "run_chart"}, {dates, "by_year", "year_chart"}} {
		for i := range rateRules() {
			at, known, err := b.trend(over.moments, over.by, i)
			if err != nil {
				return err
			}
			if i < 2 && known > 1 && len(over.moments) <= maxMoments {
				title := b.words.with("trend", over.title, "rate", b.words.of("rate", rateRules()[i].name))
				charts = append(charts, b.ranges(title, b.trends, at, trendChart()))
			}
		}
	}
	for i, c := range charts {
		if err := b.file.AddChart(b.trends.name, fmt.Sprintf("%s%d", letters(len(trendColumns())+2), b.trends.head+1+i*chartRows), c); err != nil {
			return err
		}
	}
	return nil
}

// trendChart says where a chart finds what it draws.
func trendChart() rangeColumns { return rangeColumns{name: 3, rate: 7, lower: 8, upper: 9} }

// trend writes the moments of one rate, and returns where they stand and how
// many have it.
func (b *workbook) trend(moments []moment, over string, i int) (at span, known int, err error) {
	var before *Rate
	for _, m := range moments {
		if i >= len(m.Rates) {
			continue // where counts are withheld, years have two rates
		}
		r := m.Rates[i]
		if err := b.trends.add(b.trendCells(over, &m, r, before), b.styles.percent); err != nil {
			return at, known, err
		}
		if at.head == 0 {
			at.head = b.trends.row - 1
		}
		at.last = b.trends.row
		if _, ok := r.Value(); ok {
			before = &r
			known++
		}
	}
	return at, known, nil
}

// trendCells leaves a rate that there is not empty: charts take text for zero.
func (b *workbook) trendCells(over string, m *moment, r Rate, before *Rate) []any {
	t := table{words: b.words}
	text := func(s string) any { return excelize.Cell{Value: s, StyleID: b.styles.text} }
	count := func(c Count) any { return excelize.Cell{Value: t.shown(c), StyleID: b.styles.count} }
	share := func(p float64, ok bool) any {
		if !ok {
			return nil
		}
		return p
	}
	interval, ok := r.Interval()
	p, is := r.Value()
	cells := []any{
		text(b.words.of("trend", over)), text(b.words.rateTitle(r)), text(m.Name), nil,
		count(r.Numerator), count(r.Denominator), share(p, is), share(interval.Lower, ok), share(interval.Upper, ok),
	}
	if m.Run > 0 {
		cells[3] = excelize.Cell{Value: m.Run, StyleID: b.styles.count}
		return append(cells, nil, nil, nil, nil, nil, text(strings.Join(m.Rules, ", ")))
	}
	cells = append(cells, count(r.Undetermined))
	if before == nil {
		return cells
	}
	d := since(r, *before)
	return append(cells, share(d.Value, d.OK), share(d.Lower, d.OK), share(d.Upper, d.OK), text(b.words.changed(d)))
}
