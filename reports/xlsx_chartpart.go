package reports

import (
	"cmp"
	"io"
	"slices"

	"github.com/beevik/etree"
)

// straighten puts the parts of a chart where the format wants them: excelize
// writes those of every kind of series in one order, and some that are no part
// of its kind, which Excel may answer with a repair. The axis of a chart of
// ranges is one of names and not of dates.
func straighten(w io.Writer, part io.Reader) error {
	doc := etree.NewDocument()
	if _, err := doc.ReadFrom(part); err != nil {
		return err
	}
	for _, kind := range doc.FindElements("//plotArea/*") {
		switch kind.Tag {
		case "barChart":
			eachSeries(kind, barSeries())
		case "stockChart":
			eachSeries(kind, lineSeries())
			if colours := kind.SelectElement("varyColors"); colours != nil {
				kind.RemoveChild(colours)
			}
		case "dateAx":
			kind.Tag = "catAx"
		}
	}
	_, err := doc.WriteTo(w)
	return err
}

// barSeries lists the parts of a series of bars in their order.
func barSeries() []string {
	return []string{"idx", "order", "tx", "spPr", "invertIfNegative", "dPt", "dLbls", "trendline", "errBars", "cat", "val"}
}

// lineSeries lists the parts of a series of lines in their order.
func lineSeries() []string {
	return []string{"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth"}
}

func eachSeries(kind *etree.Element, order []string) {
	for _, series := range kind.SelectElements("ser") {
		parts := series.ChildElements()
		for _, part := range parts {
			series.RemoveChild(part)
		}
		parts = slices.DeleteFunc(parts, func(e *etree.Element) bool { return !slices.Contains(order, e.Tag) })
		slices.SortStableFunc(parts, func(a, b *etree.Element) int {
			return cmp.Compare(slices.Index(order, a.Tag), slices.Index(order, b.Tag))
		})
		for _, part := range parts {
			series.AddChild(part)
		}
	}
}
