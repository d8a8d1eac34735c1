package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// isSideways reports whether the first column of a small table holds names that
// are known, as in a form of one case and where every case is a column.
func isSideways(sample []row) bool {
	count, known := 0, 0
	for _, r := range sample {
		if filled(r.cells) < 2 {
			continue
		}
		count++
		if vocabulary().known[sideName(r)] {
			known++
		}
	}
	return known >= 3 && known*2 >= count
}

// sideName is the name that a row begins with.
func sideName(r row) string { return normalise(strings.TrimRight(at(r.cells, 0), ": ")) }

// toldChars is the length from which a value can be the text of a case.
const toldChars = 30

// turns reports whether a column of a table on its side is a case: it has a text
// under a name for one, and an id or a date where the names say so. A list that
// describes the columns of a table has none.
func turns(sample []row, column int) bool {
	text, placed := false, false
	for _, r := range sample {
		value := strings.TrimSpace(at(r.cells, column))
		switch vocabulary().wholly(sideName(r)) {
		case RoleNarrative:
			text = text || utf8.RuneCountInString(value) >= toldChars
		case RoleCaseID:
			placed = placed || strings.ContainsAny(value, "0123456789") && len(value) <= 60
		case RoleDate:
			placed = placed || isDate(value) || isSerial(value)
		}
	}
	return text && placed
}

// turned turns a small table that stands on its side, if its columns are cases,
// and reports whether it did. The names make the header, and every further
// column is a row whose number is that of the column.
func (t *table) turned(sample []row) (bool, error) {
	var named []row
	for _, r := range sample {
		if r.reason != "" {
			return false, nil
		}
		if filled(r.cells) >= 2 {
			named = append(named, r)
		}
	}
	width := 0
	for _, r := range named {
		width = max(width, len(r.cells))
	}
	if len(sample) >= sampleRows || width < 2 || width > sampleRows || !turns(named, 1) {
		return false, nil
	}
	side := newTable(t.rd, t.sheet, TablePlan{HeaderRow: 1})
	side.loose, side.workbook, side.epoch1904, side.seen = true, t.workbook, t.epoch1904, t.seen
	side.problems = append(slices.Clone(t.problems), "the table stands on its side: the number of the row is that of the column")
	for _, r := range sample {
		if filled(r.cells) < 2 {
			if err := t.reject(r.number, 1, Skipped, headingOrNote, ""); err != nil {
				return true, err
			}
		}
	}
	for column := range width {
		cells := make([]string, len(named))
		for i, r := range named {
			cells[i] = strings.TrimSpace(at(r.cells, column))
		}
		if column == 0 {
			for i := range cells {
				cells[i] = strings.TrimRight(cells[i], ": ")
			}
		}
		if err := side.add(row{number: column + 1, cells: cells}); err != nil {
			return true, err
		}
	}
	*t = *side
	return true, nil
}
