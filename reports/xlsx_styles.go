package reports

import (
	"github.com/xuri/excelize/v2"

	"palermo/screen"
)

// styles are the ids of the cell styles of a workbook.
type styles struct {
	header, figures              int // heads of columns of text and of numbers
	title, section, note         int
	text, centre, count, percent int
	urgent                       [screen.LastPriority]int // conditional, by priority
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	font := func(size float64, bold, italic bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: size, Bold: bold, Italic: italic, Color: colour}
	}
	align := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Vertical: "top", Horizontal: horizontal, WrapText: true}
	}
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F3A4D"}}
	line := []excelize.Border{{Type: "bottom", Style: 1, Color: "D0D7DC"}}
	grouping, share := "#,##0", "0.0%"
	for _, style := range []struct {
		id   *int
		make excelize.Style
	}{
		{&s.header, excelize.Style{Font: font(11, true, false, "FFFFFF"), Fill: fill, Alignment: align("left")}},
		{&s.figures, excelize.Style{Font: font(11, true, false, "FFFFFF"), Fill: fill, Alignment: align("right")}},
		{&s.title, excelize.Style{Font: font(16, true, false, "1F3A4D")}},
		{&s.section, excelize.Style{Font: font(12, true, false, "1F3A4D")}},
		{&s.note, excelize.Style{Font: font(11, false, true, "444444")}},
		{&s.text, excelize.Style{Alignment: align("left"), Border: line}},
		{&s.centre, excelize.Style{Alignment: align("center"), Border: line}},
		{&s.count, excelize.Style{CustomNumFmt: &grouping, Alignment: align("right"), Border: line}},
		{&s.percent, excelize.Style{CustomNumFmt: &share, Alignment: align("right"), Border: line}},
	} {
		var err error
		if *style.id, err = f.NewStyle(&style.make); err != nil {
			return s, err
		}
	}
	return s, s.shade(f)
}

// shade makes the colours of the priorities. They fall from dark to light, so
// that they keep their order in greyscale and for every kind of sight.
func (s *styles) shade(f *excelize.File) error {
	for i, colours := range [screen.LastPriority][2]string{
		{"7A1F1F", "FFFFFF"}, {"B5522F", "FFFFFF"}, {"F0C9A0", "000000"}, {"F7EFE3", "000000"},
	} {
		var err error
		s.urgent[i], err = f.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: true, Color: colours[1]},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[0]}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
