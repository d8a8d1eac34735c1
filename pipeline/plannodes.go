package pipeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// key is one key that an object may have, and what reads its value.
type key struct {
	name string
	read func(ast.Node)
}

// object reads a mapping whose keys are known beforehand.
func (r *planReader) object(n ast.Node, what string, keys []key) {
	for _, entry := range r.entries(n, what) {
		name := r.name(entry.Key, "a key")
		at := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
		switch {
		case at >= 0:
			keys[at].read(entry.Value)
		case name != "":
			r.reject(entry.Key, fmt.Sprintf("unknown key %q in %s", name, what), instead(name, keyNames(keys)))
		}
	}
}

func keyNames(keys []key) []string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return names
}

// entries returns the entries of a mapping, without those that repeat a key.
// A value that is left out has none.
func (r *planReader) entries(n ast.Node, what string) []*ast.MappingValueNode {
	var all []*ast.MappingValueNode
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return nil
	case *ast.MappingNode:
		all = n.Values
	case *ast.MappingValueNode:
		all = []*ast.MappingValueNode{n}
	default:
		r.reject(n, fmt.Sprintf("%s is %s, and should be keys with values", what, kindOf(n)), "write key: value, one to a line")
	}
	first := map[string]int{}
	return slices.DeleteFunc(slices.Clone(all), func(e *ast.MappingValueNode) bool {
		token := e.Key.GetToken()
		line, twice := first[token.Value]
		if twice {
			r.reject(e.Key, fmt.Sprintf("%q stands here for the second time", token.Value), fmt.Sprintf("it is set in line %d", line))
			return true
		}
		first[token.Value] = token.Position.Line
		return false
	})
}

// list returns the items of a list. A single value is a list of one.
func (r *planReader) list(n ast.Node) []ast.Node {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return nil
	case *ast.SequenceNode:
		return n.Values
	}
	return []ast.Node{n}
}

// text reads a text. One that is left out is empty and no mistake.
func (r *planReader) text(n ast.Node, what string) string {
	if isNull(n) {
		return ""
	}
	return r.name(n, what)
}

// name reads a text that has to be there; it is empty only after a mistake.
func (r *planReader) name(n ast.Node, what string) string {
	var value string
	switch n := n.(type) {
	case *ast.StringNode:
		value = n.Value
	case *ast.LiteralNode:
		value = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		r.reject(n, fmt.Sprintf("%s is %s, and should be a text", what, kindOf(n)),
			"put it in quotes: "+strconv.Quote(n.GetToken().Value))
		return ""
	default:
		r.reject(n, fmt.Sprintf("%s is %s, and should be a text", what, kindOf(n)), "")
		return ""
	}
	if strings.TrimSpace(value) == "" {
		r.reject(n, what+" is empty", "")
		return ""
	}
	return value
}

// oneOf reads a text that must be one of those that are known; it is empty
// only after a mistake.
func (r *planReader) oneOf(n ast.Node, what string, known []string) string {
	value := r.name(n, "a "+what)
	if value == "" || slices.Contains(known, value) {
		return value
	}
	r.reject(n, fmt.Sprintf("unknown %s %q", what, value), instead(value, known))
	return ""
}

// number reads a whole number. A leading zero does not make it octal.
func (r *planReader) number(n ast.Node, what string) (int, bool) {
	if isNull(n) {
		return 0, false
	}
	if n, ok := n.(*ast.IntegerNode); ok {
		if value, err := strconv.Atoi(n.GetToken().Value); err == nil {
			return value, true
		}
	}
	r.reject(n, fmt.Sprintf("%s is %s, and should be a whole number", what, kindOf(n)), "")
	return 0, false
}

func isNull(n ast.Node) bool { return n == nil || n.Type() == ast.NullType }

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
	return "of a kind that plans do not have"
}
