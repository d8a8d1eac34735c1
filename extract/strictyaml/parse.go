// Package strictyaml reads YAML that people write by hand: plans, packs, the
// taxonomy. A text comes in; values go out, and every mistake at once, each with
// its line, the line itself, and what to write instead:
//
//	palermo.yaml line 7 column 3: unknown key "colums" in a table
//	  7 |   colums:
//	    |   ^
//	hint: did you mean "columns"?
//
// It never guesses and never repairs. The syntax tree is walked by hand, since
// decoding into structs stops at the first mistake and changes values that only
// look like numbers.
package strictyaml

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// maxDepth is how deep brackets may stand in each other. Whoever writes by hand
// needs a handful; the parser calls itself for each.
const maxDepth = 64

// Parse returns the one document of a text. It is nil where there is none, or
// where the text is no YAML, which is a mistake then.
func Parse(name string, data []byte) (*File, ast.Node) {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	f := New(name, data)
	if !utf8.Valid(data) {
		f.notUTF8()
		return f, nil
	}
	if line, column, deep := tooDeep(data); deep {
		f.Add(line, column, "brackets stand too deep in each other", "")
		f.unread = true
		return f, nil
	}
	tree, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		f.syntax(err)
		return f, nil
	}
	for i, doc := range tree.Docs {
		if i > 0 && doc.Body != nil {
			f.Reject(doc.Body, "a second document begins", "put everything into one, and take out the line ---")
			break
		}
	}
	if len(tree.Docs) == 0 {
		return f, nil
	}
	return f, tree.Docs[0].Body
}

// byteOrderMark is what some editors put before UTF-8.
const byteOrderMark = "\ufeff"

// notUTF8 names the first place that is no UTF-8. A pattern in another encoding would
// load, and find nothing in any text.
func (f *File) notUTF8() {
	f.unread = true
	for i, line := range f.lines {
		if column := strings.IndexFunc(line, func(c rune) bool { return c == utf8.RuneError }); column >= 0 && !utf8.ValidString(line) {
			f.lines[i] = strings.ToValidUTF8(line, "?")
			f.Add(i+1, utf8.RuneCountInString(line[:column])+1, "not UTF-8", "save the file in the encoding UTF-8")
			return
		}
	}
}

// Unread reports whether a text is no YAML, so that nothing of it is known.
func (f *File) Unread() bool { return f.unread }

// syntax takes over what the parser has to say.
func (f *File) syntax(err error) {
	f.unread = true
	var fault yaml.Error
	if !errors.As(err, &fault) || fault.GetToken() == nil {
		f.Add(1, 1, "not YAML: "+err.Error(), "")
		return
	}
	at := fault.GetToken().Position
	hint := "put a text with special characters in 'single quotes'"
	if at.Line <= len(f.lines) && strings.Contains(f.lines[at.Line-1], "\t") {
		hint = "indent with spaces, YAML knows no tabs"
	}
	f.Add(at.Line, at.Column, "not YAML: "+fault.GetMessage(), hint)
}

// tooDeep finds the bracket that stands too deep. Brackets in quotes count as
// well, which no text of a sane size gets near.
func tooDeep(data []byte) (line, column int, deep bool) {
	depth, line, column := 0, 1, 0
	for _, c := range data {
		column++
		switch c {
		case '\n':
			line, column = line+1, 0
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > maxDepth {
			return line, column, true
		}
	}
	return 0, 0, false
}
