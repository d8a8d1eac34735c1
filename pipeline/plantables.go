package pipeline

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
	"palermo/pipeline/source"
	"palermo/screen/columns"
)

func (r *planReader) tables(n ast.Node) {
	if _, single := n.(*ast.MappingNode); single {
		r.Reject(n, "tables is a set of keys, and should be a list", "begin every table with a dash: - file: cases.csv")
		return
	}
	for _, item := range r.List(n) {
		var t source.TablePlan
		r.Object(item, "a table", []strictyaml.Key{
			{Name: "file", Read: func(n ast.Node) { t.File = r.glob(n) }},
			{Name: "sheet", Read: func(n ast.Node) { t.Sheet = r.sheet(n) }},
			{Name: "skip", Read: func(n ast.Node) { t.Skip = r.flag(n, "skip") }},
			{Name: "header_row", Read: func(n ast.Node) { t.HeaderRow = r.headerRow(n) }},
			{Name: "delimiter", Read: func(n ast.Node) { t.Delimiter = r.delimiter(n) }},
			{Name: "columns", Read: func(n ast.Node) { t.Columns = r.columns(n) }},
			{Name: "facts", Read: func(n ast.Node) { t.Facts = r.facts(n) }},
		})
		r.plan.Tables = append(r.plan.Tables, t)
	}
}

func (r *planReader) glob(n ast.Node) string {
	pattern := r.Text(n, "a file")
	if _, err := path.Match(pattern, ""); err != nil {
		r.Reject(n, fmt.Sprintf("%q is no pattern for file names", pattern), `write \[ for a bracket that stands in the name`)
	}
	return pattern
}

// sheetRunes is the length of the longest name that a worksheet can have.
const sheetRunes = 31

func (r *planReader) sheet(n ast.Node) string {
	name := r.Text(n, "a sheet")
	if utf8.RuneCountInString(name) > sheetRunes || strings.ContainsAny(name, `[]:*?/\`) {
		r.Reject(n, fmt.Sprintf("no sheet can be called %q", name),
			"a sheet is named as it is, not by a pattern; leave it out to mean every sheet")
	}
	return name
}

func (r *planReader) headerRow(n ast.Node) int {
	row, ok := r.Number(n, "the header row")
	if ok && row < 1 {
		r.Reject(n, "rows are counted from 1", "leave header_row out to have it found")
	}
	return row
}

func (r *planReader) delimiter(n ast.Node) rune {
	if strictyaml.IsNull(n) {
		return 0
	}
	value, isText := n.(*ast.StringNode)
	if isText {
		char, size := utf8.DecodeRuneInString(value.Value)
		if size == len(value.Value) && parts(char) {
			return char
		}
	}
	r.Reject(n, "a delimiter is one character that parts cells", `write ",", ";", "|" or "\t"`)
	return 0
}

// parts reports whether a character can be a delimiter.
func parts(char rune) bool {
	return char != utf8.RuneError && !unicode.IsLetter(char) && !unicode.IsDigit(char) &&
		!strings.ContainsRune("\"\r\n\x00", char)
}

// columns reads header names by role. A header has one role.
func (r *planReader) columns(n ast.Node) map[source.Role][]string {
	byRole := map[source.Role][]string{}
	taken := map[string]source.Role{}
	read := func(role source.Role) func(ast.Node) {
		return func(n ast.Node) {
			for _, item := range r.List(n) {
				name := r.Word(item, "a column")
				if other, twice := taken[name]; twice && name != "" {
					r.Reject(item, fmt.Sprintf("column %q is named as %s already", name, other), "a column has one role")
					continue
				}
				taken[name] = role
				byRole[role] = append(byRole[role], name)
			}
		}
	}
	var keys []strictyaml.Key
	for _, role := range roles() {
		keys = append(keys, strictyaml.Key{Name: string(role), Read: read(role)})
	}
	r.Object(n, "columns", keys)
	return byRole
}

// facts reads what structured columns state: an indicator that a ticked cell
// states, the word age, born or count, or an indicator for each value. Which
// indicators there are is known only when the packs are, see rooms.
func (r *planReader) facts(n ast.Node) []string {
	var headers []string
	if r.plan.Facts == nil {
		r.plan.Facts = map[string]columns.Column{}
	}
	for _, entry := range r.Entries(n, "facts") {
		header := r.Word(entry.Key, "a column")
		if header == "" {
			continue
		}
		headers = append(headers, header)
		switch entry.Value.(type) {
		case *ast.MappingNode, *ast.MappingValueNode:
			values := map[string]string{}
			for _, v := range r.Entries(entry.Value, "the values of a column") {
				values[v.Key.GetToken().Value] = r.Word(v.Value, "an indicator")
			}
			r.plan.Facts[header] = columns.Valued(values)
		default:
			r.plan.Facts[header] = columns.Stated(r.Word(entry.Value, "an indicator"))
		}
	}
	return headers
}

func (r *planReader) caseID(n ast.Node) {
	r.plan.CaseID = r.pattern(n, "", "the case id pattern", "so every report would have an empty id",
		`in 'single quotes', for example '[A-Z]{3}-\d{4}-\d+'`)
}

// splitCases reads where a case begins. The anchors ^ and $ mean lines, since
// a text has only one start.
func (r *planReader) splitCases(n ast.Node) {
	r.plan.SplitCases = r.pattern(n, "(?m)", "the pattern for the start of a case", "so every line would be a case",
		`in 'single quotes', for example '^Case No\.? \d+'`)
}

// pattern reads a regular expression that fits something, under flags.
func (r *planReader) pattern(n ast.Node, flags, what, empty, example string) *regexp.Regexp {
	text := r.Text(n, what)
	if text == "" {
		return nil
	}
	pattern, err := regexp.Compile(flags + text)
	switch {
	case err != nil:
		r.Reject(n, what+" is no regular expression: "+strings.TrimPrefix(err.Error(), "error parsing regexp: "), example)
		return nil
	case pattern.MatchString(""):
		r.Reject(n, what+" matches the empty text, "+empty, "ask for one character at least")
		return nil
	}
	return pattern
}

// flag reads true or false.
func (r *planReader) flag(n ast.Node, what string) bool {
	value, ok := n.(*ast.BoolNode)
	if !ok && !strictyaml.IsNull(n) {
		r.Reject(n, what+" is not true or false", "write "+what+": true")
	}
	return ok && value.Value
}
