package source

import (
	"bytes"
	"encoding/csv"
)

// isTable reports whether a text that is not named as a table is one: a row near
// its top has names that are known, and nearly all rows below it have as many
// cells.
func isTable(head []byte) bool {
	if line, rest, found := bytes.Cut(head, []byte("\n")); found && bytes.HasPrefix(line, []byte("sep=")) {
		head = rest
	}
	if bytes.IndexByte(head, '\n') < 0 {
		head = bytes.ReplaceAll(head, []byte("\r"), []byte("\n"))
	}
	for _, comma := range delimiters {
		if isTableBy(headCells(head, comma)) {
			return true
		}
	}
	return false
}

// headCells cuts the start of a text into cells. The last row is left out: it
// may be cut.
func headCells(head []byte, comma rune) [][]string {
	r := csv.NewReader(bytes.NewReader(head))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	var rows [][]string
	for len(rows) < sniffRows {
		cells, err := r.Read()
		if err != nil {
			break
		}
		rows = append(rows, cells)
	}
	if n := len(rows); n > 2 && !bytes.HasSuffix(head, []byte("\n")) {
		rows = rows[:n-1]
	}
	return rows
}

// isTableBy looks for a row of names with rows of the same width below it.
func isTableBy(rows [][]string) bool {
	for i, names := range rows[:min(headerRows, len(rows))] {
		known := 0
		for _, name := range names {
			if vocabulary().known[normalise(name)] {
				known++
			}
		}
		if known < 2 || known*3 < len(names) || !shortNames(names) {
			continue
		}
		same := 0
		for _, cells := range rows[i+1:] {
			if len(cells) == len(names) {
				same++
			}
		}
		return same > 0 && same*10 >= len(rows[i+1:])*8
	}
	return false
}

// looksTabulated reports whether a text file is a table in tab-separated
// columns: three lines or more, and the same tabs in every one of them.
func looksTabulated(head []byte) bool { return sameOnEveryLine(head, "\t") }

// looksSeparated does the same for a file without an extension, such as one
// that comes through a pipe.
func looksSeparated(head []byte) bool {
	for _, comma := range delimiters {
		if rows, width := agreement(head, comma); rows >= 3 && width >= 3 && sameWidth(head, comma) {
			return true
		}
	}
	return looksTabulated(head)
}

// sameWidth reports whether nine rows of ten have the same number of cells.
func sameWidth(head []byte, comma rune) bool {
	rows, _ := agreement(head, comma)
	all := min(sniffRows, bytes.Count(head, []byte("\n")))
	return rows*10 >= all*6
}

func sameOnEveryLine(head []byte, comma string) bool {
	lines := bytes.Split(head, []byte("\n"))
	lines = lines[:len(lines)-1] // the last one may be cut
	if len(lines) < 3 {
		return false
	}
	count := bytes.Count(lines[0], []byte(comma))
	for _, line := range lines {
		if bytes.Count(line, []byte(comma)) != count {
			return false
		}
	}
	return count > 0
}
