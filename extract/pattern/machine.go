package pattern

import "palermo/extract/text"

// machine tries one program at one place. It backtracks, and remembers for the
// stretch what led nowhere: the work is bounded by the length of the program
// times that of the stretch.
type machine struct {
	set      *Set
	scratch  *Scratch
	code     []inst
	sentence text.Range
	base     int    // the first token of the stretch
	size     int    // its tokens
	long     bool   // the sentence has several
	starts   uint64 // where in the stretch a match may begin
	first    int
	words    uint64
}

// match runs the code from pc at token i and returns the end of the match, or
// -1. Shorter gaps are tried first, optional elements before their absence.
func (m *machine) match(pc, i int) int {
	for {
		in := m.code[pc]
		switch in.op {
		case opMatch:
			return i
		case opJump:
			pc = int(in.x)
			continue
		case opSplit:
			if !m.worth(pc+1, i) {
				pc = int(in.x)
				continue
			}
			return m.split(pc, i)
		case opGap:
			return m.gap(pc, i)
		case opClass:
			if m.scratch.mayPhrase(in.atom()) {
				if out := m.phrase(pc, i); out >= 0 {
					return out
				}
			}
		}
		end := m.element(in, i)
		if end < 0 {
			return -1
		}
		m.name(i, end)
		i = end
		pc++
	}
}

// worth reports whether the code from pc on may match at token i: most of the ways
// that lead nowhere end at their first word.
func (m *machine) worth(pc, i int) bool {
	switch in := m.code[pc]; in.op {
	case opAtom:
		return m.is(i, in.atom())
	case opClass:
		return m.begins(i, in.atom())
	}
	return true
}

// element returns the end of the words that an element names at token i, or -1
// where it does not stand.
func (m *machine) element(in inst, i int) int {
	stands := false
	switch in.op {
	case opAtom, opClass:
		stands = m.is(i, in.atom())
	case opNumber:
		stands = m.numberStands(i, in)
	case opMoney:
		return m.money(i)
	case opStart:
		if i == m.sentence.First {
			return i
		}
	case opNot:
		if !m.begins(i, in.atom()) {
			return i
		}
	}
	if !stands {
		return -1
	}
	return i + 1
}

// name remembers that the pattern named the words i..end.
func (m *machine) name(i, end int) { m.words |= (1<<(end-i) - 1) << (i - m.first) }

// forget takes back what was named from token i on, where a way led nowhere.
func (m *machine) forget(i int) { m.words &= 1<<(i-m.first) - 1 }

// split tries both ways on.
func (m *machine) split(pc, i int) int {
	if m.dead(pc, i) {
		return -1
	}
	out := m.match(pc+1, i)
	if out < 0 {
		m.forget(i)
		out = m.match(int(m.code[pc].x), i)
	}
	if out < 0 {
		m.bury(pc, i)
	}
	return out
}

// gap tries each width of a gap.
func (m *machine) gap(pc, i int) int {
	if m.dead(pc, i) {
		return -1
	}
	lo, hi := m.code[pc].width()
	for at := i + lo; at <= i+hi && at <= m.sentence.End; at++ {
		if !m.worth(pc+1, at) {
			continue
		}
		if out := m.match(pc+1, at); out >= 0 {
			return out
		}
		m.forget(i)
	}
	m.bury(pc, i)
	return -1
}

// dead reports whether no way leads on from pc at token i. Whether the rest of a
// program fits does not depend on where it began, so each is tried once.
func (m *machine) dead(pc, i int) bool {
	return m.scratch.dead[pc]>>(i-m.base)&1 != 0 // no bit behind the stretch
}

func (m *machine) bury(pc, i int) { m.scratch.dead[pc] |= 1 << (i - m.base) }

// phrase goes on behind each phrase of a class that begins at token i.
func (m *machine) phrase(pc, i int) int {
	a := m.code[pc].atom()
	for k := range m.scratch.found {
		if p := &m.scratch.found[k]; p.first == i && m.set.lexicon.has(p.is, a) {
			m.name(i, p.end)
			if out := m.match(pc+1, p.end); out >= 0 {
				return out
			}
			m.forget(i)
		}
	}
	return -1
}

// mayPhrase reports whether it is worth looking for a phrase of a class.
func (sc *Scratch) mayPhrase(class atom) bool { return sc.phrased>>(class&63)&1 != 0 }

// begins reports whether a word or phrase of the atom begins at token i.
func (m *machine) begins(i int, a atom) bool {
	if m.scratch.mayPhrase(a) {
		for k := range m.scratch.found {
			if p := &m.scratch.found[k]; p.first == i && m.set.lexicon.has(p.is, a) {
				return true
			}
		}
	}
	return m.is(i, a)
}

// is reports whether token i is a word of an atom.
func (m *machine) is(i int, a atom) bool {
	return i < m.sentence.End && m.set.lexicon.has(&m.scratch.tokens[i], a)
}

// numberStands reports whether token i is a number that an instruction takes.
func (m *machine) numberStands(i int, in inst) bool {
	r := m.set.ranges[in.x]
	return i < m.sentence.End && m.scratch.tokens[i].value >= r.lo && m.scratch.tokens[i].value <= r.hi
}

// mostMarks is how many currency marks an amount has at most on one side: "US$".
const mostMarks = 2

// leastApart is the least number that may be parted from its currency by a word:
// "12 of us" is no amount.
const leastApart = 100

// money returns the end of an amount that begins at token i, or -1: a number with
// a currency before or behind it, a magnitude such as "thousand" or "K", and
// sometimes a word in between: "60,000 Mexican pesos", "2 millions de francs".
func (m *machine) money(i int) int {
	number := m.marks(i)
	if !m.numeric(number) {
		return -1
	}
	end := number + 1
	for end < i+longestMoney-mostMarks && (m.numeric(end) || m.is(end, m.set.lexicon.magnitude)) {
		end++
	}
	behind := m.marks(end)
	if behind == end && number == i && (end > number+1 || m.scratch.tokens[number].value >= leastApart) {
		if behind = m.marks(end + 1); behind == end+1 {
			return -1
		}
	}
	if behind == end && number == i {
		return -1
	}
	return behind
}

// marks returns the token behind the currency marks that begin at token i.
func (m *machine) marks(i int) int {
	end := i
	for end < i+mostMarks && m.set.lexicon.currencyExists && m.is(end, m.set.lexicon.currency) {
		end++
	}
	return end
}

func (m *machine) numeric(i int) bool {
	return i < m.sentence.End && m.scratch.tokens[i].value >= 0
}
