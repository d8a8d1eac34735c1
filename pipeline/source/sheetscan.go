package source

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheetScan looks for rows and merged areas in the bytes of a sheet as they
// stream by. It does not parse: it is a second opinion on the library, at the
// cost of a search for "<".
type sheetScan struct {
	tag   []byte // start of a tag that the last write broke off in
	text  bool   // text stands between the last tag and this one
	last  int    // row that was opened
	whole int    // row that was closed
	refs  []string

	hidden   []columnSpan
	past     bool // a row has a number that no sheet has
	closed   bool // the sheet was closed
	cell     cellState
	open     []byte // attributes of the cell that is open
	uncached int
}

// cellState is how much was seen of a cell that holds a formula.
type cellState int

const (
	settled      cellState = iota // no formula, or one with a value
	formulaState                  // a formula, and no value so far
	valueState                    // the tag of its value was opened
)

const (
	tagBytes   = 512    // longest start of a tag that is looked at
	mergeLimit = 10_000 // merged areas of a sheet that are filled, hidden columns that are told
)

// Write looks at p.
func (s *sheetScan) Write(p []byte) (int, error) {
	n := len(p)
	if len(s.tag) > 0 {
		p = append(s.tag, p...)
	}
	for {
		start := bytes.IndexByte(p, '<')
		s.text = s.text || start > 0 || start < 0 && len(p) > 0
		if start < 0 {
			s.tag = s.tag[:0]
			return n, nil
		}
		p = p[start:]
		end := bytes.IndexByte(p, '>')
		if end < 0 && len(p) < tagBytes {
			s.tag = bytes.Clone(p)
			return n, nil
		}
		if end < 0 {
			end = len(p)
		}
		s.look(p[1:min(end, tagBytes)])
		s.text = false
		p = p[min(end+1, len(p)):]
	}
}

// look takes note of a tag that is a row, a formula or a merged area, or that
// ends the sheet.
func (s *sheetScan) look(tag []byte) {
	name, attributes, _ := bytes.Cut(tag, []byte(" "))
	name = withoutPrefix(name)
	selfClosing := bytes.HasSuffix(tag, []byte("/"))
	switch string(bytes.TrimSuffix(name, []byte("/"))) {
	case "row":
		s.last++
		if number, err := strconv.Atoi(attribute(attributes, `r="`)); err == nil {
			s.last = number
		}
		s.past = s.past || s.last > excelize.TotalRows || s.last < 0
		if selfClosing {
			s.whole = s.last
		}
	case "/row":
		s.whole = s.last
	case "c":
		s.open, s.cell = append(s.open[:0], attributes...), settled
	case "f":
		s.cell = formulaState
	case "is":
		s.cell = settled
	case "v":
		if s.cell == formulaState && !selfClosing {
			s.cell = valueState
		}
	case "/v":
		s.endValue()
	case "/c":
		if s.cell == formulaState {
			s.cell, s.uncached = settled, s.uncached+1
		}
	case "col":
		if hidden := attribute(attributes, `hidden="`); (hidden == "1" || hidden == "true") && len(s.hidden) < mergeLimit {
			first, err := strconv.Atoi(attribute(attributes, `min="`))
			last, err2 := strconv.Atoi(attribute(attributes, `max="`))
			if err == nil && err2 == nil {
				s.hidden = append(s.hidden, columnSpan{first, last})
			}
		}
	case "mergeCell":
		if len(s.refs) < mergeLimit {
			s.refs = append(s.refs, attribute(attributes, `ref="`))
		}
	case "/worksheet":
		s.closed = true
	case "worksheet":
		s.closed = selfClosing
	}
}

// endValue closes the value of a formula. One without a character is none,
// unless the formula gives a text, which may be empty.
func (s *sheetScan) endValue() {
	if s.cell != valueState {
		return
	}
	s.cell = formulaState
	if s.text || attribute(s.open, `t="`) == "str" {
		s.cell = settled
	}
}

// withoutPrefix takes the namespace off the name of a tag.
func withoutPrefix(name []byte) []byte {
	colon := bytes.IndexByte(name, ':')
	switch {
	case colon < 0:
		return name
	case bytes.HasPrefix(name, []byte("/")):
		return append([]byte("/"), name[colon+1:]...)
	}
	return name[colon+1:]
}

func attribute(attributes []byte, name string) string {
	_, rest, found := bytes.Cut(append([]byte(" "), attributes...), []byte(" "+name))
	if !found {
		return ""
	}
	value, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(value)
}

// part returns what was seen, the areas that span several rows in the order of
// their first rows.
func (s *sheetScan) part() sheetPart {
	part := sheetPart{lastRow: s.last, whole: s.whole, hidden: s.hidden, uncached: s.uncached, broken: !s.closed}
	for _, ref := range s.refs {
		if area, ok := parseArea(ref); ok && area.lastRow > area.firstRow {
			part.merged = append(part.merged, area)
		}
	}
	slices.SortStableFunc(part.merged, func(a, b mergedArea) int {
		return cmp.Or(cmp.Compare(a.firstRow, b.firstRow), cmp.Compare(a.column, b.column))
	})
	return part
}

// columnSpan is a run of columns, one-based, both ends in it.
type columnSpan struct{ first, last int }

// parseArea reads a reference such as A2:B5.
func parseArea(ref string) (mergedArea, bool) {
	from, to, found := strings.Cut(ref, ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	_, last, err2 := excelize.CellNameToCoordinates(to)
	return mergedArea{firstRow: first, lastRow: last, column: column}, found && err == nil && err2 == nil
}
