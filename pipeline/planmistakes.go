package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// mistakes collects what is wrong with a text and shows where. As an error it
// reads:
//
//	palermo.yaml line 7 column 3: unknown key "colums" in a table
//	  7 |   colums:
//	    |   ^
//	hint: did you mean "columns"?
type mistakes struct {
	name  string
	lines []string
	found []mistake
}

type mistake struct {
	line, column int // one-based; the column in characters
	text, hint   string
}

func newMistakes(name string, data []byte) mistakes {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	return mistakes{name: name, lines: strings.Split(text, "\n")}
}

func (m *mistakes) add(line, column int, text, hint string) {
	m.found = append(m.found, mistake{line, column, text, hint})
}

// reject adds a mistake that stands at a node of the syntax tree.
func (m *mistakes) reject(n ast.Node, text, hint string) {
	at := n.GetToken().Position
	m.add(at.Line, at.Column, text, hint)
}

// err returns nil when there is nothing wrong.
func (m *mistakes) err() error {
	if len(m.found) == 0 {
		return nil
	}
	return m
}

// Error lists the mistakes from the top of the text to its end.
func (m *mistakes) Error() string {
	found := slices.Clone(m.found)
	slices.SortStableFunc(found, func(a, b mistake) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	var parts []string
	for _, f := range found {
		parts = append(parts, m.show(f))
	}
	return strings.Join(parts, "\n")
}

func (m *mistakes) show(f mistake) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s line %d column %d: %s", m.name, f.line, f.column, f.text)
	if f.line <= len(m.lines) {
		number := fmt.Sprintf("%3d", f.line)
		line := printable(m.lines[f.line-1])
		fmt.Fprintf(&b, "\n%s | %s\n%*s | %s^", number, line, len(number), "", under(line, f.column-1))
	}
	if f.hint != "" {
		b.WriteString("\nhint: " + f.hint)
	}
	return b.String()
}

// printable keeps a line from steering the terminal that it is shown on.
func printable(line string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && !unicode.IsPrint(r) {
			return utf8.RuneError
		}
		return r
	}, line)
}

// under returns the blanks that put a caret under a character. Tabs are kept,
// since only the terminal knows how wide they are.
func under(line string, characters int) string {
	var b strings.Builder
	for _, r := range line {
		if characters--; characters < 0 {
			break
		}
		if r != '\t' {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// instead says what could have been meant by a word that is not known.
func instead(word string, known []string) string {
	best, distance := "", 1+min(3, max(1, len(word)/2))
	for _, k := range known {
		if d := edits(strings.ToLower(word), k); d < distance {
			best, distance = k, d
		}
	}
	all := strings.Join(known, ", ")
	if best == "" {
		return "use " + all
	}
	return fmt.Sprintf("did you mean %q? known: %s", best, all)
}

// edits counts the letters to change, add or take away to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}
