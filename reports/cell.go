package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxCell is the most UTF-16 units that a cell of a workbook can hold.
const maxCell = 32_767

// cell makes text safe for a spreadsheet. Line breaks and tabs become spaces,
// other control characters go, and so do the bidirectional overrides that can
// reorder what stands beside them. What a spreadsheet would take for a formula
// gets an apostrophe in front.
func cell(s string) string {
	return disarm(flatten(s, false))
}

// lines is cell for text whose line breaks are meant.
func lines(s string) string {
	return disarm(flatten(s, true))
}

// flatten removes what can't be seen. Most text has nothing to remove and is
// returned as it is.
func flatten(s string, breaks bool) string {
	if strings.IndexFunc(s, unsafeRune) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && breaks:
			return r
		case r == '\n' || r == '\t':
			return ' '
		case r == '\r' && !breaks:
			return ' '
		case unsafeRune(r):
			return -1
		}
		return r
	}, s)
}

func unsafeRune(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// disarm looks behind leading spaces, which some programs drop, and at the
// full-width forms, which some take for the plain ones.
func disarm(s string) string {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace))
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return "'" + s
	}
	return s
}

// cut shortens text to what a workbook cell can hold and says so. Excel counts
// UTF-16 units, so a character outside the first plane counts twice.
func (w *Words) cut(s string) string {
	if len(s) <= maxCell {
		return s // never more units than bytes
	}
	const room = 60 // for the mark
	units, at := 0, 0
	for i, r := range s {
		if units <= maxCell-room {
			at = i
		}
		units++
		if r > 0xFFFF {
			units++
		}
	}
	if units <= maxCell {
		return s
	}
	return s[:at] + " " + w.with("text", "cut", "n", w.whole(int64(utf8.RuneCountInString(s[at:]))))
}
