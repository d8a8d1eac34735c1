package source

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainMarkdown returns the text of a Markdown file as a person reads it when it
// is laid out: the marks of emphasis, links, tables and quotes would stand
// between the words of a phrase, and comments are not shown. Offsets in the
// report count in this text, as they do for a web page. Lines that are nothing
// but a link are left alone: they lead elsewhere, and are told by that.
func plainMarkdown(text string) (plain string, struck bool) {
	text = hiddenMarkdown.ReplaceAllStringFunc(text, func(hidden string) string {
		return strings.Repeat("\n", strings.Count(hidden, "\n"))
	})
	plain = strikeMarkdown.ReplaceAllString(text, "")
	struck = plain != text
	lines := strings.SplitAfter(plain, "\n")
	for i, line := range lines {
		if !link.MatchString(strings.TrimSpace(line)) {
			lines[i] = markdownLine(line)
		}
	}
	return formLines(withoutEmphasis(withoutLinks(strings.Join(lines, "")))), struck
}

// withoutLinks writes links as their words, which may go over a line.
func withoutLinks(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range markdownLink.FindAllStringSubmatchIndex(text, -1) {
		from := max(0, m[0]-maxLinkLine)
		start := from + strings.LastIndexByte(text[from:m[0]], '\n') + 1
		end := m[1] + lineLength([]byte(text[m[1]:min(len(text), m[1]+maxLinkLine)]))
		if end-start < maxLinkLine && link.MatchString(strings.TrimSpace(text[start:end])) {
			continue
		}
		b.WriteString(text[at:m[0]])
		if m[2] >= 0 {
			b.WriteString(text[m[2]:m[3]])
		}
		at = m[1]
	}
	return b.String() + text[at:]
}

// maxLinkLine is the length up to which a line can be a link alone, in bytes.
const maxLinkLine = 1000

// hiddenMarkdown is what is not shown: a comment, which may have no end, a
// picture, and where a link of a number leads.
var hiddenMarkdown = regexp.MustCompile(`(?s:<!--.*?(?:-->|\z))|!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])|(?m:^ {0,3}\[[^\]\n]+\]:[ \t]*\S+.*$)`)

// strikeMarkdown is text that was struck out.
var strikeMarkdown = regexp.MustCompile(`~~[^~\n]+~~`)

var (
	markdownLink = regexp.MustCompile(`\[([^\[\]]{0,300})\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])|<(?:https?://|mailto:)[^<>\s]+>`)
	quoteMarks   = regexp.MustCompile(`^(?: {0,3}> ?)+`)
	tableRule    = regexp.MustCompile(`^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$`)
	fence        = regexp.MustCompile("^\\s*(?:```|~~~)[\\w-]*\\s*$")
)

// markdownLine takes the marks out of one line that do not pair over several.
func markdownLine(line string) string {
	line = quoteMarks.ReplaceAllString(line, "")
	end := line[len(strings.TrimRight(line, "\r\n")):]
	switch bare := strings.TrimSpace(line); {
	case tableRule.MatchString(bare) && strings.Contains(bare, "|"), fence.MatchString(bare):
		return end
	case len(bare) > 1 && bare[0] == '|' && bare[len(bare)-1] == '|':
		cells := strings.Split(bare[1:len(bare)-1], "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		line = strings.Join(cells, "\t") + end
	}
	return markup.ReplaceAllStringFunc(line, markdownTag)
}

// markdownTag writes a tag as what it does to the line, and an entity as its
// character.
func markdownTag(tag string) string {
	if tag[0] == '&' {
		return html.UnescapeString(tag)
	}
	name := strings.ToLower(strings.TrimLeft(tag, "</"))
	for _, breaks := range []string{"br", "p", "div", "li", "tr", "h", "ul", "ol", "table", "blockquote"} {
		if rest, found := strings.CutPrefix(name, breaks); found && !unicode.IsLetter(rune(rest[0])) {
			return "\n"
		}
	}
	return ""
}

// markRun is a run of one sign that may open or close an emphasis.
type markRun struct {
	from, to    int
	open, close bool
}

// withoutEmphasis takes out the marks that pair within a paragraph, and the
// backslash before a sign that is meant. A lone star, as in a redacted name,
// stays.
func withoutEmphasis(text string) string {
	if !strings.ContainsAny(text, "*_`\\") {
		return text
	}
	var out, open []markRun
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\n':
			if blank := strings.IndexByte(text[i+1:], '\n'); blank >= 0 && strings.TrimSpace(text[i+1:i+1+blank]) == "" {
				open = open[:0]
			}
		case '\\':
			if i+1 < len(text) && strings.IndexByte("\\`*_{}[]()#+-.!|<>~", text[i+1]) >= 0 {
				out = append(out, markRun{from: i, to: i + 1})
				i++
			}
		case '*', '_', '`':
			run := runAt(text, i)
			i = run.to - 1
			if before := pairOf(text, open, run); before >= 0 {
				out = append(out, open[before], run)
				open = open[:before]
			} else if run.open && len(open) < maxOpenMarks {
				open = append(open, run)
			}
		}
	}
	return cutRuns(text, out)
}

// maxOpenMarks bounds the marks of a paragraph that wait for their pair.
const maxOpenMarks = 64

// runAt returns the run of equal signs at a place of a text.
func runAt(text string, at int) markRun {
	run := markRun{from: at, to: at + 1}
	for run.to < len(text) && text[run.to] == text[at] {
		run.to++
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[run.to:])
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	isSpace := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
	run.open, run.close = !isSpace(after), !isSpace(before)
	switch {
	case run.to-run.from > 3, unicode.IsDigit(before) && unicode.IsDigit(after):
		run.open, run.close = false, false
	case text[at] == '_':
		run.open, run.close = run.open && !isWord(before), run.close && !isWord(after)
	}
	return run
}

// pairOf returns the index of the open run that a run closes, or -1.
func pairOf(text string, open []markRun, run markRun) int {
	for i := len(open) - 1; i >= 0 && run.close; i-- {
		o := open[i]
		if text[o.from] == text[run.from] && o.to-o.from == run.to-run.from && o.to < run.from {
			return i
		}
	}
	return -1
}

// cutRuns takes runs out of a text, which may come in any order.
func cutRuns(text string, runs []markRun) string {
	cut := make([]bool, len(text))
	for _, run := range runs {
		for i := run.from; i < run.to; i++ {
			cut[i] = true
		}
	}
	b := make([]byte, 0, len(text))
	for i := range len(text) {
		if !cut[i] {
			b = append(b, text[i])
		}
	}
	return string(b)
}
