package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	headerRows  = 20 // how far down a header is looked for
	headerDepth = 4  // rows that a header may take
)

// heading is where the header of a table stands.
type heading struct {
	first, last int      // indexes of its rows, both -1 when there is none
	cells       []string // names as written; those of several rows are joined
}

func noHeading() heading { return heading{first: -1, last: -1} }

// findHeader finds the header among the first rows. A wanted row number is
// taken as it is. Otherwise the header is the first row that knows the names
// that columns have, or else the one that is the most filled; the rows under
// it that go on with it belong to it.
func findHeader(rows []row, wanted int) heading {
	if wanted > 0 {
		at := slices.IndexFunc(rows, func(r row) bool { return r.number == wanted && r.reason == "" })
		if at < 0 {
			return noHeading()
		}
		return headingAt(rows, at)
	}
	best := bestHeading(rows)
	// Labels that explain a row of ids look even more like a header.
	if at := best.first - 1; at >= 0 && explains(rows[at].cells, best.cells) {
		return heading{at, at, rows[at].cells}
	}
	return best
}

// bestHeading returns the heading of the best score. A first one that knows
// two names stands against better ones that follow: those belong to tables
// further down.
func bestHeading(rows []row) heading {
	width := 0
	for _, r := range rows {
		width = max(width, filled(r.cells))
	}
	best, bestScore := noHeading(), 0.0
	for i, r := range rows[:min(headerRows, len(rows))] {
		if r.reason != "" {
			continue
		}
		h := headingAt(rows, i)
		score := h.score(rows, width)
		if h.last == len(rows)-1 && score < 2 {
			continue // a note, unless its names are known: nothing stands under it
		}
		if score > bestScore {
			best, bestScore = h, score
		}
		if score >= 2.5 {
			break
		}
	}
	return best
}

// score rates a heading. One of several rows is known by the names in its last
// row too, as long as that row would not do alone.
func (h *heading) score(rows []row, width int) float64 {
	score := headerScore(h.cells, width)
	if lower := rows[h.last].cells; h.last > h.first && filled(lower) < filled(h.cells) {
		score = max(score, headerScore(lower, width))
	}
	return score
}

// headingAt returns the header that starts at a row: that row, and those that
// follow where a line of groups stands over a line of names.
func headingAt(rows []row, at int) heading {
	h := heading{at, at, rows[at].cells}
	for next := at + 1; next < min(at+headerDepth, len(rows)) && rows[next].reason == ""; next++ {
		if !completes(rows[h.last].cells, rows[next].cells) || holdsValues(rows[next].cells, rows[next+1:]) {
			break
		}
		h.cells = under(h.cells, rows[h.last].cells, rows[next].cells)
		h.last = next
	}
	return h
}

// under puts a line of names below the names so far. A group goes for the
// columns on its right up to the next one.
func under(names, upper, lower []string) []string {
	cells := make([]string, max(len(names), len(lower)))
	group := ""
	for i := range cells {
		own := oneLine(at(names, i))
		if own != "" && oneLine(at(upper, i)) != "" {
			group = own
		}
		name := oneLine(at(lower, i))
		switch {
		case name == "" || name == own:
			cells[i] = own
		case own != "":
			cells[i] = own + " " + name
		default:
			cells[i] = strings.TrimSpace(group + " " + name)
		}
	}
	return cells
}

// at returns a cell, or "" past the end of a row.
func at(cells []string, i int) string {
	if i >= len(cells) {
		return ""
	}
	return cells[i]
}

// oneLine takes the line breaks out of a name.
func oneLine(name string) string { return strings.Join(strings.Fields(name), " ") }

// completes reports whether the lower of two rows goes on with a header: it is
// all short names and fills places that the upper row leaves open, or one and
// all of its names are known.
func completes(upper, lower []string) bool {
	if filled(upper) < 2 {
		return false
	}
	opened, count, known := 0, 0, 0
	for i, cell := range lower {
		if strings.TrimSpace(cell) == "" || strings.TrimSpace(cell) == strings.TrimSpace(at(upper, i)) {
			continue
		}
		if len(cell) > 40 || !namelike(strings.TrimSpace(cell)) {
			return false
		}
		if count++; vocabulary().known[normalise(cell)] {
			known++
		}
		if i > 0 && strings.TrimSpace(at(upper, i)) == "" {
			opened++
		}
	}
	return opened >= 2 || opened == 1 && known == count && known >= 2
}

// holdsValues reports whether a row has a cell that stands in its column again and
// again: a value of cases, and the name of no column.
func holdsValues(cells []string, below []row) bool {
	below = below[:min(len(below), comparedRows)]
	for i, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		again := 0
		for _, r := range below {
			if sameName(at(r.cells, i), cell) {
				again++
			}
		}
		if again > 1 {
			return true
		}
	}
	return false
}

// headerScore is 0 for cells that cannot be the header of a table of this
// width, and past 2 where two names are known.
func headerScore(cells []string, width int) float64 {
	names := map[string]bool{}
	known, count := 0, 0
	years := areYears(cells)
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" || isPlaceholder(cell) {
			continue
		}
		if !namelike(cell) && !(years && yearOf(cell) > 0) || tellsCase(cell) {
			return 0
		}
		count++
		name := normalise(cell)
		names[name] = true
		if vocabulary().known[name] {
			known++
		}
	}
	share := float64(count) / float64(max(width, 1))
	switch {
	case known == 0 && (width == 1 || len(names)*10 < count*9),
		len(names)*2 < count,
		width > 1 && count < 2,
		share < 0.5 && known < 2:
		return 0
	}
	return share + float64(min(known, 5))
}

// tellsCase reports whether a cell is a sentence of some length, which no name
// of a column is.
func tellsCase(cell string) bool {
	return strings.HasSuffix(cell, ".") && len(strings.Fields(cell)) >= 8
}

// areYears reports whether a row names one year after another, which are then
// the names of columns.
func areYears(cells []string) bool {
	run, before := 0, 0
	for _, cell := range cells {
		year := 0
		if cell = strings.TrimSpace(cell); len(cell) == 4 {
			year = yearOf(cell)
		}
		if year > 0 && year == before+1 {
			run++
		}
		before = year
	}
	return run >= 2
}

// namelike reports whether a cell could be the name of a column: short, not a
// number, not a date.
func namelike(cell string) bool {
	if utf8.RuneCountInString(cell) > 100 || isDate(cell) {
		return false
	}
	return strings.IndexFunc(cell, unicode.IsLetter) >= 0
}
