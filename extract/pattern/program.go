package pattern

import (
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
	opSplit // go on with the next, or at x
	opJump  // go on at x
	opMatch
)

// inst is one instruction of a compiled pattern.
type inst struct {
	op opcode
	x  uint16 // an atom; where to go on; which numbers; how wide a gap is
}

func (in inst) atom() atom { return atom(in.x) }

// width is how many words a gap takes, at least and at most.
func (in inst) width() (lo, hi int) { return int(in.x & 0xff), int(in.x >> 8) }

// maxCode is how many instructions a pattern has at most.
const maxCode = 512

// program is a compiled pattern.
type program struct {
	from        int32 // its code
	tag         int32
	size, group uint16
}

// need is an element that every match has, and how many words into the match
// it can stand.
type need struct {
	atom   atom
	lo, hi uint8
}

// Atoms that no author names.
const (
	startAtom  atom = iota // the beginning of the sentence
	numberAtom             // all numbers
	named                  // the first of the others
)

// The shares of all words that are numbers, and that begin a sentence, about.
const (
	numberShare = 0.02
	startShare  = 0.06
)

// emit appends the code of a node.
func (b *Builder) emit(code []inst, n *node) []inst {
	switch n.kind {
	case kindWord:
		return append(code, inst{op: opAtom, x: uint16(b.literal(n.text))})
	case kindClass:
		c := b.classes[n.text]
		if c.longest > 1 {
			return append(code, inst{op: opClass, x: uint16(c.atom)})
		}
		return append(code, inst{op: opAtom, x: uint16(c.atom)})
	case kindGap:
		return append(code, inst{op: opGap, x: uint16(n.hi<<8 | n.lo)})
	case kindNumber:
		return append(code, inst{op: opNumber, x: b.numbersFrom(n.lo, n.hi)})
	case kindMoney:
		return append(code, inst{op: opMoney})
	case kindStart:
		return append(code, inst{op: opStart})
	case kindNot:
		return append(code, inst{op: opNot, x: uint16(b.atomOf(n.kids[0]))})
	case kindOpt:
		at := len(code)
		code = b.emit(append(code, inst{op: opSplit}), n.kids[0])
		code[at].x = uint16(len(code))
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
		code[at].x = uint16(len(code))
	}
	for _, j := range jumps {
		code[j].x = uint16(len(code))
	}
	return code
}

func (b *Builder) atomOf(n *node) atom {
	if n.kind == kindClass {
		return b.classes[n.text].atom
	}
	return b.literal(n.text)
}

// needs collects the elements without which a node cannot match. The node begins
// between lo and hi words into the match; what stands further in than a stretch
// looks ahead is left out.
func (b *Builder) needs(dst []need, n *node, lo, hi int32) []need {
	if hi > stride {
		return dst
	}
	switch n.kind {
	case kindWord, kindClass:
		return append(dst, need{atom: b.atomOf(n), lo: uint8(lo), hi: uint8(hi)})
	case kindNumber:
		return append(dst, need{atom: numberAtom, lo: uint8(lo), hi: uint8(hi)})
	case kindStart:
		return append(dst, need{atom: startAtom, lo: uint8(lo), hi: uint8(hi)})
	case kindMoney:
		return append(dst, need{atom: numberAtom, lo: uint8(lo), hi: uint8(hi + mostMarks)},
			need{atom: b.classes[CurrencyClass].atom, lo: uint8(lo), hi: uint8(hi + longestMoney)})
	case kindAlt:
		return append(dst, b.shared(n.kids, lo, hi)...)
	case kindSeq:
		for _, k := range n.kids {
			dst = b.needs(dst, k, lo, hi)
			least, most := b.extent(k)
			lo, hi = lo+least, hi+most
		}
	}
	return dst
}

// shared returns what every alternative needs.
func (b *Builder) shared(alternatives []*node, lo, hi int32) []need {
	all := b.needs(nil, alternatives[0], lo, hi)
	for _, k := range alternatives[1:] {
		other := b.needs(nil, k, lo, hi)
		kept := all[:0]
		for _, n := range all {
			if i := slices.IndexFunc(other, func(o need) bool { return o.atom == n.atom }); i >= 0 {
				kept = append(kept, need{atom: n.atom, lo: min(n.lo, other[i].lo), hi: max(n.hi, other[i].hi)})
			}
		}
		all = kept
	}
	return all
}

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

// anchors chooses the atoms from which the search for a node starts, and how
// many words into the match they stand: the element whose words are rarest.
// The cost is an estimate of how often they stand in a text; infinite where a
// node has no words of its own.
func (b *Builder) anchors(n *node, lo, hi int32) (found []need, cost float64) {
	switch n.kind {
	case kindWord, kindClass, kindNumber:
		if found = b.needs(nil, n, lo, hi); len(found) > 0 {
			return found, b.weight[found[0].atom]
		}
	case kindAlt:
		for _, k := range n.kids {
			ka, kc := b.anchors(k, lo, hi)
			found, cost = append(found, ka...), cost+kc
		}
		return found, cost
	case kindSeq:
		cost = math.Inf(1)
		for _, k := range n.kids {
			if ka, kc := b.anchors(k, lo, hi); kc < cost {
				found, cost = ka, kc
			}
			least, most := b.extent(k)
			lo, hi = lo+least, hi+most
		}
		return found, cost
	}
	return nil, math.Inf(1)
}

// numbersFrom returns the place of a range of numbers among those of all programs.
func (b *Builder) numbersFrom(lo, hi int) uint16 {
	r := numbers{int32(lo), int32(hi)}
	i := slices.Index(b.ranges, r)
	if i < 0 {
		i = len(b.ranges)
		b.ranges = append(b.ranges, r)
	}
	return uint16(i)
}
