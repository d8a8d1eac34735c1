package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// notCase says why a row below the header is no row of the table, or "". What
// is said here is said of its shape: nothing of it was judged as evidence.
func (t *table) notCase(r row) string {
	switch {
	case t.given:
		return ""
	case t.repeatsHeader(r.cells):
		return "repeats the header"
	case t.isTotal(r.cells):
		return "is a row of totals"
	case t.isLine(r.cells):
		return headingOrNote
	}
	return ""
}

const headingOrNote = "is a heading or a note between the rows"

func (t *table) repeatsHeader(cells []string) bool {
	return slices.ContainsFunc(t.headerLines, func(line []string) bool {
		return repeats(t.withoutIndex(line), t.withoutIndex(cells))
	})
}

// withoutIndex leaves out the column that only counts the rows.
func (t *table) withoutIndex(cells []string) []string {
	if t.indexed && len(cells) > 0 {
		return cells[1:]
	}
	return cells
}

// hasIndex reports whether the first column does nothing but count the rows,
// as data tools write it.
func hasIndex(rows []row) bool {
	steps, before := 0, -1
	for _, r := range rows {
		n, err := strconv.Atoi(strings.TrimSpace(at(r.cells, 0)))
		if err != nil {
			before = -1
			continue
		}
		if before >= 0 && n == before+1 {
			steps++
		}
		before = n
	}
	return steps >= 3 && steps*10 >= (len(rows)-2)*8
}

// unindexed returns rows to look for a header in: without the numbers of the
// first column.
func unindexed(rows []row) []row {
	bare := slices.Clone(rows)
	for i, r := range bare {
		if _, err := strconv.Atoi(strings.TrimSpace(at(r.cells, 0))); err == nil {
			bare[i].cells = slices.Clone(r.cells)
			bare[i].cells[0] = ""
		}
	}
	return bare
}

// onlyNumbered recognises a row of an empty form: nothing is filled in but a
// number in a column without a name.
func (t *table) onlyNumbered(cells []string) bool {
	if len(t.header) == 0 || filled(cells) != 1 {
		return false
	}
	for i, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			name := strings.TrimSpace(at(t.header, i))
			return (name == "" || isPlaceholder(name)) && strings.Trim(cell, "0123456789.") == ""
		}
	}
	return false
}

// isTotal recognises a row that sums up: its first value says so, the others
// are numbers, and it tells no story. The sums may stand in the row after.
func (t *table) isTotal(cells []string) bool {
	own := t.withoutIndex(cells)
	afterTotal := t.total
	t.total = false
	if t.tells(cells) {
		return false
	}
	first, numbers, others := "", 0, 0
	for _, cell := range own {
		switch cell = strings.TrimSpace(cell); {
		case cell == "":
		case first == "":
			first = cell
		case isNumber(cell):
			numbers++
		default:
			others++
		}
	}
	if opensTotal(first) && others == 0 {
		t.total = numbers == 0
		return true
	}
	return afterTotal && numbers > 0 && others == 0
}

// tells reports whether a narrative stands in a row.
func (t *table) tells(cells []string) bool {
	for _, i := range t.columns.narratives {
		if strings.TrimSpace(at(cells, i)) != "" {
			return true
		}
	}
	return false
}

// tellsAtLength reports whether a narrative stands in a row that no header, no
// heading and no note can be: most rows are seen to be cases by this alone.
func (t *table) tellsAtLength(cells []string) bool {
	for _, i := range t.columns.narratives {
		if i < len(cells) && len(cells[i]) > noteChars && (i >= len(t.header) || len(cells[i]) > 2*len(t.header[i])+noteChars/2) {
			return true
		}
	}
	return false
}

// isNumber reports whether a cell holds a number as tables write it.
func isNumber(cell string) bool {
	return strings.ContainsAny(cell, "0123456789") && strings.Trim(cell, "0123456789.,-+% \u00a0'()") == ""
}

func opensTotal(cell string) bool {
	if len(cell) == 0 || len(cell) > 40 {
		return false
	}
	name := normalise(cell)
	return slices.ContainsFunc(totalWords(), func(word string) bool {
		return name == word || strings.HasPrefix(name, word+" ") && strings.HasPrefix(word, "total")
	})
}

// totalWords open a row of totals in the languages that are read.
func totalWords() []string {
	return []string{
		"total", "totals", "totales", "totais", "totaux", "grand total", "grand totals", "sum", "subtotal", "sub total",
		"suma", "soma", "somme", "gran total", "nacional", "national", "sous total",
	}
}

