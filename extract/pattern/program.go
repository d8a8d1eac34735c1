package pattern

import (
	"cmp"
	"math"
	"slices"
)

type opcode uint8

const (
	opAtom  opcode = iota // one word of the atom
	opClass               // one word or phrase of the atom
	opGap                 // lo..hi words
	opNumber
	opMoney
	opStart
	opNot
	opSplit // try x, then y
	opJump  // go on at x
	opMatch
)

// inst is one instruction of a compiled pattern.
type inst struct {
	op     opcode
	atom   atom
	lo, hi int32
	x, y   int
}

// program is a compiled pattern.
type program struct {
	code      []inst
	needs     []need  // what every match has
	anchors   []atom  // every match has a word of one of these, the rarest choice
	rare      [2]atom // the two rarest needs besides the anchor, to be looked at first
	tag       int
	secondary bool
}

// need is an element that every match has, and how many words into the match
// it can stand.
type need struct {
	atom     atom
	min, max int32
}

// emit appends the code of a node.
func (b *Builder) emit(code []inst, n *node) []inst {
	switch n.kind {
	case kindWord:
		return append(code, inst{op: opAtom, atom: b.literal(n.text)})
	case kindClass:
		c := b.classes[n.text]
		if c.longest > 1 {
			return append(code, inst{op: opClass, atom: c.atom})
		}
		return append(code, inst{op: opAtom, atom: c.atom})
	case kindGap:
		return append(code, inst{op: opGap, lo: int32(n.lo), hi: int32(n.hi)})
	case kindNumber:
		return append(code, inst{op: opNumber, lo: int32(n.lo), hi: int32(n.hi)})
	case kindMoney:
		return append(code, inst{op: opMoney})
	case kindStart:
		return append(code, inst{op: opStart})
	case kindNot:
		return append(code, inst{op: opNot, atom: b.atomOf(n.kids[0])})
	case kindOpt:
		at := len(code)
		code = b.emit(append(code, inst{op: opSplit}), n.kids[0])
		code[at].x, code[at].y = at+1, len(code)
		return code
	case kindAlt:
		return b.emitAlt(code, n.kids)
	default:
		for _, k := range n.kids {
			code = b.emit(code, k)
		}
		return code
	}
}

func (b *Builder) emitAlt(code []inst, kids []*node) []inst {
	var jumps []int
	for i, k := range kids {
		if i == len(kids)-1 {
			code = b.emit(code, k)
			break
		}
		at := len(code)
		code = b.emit(append(code, inst{op: opSplit}), k)
		jumps = append(jumps, len(code))
		code = append(code, inst{op: opJump})
		code[at].x, code[at].y = at+1, len(code)
	}
	for _, j := range jumps {
		code[j].x = len(code)
	}
	return code
}

func (b *Builder) atomOf(n *node) atom {
	if n.kind == kindClass {
		return b.classes[n.text].atom
	}
	return b.literal(n.text)
}

// needs collects the elements without which a node cannot match, but for those
// that hold common words: they rule out little, and to note where "the" stands
// for every class that it is in costs more than it saves. The node begins
// between lo and hi words into the match.
func (b *Builder) needs(dst []need, n *node, lo, hi int32) []need {
	switch n.kind {
	case kindWord, kindClass:
		if a := b.atomOf(n); b.weight[a] < commonShare {
			dst = append(dst, need{a, lo, hi})
		}
	case kindSeq:
		for _, k := range n.kids {
			dst = b.needs(dst, k, lo, hi)
			least, most := b.extent(k)
			lo, hi = lo+least, hi+most
		}
	}
	return dst
}

// rarest chooses the needs that rule a program out most often, besides the one
// that it is anchored at.
func (b *Builder) rarest(needs []need, anchors []atom) [2]atom {
	rest := slices.DeleteFunc(slices.Clone(needs), func(n need) bool { return slices.Contains(anchors, n.atom) })
	slices.SortFunc(rest, func(x, y need) int { return cmp.Compare(b.weight[x.atom], b.weight[y.atom]) })
	out := [2]atom{noAtom, noAtom}
	for i := range min(len(rest), len(out)) {
		out[i] = rest[i].atom
	}
	return out
}

// commonShare is the share of all words from which an atom is common: with one
// word in fifty, every third sentence has it.
const commonShare = 0.02

// longestMoney is the most words that an amount of money takes.
const longestMoney = 8

// extent is how many words a node takes, at least and at most.
func (b *Builder) extent(n *node) (least, most int32) {
	switch n.kind {
	case kindWord, kindNumber:
		return 1, 1
	case kindClass:
		return 1, int32(b.classes[n.text].longest)
	case kindMoney:
		return 2, longestMoney
	case kindGap:
		return int32(n.lo), int32(n.hi)
	case kindOpt:
		_, most = b.extent(n.kids[0])
		return 0, most
	case kindSeq:
		for _, k := range n.kids {
			l, m := b.extent(k)
			least, most = least+l, most+m
		}
		return least, most
	case kindAlt:
		least = math.MaxInt32
		for _, k := range n.kids {
			l, m := b.extent(k)
			least, most = min(least, l), max(most, m)
		}
		return least, most
	}
	return 0, 0
}

// anchors chooses the atoms from which the search for a node starts: the
// element whose words are rarest. The cost is an estimate of how often they
// stand in a text; infinite where a node has no words of its own.
func (b *Builder) anchors(n *node) (atoms []atom, cost float64) {
	switch n.kind {
	case kindWord, kindClass:
		a := b.atomOf(n)
		return []atom{a}, b.weight[a]
	case kindAlt:
		for _, k := range n.kids {
			ka, kc := b.anchors(k)
			atoms, cost = append(atoms, ka...), cost+kc
		}
		return atoms, cost
	case kindSeq:
		cost = math.Inf(1)
		for _, k := range n.kids {
			if ka, kc := b.anchors(k); kc < cost {
				atoms, cost = ka, kc
			}
		}
		return atoms, cost
	}
	return nil, math.Inf(1)
}
