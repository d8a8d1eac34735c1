package strictyaml

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// File is a text that a person wrote, and what is wrong with it.
type File struct {
	name   string
	lines  []string
	found  []mistake
	unread bool // it is no YAML
}

type mistake struct {
	line, column int // one-based, the column in characters; 0 for the file as a whole
	text, hint   string
}

// New returns a text without mistakes. The name stands in errors.
func New(name string, data []byte) *File {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	return &File{name: name, lines: strings.Split(text, "\n")}
}

// Name returns the name under which mistakes are told.
func (f *File) Name() string { return f.name }

// Add notes a mistake. Line 0 means the file as a whole.
func (f *File) Add(line, column int, text, hint string) {
	f.found = append(f.found, mistake{line, column, text, hint})
}

// Reject notes a mistake that stands at a node of the syntax tree.
func (f *File) Reject(n ast.Node, text, hint string) {
	at := n.GetToken().Position
	f.Add(at.Line, at.Column, text, hint)
}

// Err returns what is wrong with files, each from its top to its end, or nil.
func Err(files ...*File) error {
	var all []error
	for _, f := range files {
		if len(f.found) > 0 {
			all = append(all, f)
		}
	}
	return errors.Join(all...)
}

// Error lists the mistakes from the top of the text to its end.
func (f *File) Error() string {
	found := slices.Clone(f.found)
	slices.SortStableFunc(found, func(a, b mistake) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	var parts []string
	for _, m := range found {
		part := f.Show(m.line, m.column, m.text)
		if m.hint != "" {
			part += "\nhint: " + m.hint
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "\n")
}

// Show says something about a place, with its line and a caret under it.
func (f *File) Show(line, column int, text string) string {
	if line == 0 {
		return f.name + ": " + text
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s line %d column %d: %s", f.name, line, column, text)
	if line <= len(f.lines) {
		number := fmt.Sprintf("%3d", line)
		shown := printable(f.lines[line-1])
		fmt.Fprintf(&b, "\n%s | %s\n%*s | %s^", number, shown, len(number), "", under(shown, column-1))
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
