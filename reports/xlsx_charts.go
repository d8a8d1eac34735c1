package reports

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"palermo/screen"
)

// drawCharts puts native charts below the tables that they show.
func (b *workbook) drawCharts(c *Counts, at, matrix int, years span) error {
	if c.Records == 0 {
		return nil // nothing to draw
	}
	labels := span{matrix, matrix + len(screen.Labels())}
	classes := b.stacked(excelize.BarStacked, "What records read as, by recorded label", labels, used(columns(), c.Column))
	classes.XAxis.ReverseOrder = true // the first label on top, as in the table
	if err := b.file.AddChart(b.summary.name, "A"+strconv.Itoa(at), classes); err != nil {
		return err
	}
	kinds := b.stacked(excelize.ColStacked, "Findings by year", years, used(screen.Kinds(), func(k screen.Kind) int64 { return c.Kinds[k] }))
	return b.file.AddChart(b.summary.name, "E"+strconv.Itoa(at), kinds)
}

// used lists which of some columns hold anything: the others would only make
// the legend longer.
func used[T any](names []T, count func(T) int64) []int {
	var at []int
	for i, name := range names {
		if count(name) > 0 {
			at = append(at, i)
		}
	}
	return at
}

// stacked is a chart of a table whose first column holds the categories, and of
// the given columns after it.
func (b *workbook) stacked(kind excelize.ChartType, title string, at span, series []int) *excelize.Chart {
	c := &excelize.Chart{
		Type:      kind,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		XAxis:     excelize.ChartAxis{Font: excelize.Font{Color: "444444"}},
		YAxis:     excelize.ChartAxis{Font: excelize.Font{Color: "444444"}},
		Dimension: excelize.ChartDimension{Width: 620, Height: 420},
	}
	place := func(column, from, to int) string {
		return fmt.Sprintf("'%s'!$%s$%d:$%[2]s$%[4]d", b.summary.name, letters(column), from, to)
	}
	for _, i := range series {
		colour := palette()[i%len(palette())]
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$%d", b.summary.name, letters(i+2), at.head),
			Categories: place(1, at.head+1, at.last),
			Values:     place(i+2, at.head+1, at.last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}},
		})
	}
	return c
}

// palette alternates dark and light, so that neighbours in a stack differ in
// greyscale as well.
func palette() []string {
	return []string{
		"1F3A4D", "E3A857", "7A1F1F", "A9C5D8", "4F6F52", "D9D2C5", "5B4B8A", "F2D7B6", "6E6E6E", "BFBFBF",
	}
}
