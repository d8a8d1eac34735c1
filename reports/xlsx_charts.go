package reports

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sizes of the charts in pixels: two of them stand beside each other.
const (
	chartWidth  = 640
	chartHeight = 280
	maxDrawn    = 40 // groups that a chart has room for
)

// drawCharts puts native charts below the tables: what records read as by
// label, and the two rates by year and by unit with their intervals.
func (b *workbook) drawCharts(f *Figures, at int, matrix span) error {
	if f.Records.N == 0 || f.Records.Withheld {
		return nil // nothing to draw
	}
	classes := b.stacked(b.words.of("book", "classes_chart"), matrix, used(f.Columns))
	if err := b.file.AddChart(b.summary.name, "A"+strconv.Itoa(at), classes); err != nil {
		return err
	}
	for row, by := range []Dimension{ByYear, ByUnit} {
		for column, rate := range []string{overLabelling, underLabelling} {
			where, ok := b.blocks[block{by, rate}]
			if !ok || where.last-where.head > maxDrawn {
				continue
			}
			place := [2]string{"A", "E"}[column] + strconv.Itoa(at+(row+1)*chartRows)
			title := b.words.with("book", "rate_chart", "rate", b.words.of("rate", rate), "by", strings.ToLower(b.words.of("by", string(by))))
			if err := b.file.AddChart(b.summary.name, place, b.ranges(title, b.breakdowns, where, groupChart())); err != nil {
				return err
			}
		}
	}
	return nil
}

// used lists which of some columns hold anything: the others would only make
// the legend longer.
func used(counts []Count) []int {
	var at []int
	for i, c := range counts {
		if c.N > 0 || c.Withheld {
			at = append(at, i)
		}
	}
	return at
}

// stacked shows each row of the matrix as one bar of its shares.
func (b *workbook) stacked(title string, at span, series []int) *excelize.Chart {
	c := b.chart(excelize.BarPercentStacked, title)
	c.XAxis.ReverseOrder = true // the first label on top, as in the table
	c.Legend.Position = "right"
	c.Dimension.Width = chartWidth * 3 / 2
	for _, i := range series {
		colour := palette()[i%len(palette())]
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$%d", b.summary.name, letters(i+2), at.head),
			Categories: columnAt(b.summary.name, 1, at),
			Values:     columnAt(b.summary.name, i+2, at),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}},
		})
	}
	return c
}

// rangeColumns are the columns that a chart of ranges is drawn from, from 1.
type rangeColumns struct{ name, rate, lower, upper int }

// ranges shows a rate of every line of a table with its interval: the line goes
// from the lower to the upper end, and the mark is the rate.
func (b *workbook) ranges(title string, in *sheet, at span, from rangeColumns) *excelize.Chart {
	c := b.chart(excelize.StockHighLowClose, title)
	zero, one := 0.0, 1.0
	c.YAxis.Minimum, c.YAxis.Maximum = &zero, &one
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0%"}
	for _, s := range []struct {
		column int
		marker excelize.ChartMarker
	}{
		{from.upper, excelize.ChartMarker{Symbol: "none"}},
		{from.lower, excelize.ChartMarker{Symbol: "none"}},
		{from.rate, excelize.ChartMarker{Symbol: "circle", Size: 8, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"7A1F1F"}}}},
	} {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$%d", in.name, letters(s.column), in.head),
			Categories: columnAt(in.name, from.name, at),
			Values:     columnAt(in.name, s.column, at),
			Marker:     s.marker,
			Line:       excelize.LineOptions{Type: excelize.LineNone},
		})
	}
	return c
}

func (b *workbook) chart(kind excelize.ChartType, title string) *excelize.Chart {
	grey := excelize.Font{Color: "444444"}
	return &excelize.Chart{
		Type:      kind,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Size: 12, Bold: true, Color: "1F3A4D"}}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{Font: grey},
		YAxis:     excelize.ChartAxis{Font: grey, MajorGridLines: true},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
	}
}

// columnAt is a column of a table, without its header.
func columnAt(sheet string, column int, at span) string {
	return fmt.Sprintf("'%s'!$%s$%d:$%[2]s$%[4]d", sheet, letters(column), at.head+1, at.last)
}

// palette alternates dark and light, so that neighbours in a stack differ in
// greyscale as well.
func palette() []string {
	return []string{
		"1F3A4D", "E3A857", "7A1F1F", "A9C5D8", "4F6F52", "D9D2C5", "5B4B8A", "F2D7B6", "6E6E6E", "BFBFBF",
	}
}
