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
		in := &m.code[pc]
		switch in.op {
		case opMatch:
			return i
		case opGap, opSplit:
			return m.branch(pc, i)
		case opJump:
			pc = int(in.x)
			continue
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

// element returns the end of the words that an element names at token i, or -1
// where it does not stand.
func (m *machine) element(in *inst, i int) int {
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
func (m *machine) name(i, end int) {
	for k := i - m.first; k < min(end-m.first, 64); k++ {
		m.words |= 1 << k
	}
}

// forget takes back what was named from token i on, where a way led nowhere.
func (m *machine) forget(i int) {
	if k := i - m.first; k < 64 {
		m.words &= 1<<k - 1
	}
}

// branch tries the ways on from a gap or a split, once for each place: whether
// the rest of a program fits does not depend on where it began.
func (m *machine) branch(pc, i int) int {
	dead, bit := &m.scratch.dead[pc], uint64(1)<<(i-m.base) // no bit behind the stretch
	if *dead&bit != 0 {
		return -1
	}
	out := -1
	if in := &m.code[pc]; in.op == opGap {
		out = m.gap(pc, i)
	} else if out = m.match(int(in.x), i); out < 0 {
		m.forget(i)
		out = m.match(int(in.y), i)
	}
	if out < 0 {
		*dead |= bit
	}
	return out
}

func (m *machine) gap(pc, i int) int {
	in, next := &m.code[pc], &m.code[pc+1]
	for at := i + int(in.lo); at <= i+int(in.hi) && at <= m.sentence.End; at++ {
		if next.op == opAtom && !m.is(at, next.atom()) || next.op == opClass && !m.begins(at, next.atom()) {
			continue // not worth a call
		}
		if out := m.match(pc+1, at); out >= 0 {
			return out
		}
		m.forget(i)
	}
	return -1
}

// phrase goes on behind each phrase of a class that begins at token i.
func (m *machine) phrase(pc, i int) int {
	a := m.code[pc].atom()
	for _, p := range m.scratch.found {
		if p.first == i && p.class == a {
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
		for _, p := range m.scratch.found {
			if p.first == i && p.class == a {
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
func (m *machine) numberStands(i int, in *inst) bool {
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
