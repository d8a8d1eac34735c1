package pattern

import "slices"

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
	needs  [maxNeeds]reach // the rarest first
	lo, hi uint8           // how many words into the match a word stands that leads to it
	size   uint16          // of its code
	from   int32           // where its code begins
	tag    int32
	group  uint16
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
