package reports

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// maxRows is the number of rows that a worksheet can hold.
const maxRows = 1_048_576

// Paper sizes, by their numbers in the format.
const (
	paperA3 = 8
	paperA4 = 9
)

// sheet is a worksheet that is written row by row, and goes on in a next one
// when it is full.
type sheet struct {
	file    *excelize.File
	styles  *styles
	out     *excelize.StreamWriter
	title   string
	name    string // title and, from the second part on, its number
	widths  []float64
	columns []string // names in the frozen header, nil for a free layout
	notes   []string // lines above the header, set before the first row
	head    int      // row of the header, 0 when there is none yet
	row     int      // last row written
	part    int
	max     int
}

func newSheet(f *excelize.File, st *styles, title string, widths []float64, columns []string) (*sheet, error) {
	s := &sheet{file: f, styles: st, title: title, widths: widths, columns: columns, max: maxRows}
	return s, s.open()
}

// add writes one row with a style (0 for none).
func (s *sheet) add(cells []any, style int) error {
	if s.row == s.max {
		if err := s.finish(); err != nil {
			return err
		}
		if err := s.open(); err != nil {
			return err
		}
	}
	if err := s.header(); err != nil {
		return err
	}
	return s.put(cells, style)
}

// finish writes what belongs around the rows. excelize drops in silence what
// is set after Flush.
func (s *sheet) finish() error {
	if err := s.header(); err != nil {
		return err
	}
	if s.head > 0 {
		if err := s.frame(); err != nil {
			return err
		}
	}
	return s.out.Flush()
}

// frame gives the table its filter, and its header to every printed page.
func (s *sheet) frame() error {
	if err := s.file.AutoFilter(s.name, s.block(1, s.head, len(s.columns), s.row), nil); err != nil {
		return err
	}
	return s.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%[2]d", s.name, s.head),
	})
}

// open begins the first or the next part.
func (s *sheet) open() error {
	s.part++
	s.name, s.head, s.row = s.title, 0, 0
	if s.part > 1 {
		s.name = fmt.Sprintf("%s (%d)", s.title, s.part)
	}
	if _, err := s.file.NewSheet(s.name); err != nil {
		return err
	}
	if err := s.page(); err != nil {
		return err
	}
	// How far a stream goes is not known at its head: said wrongly there, it
	// would make readers stop at the first cell.
	if err := s.file.SetSheetDimension(s.name, ""); err != nil {
		return err
	}
	out, err := s.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	s.out = out
	for i := len(s.widths); i > 0; i-- { // excelize puts each in front of the others, and they must ascend
		if err := out.SetColWidth(i, i, s.widths[i-1]); err != nil {
			return err
		}
	}
	return nil
}

// page makes the sheet print on as many pages as it is long and one wide.
func (s *sheet) page() error {
	fit, landscape, wide, long, paper := true, "landscape", 1, 0, paperA4
	var width float64
	for _, w := range s.widths {
		width += w
	}
	if width > 220 {
		paper = paperA3
	}
	if err := s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	margin := 0.4 // inches
	err := s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Top: &margin, Bottom: &margin, Left: &margin, Right: &margin})
	if err != nil {
		return err
	}
	return s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long,
	})
}

// header writes the notes and the names of the columns, once in each part, and
// freezes them.
func (s *sheet) header() error {
	if s.head > 0 || s.columns == nil {
		return nil
	}
	s.head = len(s.notes) + 1
	err := s.out.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: s.head, TopLeftCell: fmt.Sprintf("A%d", s.head+1), ActivePane: "bottomLeft",
	})
	if err != nil {
		return err // this comes before the first row or never
	}
	for _, text := range s.notes {
		if err := s.put([]any{excelize.Cell{Value: text, StyleID: s.styles.note}}, 0); err != nil {
			return err
		}
	}
	return s.heading(s.columns, s.styles.header)
}

// heading writes names of columns. The style is on the cells: on the row it
// would colour the sheet to its far end.
func (s *sheet) heading(names []string, rest int) error {
	cells := make([]any, len(names))
	for i, name := range names {
		cells[i] = excelize.Cell{Value: name, StyleID: rest}
	}
	cells[0] = excelize.Cell{Value: names[0], StyleID: s.styles.header}
	s.row++
	return s.out.SetRow("A"+strconv.Itoa(s.row), cells, excelize.RowOpts{Height: s.height(cells)})
}

// put writes the next row. With a style it is as high as its text needs, and
// cells without a style of their own are given it in place.
func (s *sheet) put(cells []any, style int) error {
	s.row++
	var opts excelize.RowOpts
	if style != 0 {
		opts.Height = s.height(cells)
		for i, c := range cells {
			if _, ok := c.(excelize.Cell); !ok {
				cells[i] = excelize.Cell{Value: c, StyleID: style}
			}
		}
	}
	return s.out.SetRow("A"+strconv.Itoa(s.row), cells, opts)
}

// height estimates the height of a row in points: not every program fits rows
// to wrapped text when it opens a file.
func (s *sheet) height(cells []any) float64 {
	const line, most = 15.0, 409.0
	n := 1
	for i, c := range cells {
		if styled, ok := c.(excelize.Cell); ok {
			c = styled.Value
		}
		if text, ok := c.(string); ok && i < len(s.widths) {
			n = max(n, wrapped(text, s.widths[i]))
		}
	}
	return min(line*float64(n), most)
}

// wrapped counts the lines of a text in a column of some width in characters.
func wrapped(text string, width float64) int {
	n := 0
	for part := range strings.SplitSeq(text, "\n") {
		n += 1 + int(max(0, float64(utf8.RuneCountInString(part))*1.05-1)/width) // words leave gaps at line ends
	}
	return n
}

// block is a range in A1 notation, without the sheet.
func (s *sheet) block(fromColumn, fromRow, toColumn, toRow int) string {
	return fmt.Sprintf("%s%d:%s%d", letters(fromColumn), fromRow, letters(toColumn), toRow)
}

// letters names a column: 1 is A, 27 is AA.
func letters(column int) string {
	name, _ := excelize.ColumnNumberToName(column) // there are never more than a sheet can have
	return name
}
