package source

import (
	"regexp"
	"strings"
)

// markup is a tag or a named entity that web forms and exports leave in cells.
// "<3 years" and "R&D" are none.
var markup = regexp.MustCompile(`(?i)</?(?:p|br|div|span|b|i|u|em|strong|font|li|ul|ol|a|table|tr|td|h[1-6]|blockquote|o:p)(?:\s[^<>]*)?/?>|&(?:nbsp|amp|quot|lt|gt|#\d{2,5}|#x[0-9a-f]{2,4}|[aeioun](?:acute|grave|circ|tilde|uml|cedil)|ccedil|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip);`)

// plainCell takes the markup out of a cell that holds some, and says whether
// it did. Tags between words would be read as words, and entities break them.
func plainCell(cell string) (string, bool) {
	if strings.IndexByte(cell, '<') < 0 && strings.IndexByte(cell, '&') < 0 || !markup.MatchString(cell) {
		return cell, false
	}
	page, err := readHTML(strings.NewReader(cell), &webWriter{whole: true})
	if err != nil {
		return cell, false // left as it is: nothing may go missing
	}
	return page.text, true
}
