package pattern

import "palermo/extract/text"

// machine tries one program at one place. It backtracks; programs are short
// and gaps bounded, so the work per place is bounded too.
type machine struct {
	set      *Set
	scratch  *Scratch
	code     []inst
	sentence text.Range
	short    bool // the sentence fits into a set of places
	first    int
	words    uint64
}

// match runs the code from pc at token i and returns the end of the match, or
// -1. Shorter gaps are tried first, optional elements before their absence.
func (m *machine) match(pc, i int) int {
	for {
		in := &m.code[pc]
		switch in.op {
		case opMatch:
			return i
		case opAtom:
			if !m.is(i, in.atom) {
				return -1
			}
			return m.take(pc, i, i+1)
		case opClass:
			return m.class(pc, i)
		case opNumber:
			if !m.numberStands(i, in) {
				return -1
			}
			return m.take(pc, i, i+1)
		case opMoney:
			end := m.money(i)
			if end < 0 {
				return -1
			}
			return m.take(pc, i, end)
		case opGap:
			return m.gap(pc, i)
		case opStart:
			if i != m.sentence.First {
				return -1
			}
			pc++
		case opNot:
			if m.stands(i, in.atom) {
				return -1
			}
			pc++
		case opJump:
			pc = in.x
		case opSplit:
			if end := m.match(in.x, i); end >= 0 {
				return end
			}
			pc = in.y
		}
	}
}

// take goes on behind the words i..end, which the pattern named.
func (m *machine) take(pc, i, end int) int {
	before := m.words
	for k := i; k < end && k-m.first < 64; k++ {
		m.words |= 1 << (k - m.first)
	}
	out := m.match(pc+1, end)
	if out < 0 {
		m.words = before
	}
	return out
}

// class takes a word of the class, or else a phrase.
func (m *machine) class(pc, i int) int {
	a := m.code[pc].atom
	for _, p := range m.scratch.found {
		if p.first == i && p.class == a {
			if out := m.take(pc, i, p.end); out >= 0 {
				return out
			}
		}
	}
	if m.is(i, a) {
		return m.take(pc, i, i+1)
	}
	return -1
}

func (m *machine) gap(pc, i int) int {
	in, next := &m.code[pc], &m.code[pc+1]
	for at := i + int(in.lo); at <= i+int(in.hi) && at <= m.sentence.End; at++ {
		if next.op == opAtom && !m.is(at, next.atom) {
			continue // not worth a call
		}
		if out := m.match(pc+1, at); out >= 0 {
			return out
		}
	}
	return -1
}

// stands reports whether a word or phrase of the atom begins at token i.
func (m *machine) stands(i int, a atom) bool {
	for _, p := range m.scratch.found {
		if p.first == i && p.class == a {
			return true
		}
	}
	return m.is(i, a)
}

// money returns the end of an amount that begins at token i, or -1: a currency
// and a number in either order, with a magnitude such as "thousand" or "K".
func (m *machine) money(i int) int {
	l := m.set.lexicon
	numeric := func(at int) bool {
		return at < m.sentence.End && m.scratch.values[at] >= 0
	}
	if !l.currencyExists {
		return -1
	}
	lead := m.is(i, l.currency)
	if lead {
		i++
	}
	if !numeric(i) {
		return -1
	}
	for i++; numeric(i) || m.is(i, l.magnitude); i++ {
	}
	if m.is(i, l.currency) {
		return i + 1
	}
	if lead {
		return i
	}
	return -1
}
