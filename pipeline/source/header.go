package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headerRows is how far down a header is looked for.
const headerRows = 20

// heading is where the header of a table stands.
type heading struct {
	first, last int      // indexes of its rows, both -1 when there is none
	cells       []string // names as written; two lines are joined
}

// findHeader finds the header among the first rows. A wanted row number is
// taken as it is. Otherwise the header is the row, or the pair of rows, that is
// the most filled and knows the most of the names that columns have.
func findHeader(rows []row, wanted int) heading {
	if wanted > 0 {
		at := slices.IndexFunc(rows, func(r row) bool { return r.number == wanted && r.reason == "" })
		if at < 0 {
			return heading{first: -1, last: -1}
		}
		return headingAt(rows, at)
	}
	width := 0
	for _, r := range rows {
		width = max(width, filled(r.cells))
	}
	best, bestScore := heading{first: -1, last: -1}, 0.0
	for i, r := range rows[:min(headerRows, len(rows))] {
		if r.reason != "" {
			continue
		}
		h := headingAt(rows, i)
		if score := headerScore(h.cells, width); score > bestScore {
			best, bestScore = h, score
		}
	}
	// Labels that explain a row of ids look even more like a header.
	if at := best.first - 1; at >= 0 && explains(rows[at].cells, best.cells) {
		return heading{at, at, rows[at].cells}
	}
	return best
}

// headingAt returns the header that starts at a row: that row, or it and the
// next where a line of groups stands over a line of names.
func headingAt(rows []row, at int) heading {
	upper := rows[at].cells
	if at+1 == len(rows) || !completes(upper, rows[at+1].cells) {
		return heading{at, at, upper}
	}
	lower := rows[at+1].cells
	cells := make([]string, max(len(upper), len(lower)))
	group := ""
	for i := range cells {
		if i < len(upper) && strings.TrimSpace(upper[i]) != "" {
			group = strings.TrimSpace(upper[i])
			cells[i] = group
		}
		if i < len(lower) && strings.TrimSpace(lower[i]) != "" {
			cells[i] = strings.TrimSpace(group + " " + strings.TrimSpace(lower[i]))
		}
	}
	return heading{at, at + 1, cells}
}

// completes reports whether the lower of two rows goes on with a header: it is
// all short names and fills places that the upper row leaves open.
func completes(upper, lower []string) bool {
	if filled(upper) < 2 {
		return false
	}
	opened := 0
	for i, cell := range lower {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		if len(cell) > 40 || !namelike(strings.TrimSpace(cell)) {
			return false
		}
		if i > 0 && (i >= len(upper) || strings.TrimSpace(upper[i]) == "") {
			opened++
		}
	}
	return opened >= 2
}

// headerScore is 0 for cells that cannot be the header of a table of this width.
func headerScore(cells []string, width int) float64 {
	names := map[string]bool{}
	known, count := 0, 0
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if !namelike(cell) {
			return 0
		}
		count++
		name := normalise(cell)
		names[name] = true
		if vocabulary().known[name] {
			known++
		}
	}
	share := float64(count) / float64(width)
	switch {
	case known == 0 && (width == 1 || len(names)*10 < count*9),
		len(names)*2 < count,
		width > 1 && count < 2,
		share < 0.5 && known < 2:
		return 0
	}
	return share + float64(min(known, 5))
}

// namelike reports whether a cell could be the name of a column: short, not a
// number, not a date.
func namelike(cell string) bool {
	if utf8.RuneCountInString(cell) > 100 || isDate(cell) {
		return false
	}
	return strings.IndexFunc(cell, unicode.IsLetter) >= 0
}

// explains recognises the row under a header of ids that says the same in
// words, as in the Human Trafficking Case Data Standard, or gives the type of
// every column.
func explains(header, cells []string) bool {
	same, types, count := 0, 0, 0
	for i, cell := range cells[:min(len(cells), len(header))] {
		if strings.TrimSpace(cell) == "" || strings.TrimSpace(header[i]) == "" {
			continue
		}
		if len(cell) > 100 {
			return false
		}
		count++
		words := normalise(cell)
		if sharesWord(normalise(header[i]), words) {
			same++
		}
		if slices.Contains(typeWords, words) {
			types++
		}
	}
	return count >= 3 && (same*2 > count || types*10 >= count*9)
}

// typeWords are what a row of column types says.
var typeWords = []string{
	"text", "string", "varchar", "char", "integer", "int", "number", "numeric", "float", "decimal",
	"date", "datetime", "boolean", "bool", "select one", "select multiple", "picklist", "multi select",
	"texto", "numero", "entero", "fecha", "booleano", "inteiro", "texte", "nombre", "entier",
}

// sharesWord reports whether two normalised names have a word of three letters
// or more in common.
func sharesWord(a, b string) bool {
	for word := range strings.FieldsSeq(a) {
		if len(word) >= 3 && containsWords(b, word) {
			return true
		}
	}
	return false
}

// repeats reports whether a row says the header once more.
func repeats(header, cells []string) bool {
	if len(cells) < len(header) || len(header) < 2 {
		return false
	}
	for i, name := range header {
		if strings.TrimSpace(cells[i]) != strings.TrimSpace(name) {
			return false
		}
	}
	return true
}
