package pattern

import (
	"slices"
	"strconv"
)

// Bounds of elements in any order.
const (
	defaultApart = 6 // how many words may stand between two of them
	mostInOrder  = 3
)

// anyOrder reads elements joined by '&', which may follow one another in any
// order: every order is an alternative of its own.
func (p *parser) anyOrder() (*node, error) {
	at := p.pos
	first, err := p.optional()
	if err != nil || p.peek() != '&' {
		return first, err
	}
	apart, all := defaultApart, []*node{first}
	for p.peek() == '&' {
		p.pos++
		if digits := p.digits(); digits != "" {
			if apart, err = strconv.Atoi(digits); err != nil || apart > maxGap {
				return nil, p.errorf(at, "words too far apart", "at most "+strconv.Itoa(maxGap)+" words may stand between")
			}
		}
		if p.peek() == 0 {
			return nil, p.errorf(p.pos, "'&' with nothing behind it", "")
		}
		next, err := p.optional()
		if err != nil {
			return nil, err
		}
		all = append(all, next)
	}
	if len(all) > mostInOrder || slices.ContainsFunc(all, func(n *node) bool { return width(n) == 0 }) {
		return nil, p.errorf(at, "'&' can't join these", "join two or three elements, none of them optional or a gap")
	}
	alt := &node{kind: kindAlt, column: at + 1}
	for _, order := range permutations(all) {
		row := &node{kind: kindSeq, column: at + 1}
		for i, n := range order {
			if i > 0 {
				row.kids = append(row.kids, &node{kind: kindGap, hi: apart, column: at + 1})
			}
			row.kids = append(row.kids, n)
		}
		alt.kids = append(alt.kids, row)
	}
	return alt, nil
}

func permutations(nodes []*node) [][]*node {
	if len(nodes) <= 1 {
		return [][]*node{nodes}
	}
	var out [][]*node
	for i, n := range nodes {
		rest := slices.Delete(slices.Clone(nodes), i, i+1)
		for _, p := range permutations(rest) {
			out = append(out, append([]*node{n}, p...))
		}
	}
	return out
}

// digits reads the figures that stand here, if any.
func (p *parser) digits() string {
	from := p.pos
	for p.pos < len(p.src) && p.src[p.pos] >= '0' && p.src[p.pos] <= '9' {
		p.pos++
	}
	return p.src[from:p.pos]
}