// noteChars is the length from which a cell alone in its row is a note.
const noteChars = 60

// isLine recognises a row of a wide table that holds one cell only, which is a
// heading over the rows that follow or a note on them: nothing with a digit
// that could be the id of a case, no narrative, no label.
func (t *table) isLine(cells []string) bool {
	own := t.withoutIndex(cells)
	if len(t.blank) < 3 || len(t.header) == 0 || t.tells(cells) || filled(own) != 1 {
		return false
	}
	column := slices.IndexFunc(own, func(cell string) bool { return strings.TrimSpace(cell) != "" })
	cell := strings.TrimSpace(own[column])
	if t.indexed {
		column++
	}
	switch {
	case slices.Contains(t.columns.labels, column), slices.Contains(t.columns.facts, column):
		return false
	case utf8.RuneCountInString(cell) > noteChars, opensNote(cell):
		return true
	}
	if isDate(cell) { // a month or a year over its cases
		return !slices.Contains(t.columns.dated, column)
	}
	return column < 3 && namelike(cell) && (strings.IndexFunc(cell, unicode.IsDigit) < 0 || len(strings.Fields(cell)) >= 4)
}

func opensNote(cell string) bool {
	word, _, _ := strings.Cut(normalise(cell), " ")
	return slices.Contains([]string{
		"note", "notes", "source", "sources", "nota", "notas", "fuente", "fuentes", "fonte", "fontes",
		"elaboracion", "elaborado", "remarque", "footnote",
	}, word) || strings.HasPrefix(cell, "*")
}

// isSideways reports whether the first column of a small table holds names that
// are known, as in a form of one case and where every case is a column.
func isSideways(sample []row) bool {
	count, known := 0, 0
	for _, r := range sample {
		if filled(r.cells) < 2 {
			continue
		}
		count++
		if vocabulary().known[normalise(strings.TrimRight(at(r.cells, 0), ": "))] {
			known++
		}
	}
	return known >= 3 && known*2 >= count
}

// mostTitles is how many lines may stand over a table below another one.
const mostTitles = 5

// mayBeTitle reports whether a row holds one cell only, which no role claims
// but that of the case id: the title of a table that follows, if one does.
func (t *table) mayBeTitle(cells []string) bool {
	own := t.withoutIndex(cells)
	if t.given || len(t.header) == 0 || len(t.blank) < 2 || len(t.held) >= mostTitles || filled(own) != 1 || t.tells(cells) {
		return false
	}
	column := slices.IndexFunc(cells[len(cells)-len(own):], func(cell string) bool { return strings.TrimSpace(cell) != "" }) + len(cells) - len(own)
	return !slices.Contains(t.columns.labels, column) && !slices.Contains(t.columns.facts, column)
}

// ownRows returns the rows of a sample that stand above the header of another
// table and above its title: what they look like says nothing of this one.
func (t *table) ownRows(data []row) []row {
	parted := false
	for i, r := range data {
		if r.reason == "" && t.startsTable(r, parted) {
			for i > 0 && filled(t.withoutIndex(data[i-1].cells)) <= 1 {
				i--
			}
			return data[:i]
		}
		parted = r.reason == "" && filled(t.withoutIndex(r.cells)) == 1
	}
	return data
}

// startsTable reports whether a row is the header of another table that stands
// below this one: it knows the names that columns have, and either blank rows
// or a heading part it from the rows above, or nearly all of its names are
// known.
func (t *table) startsTable(r row, parted bool) bool {
	if len(t.header) == 0 || t.given || !shortNames(r.cells) {
		return false
	}
	known, count := 0, 0
	for _, cell := range t.withoutIndex(r.cells) {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		if !namelike(cell) {
			return false
		}
		count++
		if vocabulary().known[normalise(cell)] {
			known++
		}
	}
	switch {
	case count < 2 || known < 1 || known < 2 && !(parted && count >= 3):
		return false
	case r.gap || parted:
		return known*2 >= count || parted && known*3 >= count
	}
	return known >= 3 && known*4 >= count*3
}

// shortNames is a quick look that nearly no row of cases passes: all cells are
// short, and none but the first begins with a digit.
func shortNames(cells []string) bool {
	for i, cell := range cells {
		if len(cell) > noteChars || i > 0 && cell != "" && cell[0] >= '0' && cell[0] <= '9' {
			return false
		}
	}
	return true
}
