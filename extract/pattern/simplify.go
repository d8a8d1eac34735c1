package pattern

import (
	"slices"
	"strings"
)

// simplify turns the words and phrases among the alternatives of every group into
// a class of their own, which is tested in one step and can be searched for. Equal
// lists share a class.
func (b *Builder) simplify(n *node) *node {
	for i, k := range n.kids {
		n.kids[i] = b.simplify(k)
	}
	if n.kind == kindAlt {
		n.kids = b.pool(n.kids)
	}
	if (n.kind == kindSeq || n.kind == kindAlt) && len(n.kids) == 1 {
		return n.kids[0]
	}
	return n
}

// pool replaces the alternatives that are words, classes or rows of words by one
// class, where the first of them stood.
func (b *Builder) pool(alternatives []*node) []*node {
	var members []string
	var others []*node
	first := -1
	for i, k := range alternatives {
		if m, ok := b.wordsOf(k); !ok {
			others = append(others, k)
		} else {
			if first < 0 {
				first = i
			}
			members = append(members, m...)
		}
	}
	if len(alternatives)-len(others) < 2 {
		return alternatives
	}
	slices.Sort(members)
	members = slices.Compact(members)
	name := "(" + strings.Join(members, "|") + ")" // no author can write such a name
	if _, ok := b.classes[name]; !ok {
		b.define(name, members)
	}
	return slices.Insert(others, first, &node{kind: kindClass, text: name, column: alternatives[first].column})
}

// wordsOf returns the members that a node stands for if it is a word, a class
// or a row of words.
func (b *Builder) wordsOf(n *node) ([]string, bool) {
	switch n.kind {
	case kindWord:
		return []string{n.text}, true
	case kindClass:
		return b.classes[n.text].members, true
	case kindSeq:
		var row []string
		for _, k := range n.kids {
			if k.kind != kindWord || strings.HasSuffix(k.text, "*") && k != n.kids[len(n.kids)-1] {
				return nil, false
			}
			row = append(row, k.text)
		}
		return []string{strings.Join(row, " ")}, true
	}
	return nil, false
}

// mostRows is into how many rows a pattern is taken apart at most.
const mostRows = 12

// rows takes a pattern apart at its alternatives. A row needs all of its words,
// where of alternatives none is needed, and so far fewer sentences are worth a try.
func rows(n *node) []*node {
	switch n.kind {
	case kindAlt:
		var out []*node
		for _, k := range n.kids {
			out = append(out, rows(k)...)
		}
		if len(out) <= mostRows {
			return out
		}
	case kindSeq:
		out := []*node{{kind: kindSeq, column: n.column}}
		for _, k := range n.kids {
			parts := rows(k)
			if len(parts)*len(out) > mostRows {
				parts = []*node{k}
			}
			var longer []*node
			for _, row := range out {
				for _, part := range parts {
					longer = append(longer, &node{kind: kindSeq, column: n.column, kids: append(slices.Clone(row.kids), part)})
				}
			}
			out = longer
		}
		return out
	}
	return []*node{n}
}

// worded reports whether a pattern speaks of any word.
func worded(n *node) bool {
	return n.kind == kindWord || n.kind == kindClass || slices.ContainsFunc(n.kids, worded)
}

// known reports a class that is not defined.
func (b *Builder) known(n *node) error {
	if n.kind == kindClass {
		if _, ok := b.classes[n.text]; !ok {
			return &SyntaxError{Column: n.column, Message: "no class is called <" + n.text + ">"}
		}
	}
	for _, k := range n.kids {
		if err := b.known(k); err != nil {
			return err
		}
	}
	return nil
}
