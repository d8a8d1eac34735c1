package strictyaml

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Key is one key that a mapping may have, and what reads its value.
type Key struct {
	Name string
	Read func(ast.Node)
}

// Object reads a mapping whose keys are known beforehand.
func (f *File) Object(n ast.Node, what string, keys []Key) {
	for _, entry := range f.Entries(n, what) {
		name := f.Word(entry.Key, "a key")
		at := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name })
		switch {
		case at >= 0:
			keys[at].Read(entry.Value)
		case name != "":
			f.Reject(entry.Key, fmt.Sprintf("unknown key %q in %s", name, what), Instead(name, keyNames(keys)))
		}
	}
}

func keyNames(keys []Key) []string {
	var names []string
	for _, k := range keys {
		names = append(names, k.Name)
	}
	return names
}

// Need notes the keys that a mapping has to have and lacks.
func (f *File) Need(n ast.Node, what string, names ...string) {
	m, ok := n.(*ast.MappingNode)
	if !ok || len(m.Values) == 0 {
		f.Reject(n, what+" is empty", "")
		return
	}
	for _, name := range names {
		if !slices.ContainsFunc(m.Values, func(e *ast.MappingValueNode) bool { return e.Key.GetToken().Value == name }) {
			f.Reject(m.Values[0].Key, what+" lacks its "+name, "")
		}
	}
}

// Entries returns the entries of a mapping, without those that repeat a key.
// A value that is left out has none.
func (f *File) Entries(n ast.Node, what string) []*ast.MappingValueNode {
	var all []*ast.MappingValueNode
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return nil
	case *ast.MappingNode:
		all = n.Values
	case *ast.MappingValueNode:
		all = []*ast.MappingValueNode{n}
	default:
		f.Reject(n, fmt.Sprintf("%s is %s, and should be keys with values", what, kindOf(n)), "write key: value, one to a line")
	}
	first := map[string]int{}
	return slices.DeleteFunc(slices.Clone(all), func(e *ast.MappingValueNode) bool {
		key := e.Key.GetToken()
		line, twice := first[key.Value]
		if twice {
			f.Reject(e.Key, fmt.Sprintf("%q stands here for the second time", key.Value), fmt.Sprintf("it is set in line %d", line))
			return true
		}
		first[key.Value] = key.Position.Line
		return false
	})
}

// List returns the items of a list. A single value is a list of one.
func (f *File) List(n ast.Node) []ast.Node {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return nil
	case *ast.SequenceNode:
		return n.Values
	}
	return []ast.Node{n}
}

// Words reads a list of texts. Figures are texts in it: a list of words may
// hold them, and their value is of no interest.
func (f *File) Words(n ast.Node, what string, read func(ast.Node, string)) {
	for _, item := range f.List(n) {
		switch item.(type) {
		case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
			read(item, item.GetToken().Value)
		default:
			if text := f.Word(item, what); text != "" {
				read(item, text)
			}
		}
	}
}

// Flag reads true or false; one that is left out is false.
func (f *File) Flag(n ast.Node, what string) bool {
	if IsNull(n) {
		return false
	}
	if n, ok := n.(*ast.BoolNode); ok {
		return n.Value
	}
	f.Reject(n, fmt.Sprintf("%s is %s, and should be true or false", what, kindOf(n)), "")
	return false
}

// Start returns where the text of a scalar begins: behind its quote.
func Start(n ast.Node) (line, column int) {
	t := n.GetToken()
	line, column = t.Position.Line, t.Position.Column
	if t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType {
		column++
	}
	return line, column
}

// Text reads a text. One that is left out is empty and no mistake.
func (f *File) Text(n ast.Node, what string) string {
	if IsNull(n) {
		return ""
	}
	return f.Word(n, what)
}

// Word reads a text that has to be there; it is empty only after a mistake.
func (f *File) Word(n ast.Node, what string) string {
	var value string
	switch n := n.(type) {
	case *ast.StringNode:
		value = n.Value
	case *ast.LiteralNode:
		value = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		f.Reject(n, fmt.Sprintf("%s is %s, and should be a text", what, kindOf(n)),
			"put it in quotes: "+strconv.Quote(n.GetToken().Value))
		return ""
	default:
		f.Reject(n, fmt.Sprintf("%s is %s, and should be a text", what, kindOf(n)), "")
		return ""
	}
	if strings.TrimSpace(value) == "" {
		f.Reject(n, what+" is empty", "")
		return ""
	}
	return value
}

// OneOf reads a text that must be one of those that are known; it is empty
// only after a mistake.
func (f *File) OneOf(n ast.Node, what string, known []string) string {
	value := f.Word(n, "a "+what)
	if value == "" || slices.Contains(known, value) {
		return value
	}
	f.Reject(n, fmt.Sprintf("unknown %s %q", what, value), Instead(value, known))
	return ""
}

// Number reads a whole number. A leading zero does not make it octal.
func (f *File) Number(n ast.Node, what string) (int, bool) {
	if IsNull(n) {
		return 0, false
	}
	if n, ok := n.(*ast.IntegerNode); ok {
		if value, err := strconv.Atoi(n.GetToken().Value); err == nil {
			return value, true
		}
	}
	f.Reject(n, fmt.Sprintf("%s is %s, and should be a whole number", what, kindOf(n)), "")
	return 0, false
}

// IsNull reports whether a value is left out.
func IsNull(n ast.Node) bool { return n == nil || n.Type() == ast.NullType }

// kindOf names what stands at a node, in words.
func kindOf(n ast.Node) string {
	switch n.(type) {
	case *ast.NullNode:
		return "left out"
	case *ast.SequenceNode:
		return "a list"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a set of keys"
	case *ast.StringNode, *ast.LiteralNode:
		return "a text"
	case *ast.IntegerNode, *ast.FloatNode:
		return "a number"
	case *ast.BoolNode:
		return "true or false"
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "a reference (& * <<)"
	}
	return "of a kind that is not read"
}
