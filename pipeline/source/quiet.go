package source

import (
	"regexp"
	"strings"
)

// What is kept out of the body of a report.
const (
	outSignature = "signature"
	outPageLine  = "page header or footer"
	outLinks     = "list of links"
)

func outKinds() []string { return []string{outSignature, outPageLine, outLinks} }

// outPiece is a piece of a text that is no part of the story.
type outPiece struct {
	kind     string
	from, to int
}

// textLines are the lines of a text with their offsets.
type textLines struct {
	text  string
	start []int // of every line, and the length of the text
}

func linesOf(text string) textLines {
	l := textLines{text: text}
	for at := 0; at < len(text); at += textLine(text[at:]) {
		l.start = append(l.start, at)
	}
	l.start = append(l.start, len(text))
	return l
}

func (l *textLines) count() int { return len(l.start) - 1 }

// line returns a line without the white space around it.
func (l *textLines) line(i int) string { return strings.TrimSpace(l.text[l.start[i]:l.start[i+1]]) }

// quieted returns a text with page headers and footers, signatures and lists
// of links blanked, and what it blanked. The text keeps its length, and every
// other byte its place.
func quieted(text string) (string, []outPiece) {
	if len(text) == 0 {
		return text, nil
	}
	l := linesOf(text)
	kinds := make([]string, l.count())
	l.pageLines(kinds)
	l.linkLists(kinds)
	l.signature(kinds)
	var out []outPiece
	var b []byte
	for i := 0; i < len(kinds); i++ {
		if kinds[i] == "" {
			continue
		}
		from := i
		for i+1 < len(kinds) && kinds[i+1] == kinds[from] {
			i++
		}
		piece := outPiece{kinds[from], l.start[from], l.start[i+1]}
		if strings.TrimSpace(text[piece.from:piece.to]) == "" {
			continue
		}
		out = append(out, piece)
		if b == nil {
			b = []byte(text)
		}
		blank(b, piece)
	}
	if b == nil {
		return text, nil
	}
	return string(b), out
}

// blank writes spaces over a piece. Where a page ends in the middle of a
// sentence the breaks around it go too, so that the sentence goes on.
func blank(b []byte, piece outPiece) {
	from, to := piece.from, piece.to
	join := false
	if piece.kind == outPageLine {
		before := strings.TrimRight(string(b[max(0, from-200):from]), " \t\r\n\f")
		join = before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?:;\"”")
		if join {
			for from > 0 && strings.IndexByte(" \t\r\n\f", b[from-1]) >= 0 {
				from--
			}
			for to < len(b) && strings.IndexByte(" \t\r\n\f", b[to]) >= 0 {
				to++
			}
		}
	}
	for i := from; i < to; i++ {
		if join || b[i] != '\n' && b[i] != '\r' {
			b[i] = ' '
		}
	}
}

// pageNumber is a line that numbers a page, alone or at the end of a running
// title: "Page 3", "Marren Police   Page 3", "Annual report, page 3 of 12".
var pageNumber = regexp.MustCompile(`(?i)^(\W*|.{0,80}(?:\s{2,}|\t|[|–—-])\s*|.{0,80}\s)(?:page|p[aá]gina|p[aá]g\.?|seite)\s*\d{1,4}(\s*(?:of|de|sur|von|/)\s*\d{1,4})?\W*$`)

// refersTo ends words that lead up to a page: "as shown on page 3".
var refersTo = regexp.MustCompile(`(?i)\b(?:see|on|at|in|of|from|to|the|this|first|last|and|ver|en|la|de|una|na|da|voir|à|sur)\W*$`)

// isPageNumber tells the line that numbers a page from a sentence that speaks
// of one.
func isPageNumber(line string) bool {
	match := pageNumber.FindStringSubmatch(line)
	switch {
	case match == nil || refersTo.MatchString(match[1]):
		return false
	case strings.Trim(match[1], " \t") == "", match[2] != "":
		return true
	}
	before := strings.TrimRight(match[1], " \t")
	return before == "" || len(match[1])-len(before) >= 2 || strings.ContainsAny(match[1], "\t|") || strings.ContainsAny(before[len(before)-1:], "|-") ||
		strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—")
}

// pageLines marks the lines that number pages, and those that stand again and
// again at the top or the bottom of pages.
func (l *textLines) pageLines(kinds []string) {
	for i := range kinds {
		if line := l.line(i); len(line) <= 110 && strings.ContainsAny(line, "0123456789") && isPageNumber(line) {
			kinds[i] = outPageLine
		}
	}
	if !strings.Contains(l.text, "\f") {
		return
	}
	edges := l.pageEdges()
	seen := map[string]int{}
	for _, i := range edges {
		seen[withoutDigits(l.line(i))]++
	}
	for _, i := range edges {
		line := withoutDigits(l.line(i))
		if seen[line] >= 3 || line == "#" {
			kinds[i] = outPageLine
		}
	}
	for i := range kinds { // what is blank between the marked lines of two pages
		if kinds[i] == "" && l.line(i) == "" && i > 0 && kinds[i-1] == outPageLine {
			kinds[i] = outPageLine
		}
	}
}

// pageEdges returns the first two and the last two lines of every page that
// are neither blank nor sentences.
func (l *textLines) pageEdges() []int {
	var edges, page []int
	flush := func() {
		if len(page) <= 4 {
			edges = append(edges, page...)
		} else {
			edges = append(append(edges, page[:2]...), page[len(page)-2:]...)
		}
		page = page[:0]
	}
	for i := range l.count() {
		if strings.Contains(l.text[l.start[i]:l.start[i+1]], "\f") {
			flush()
		}
		if line := l.line(i); line != "" && !isSentence(line) {
			page = append(page, i)
		}
	}
	flush()
	return edges
}

// withoutDigits folds every number to one sign, so that the numbers of pages
// make no difference.
func withoutDigits(line string) string {
	var b strings.Builder
	digit := false
	for _, r := range line {
		isDigit := r >= '0' && r <= '9'
		if !isDigit {
			b.WriteRune(r)
		} else if !digit {
			b.WriteByte('#')
		}
		digit = isDigit
	}
	return b.String()
}
