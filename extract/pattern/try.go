package pattern

import (
	"math/bits"
)

// stands reports whether what is needed stands anywhere in the stretch.
func (m *machine) stands(n *need) bool {
	sc := m.scratch
	if sc.places[n.atom] != 0 {
		return true
	}
	if !n.common {
		return false
	}
	holds := &m.set.lexicon.holds[n.atom]
	return holds[0]&sc.among[0]|holds[1]&sc.among[1] != 0
}

// places returns where what is needed stands in the stretch.
func (m *machine) places(n *need) uint64 {
	sc := m.scratch
	out := sc.places[n.atom]
	if !n.common {
		return out
	}
	holds := &m.set.lexicon.holds[n.atom]
	for i := range holds {
		for set := holds[i] & sc.among[i]; set != 0; set &= set - 1 {
			out |= sc.at[i<<6+bits.TrailingZeros64(set)]
		}
	}
	return out
}

// candidate is a program to try where a word of an atom stands, with what must
// stand around it. It holds all that rules most candidates out, so that a
// search walks through memory in one direction.
type candidate struct {
	needs   [maxNeeds]need
	program int32
	group   int32 // the group that must have been met, or NoGroup
	shared  bool  // other atoms lead to the program too
}

// tryAll tries every candidate of one rank that an atom of the stretch leads to.
func (m *machine) tryAll(rank Rank) {
	for _, a := range m.scratch.leading[rank] {
		tries := m.set.tries[rank].of(int(a))
		for i := range tries {
			if c := &tries[i]; (c.group == NoGroup || m.scratch.met[c.group] == m.scratch.sentence) && m.stands(&c.needs[1]) && m.stands(&c.needs[2]) {
				m.try(c)
			}
		}
	}
}

// try runs a program from where it can begin.
func (m *machine) try(c *candidate) {
	sc, starts := m.scratch, m.starts
	for i := range c.needs {
		n := &c.needs[i]
		if starts &= ahead(m.places(n), n.lo, n.hi); starts == 0 {
			return
		}
	}
	if c.shared {
		if sc.tried[c.program] == sc.stretch {
			return
		}
		sc.tried[c.program] = sc.stretch
	}
	m.run(c, starts)
}

// ahead returns the places from which something stands lo to hi words ahead.
func ahead(places uint64, lo, hi uint8) uint64 {
	places >>= lo
	wide := hi - lo // how many places more
	for step := uint8(1); wide > 0; step *= 2 {
		step = min(step, wide)
		places |= places >> step
		wide -= step
	}
	return places
}

// run looks for a program at the given places. No match begins before the end
// of the one before.
func (m *machine) run(c *candidate, starts uint64) {
	sc, p := m.scratch, &m.set.programs[c.program]
	if c.shared {
		near := uint64(0)
		for i := range p.anchors {
			a := &p.anchors[i]
			near |= ahead(m.places(a), a.lo, a.hi)
		}
		starts &= near
	}
	m.code = m.set.code[p.from : p.from+p.size]
	clear(sc.dead[:len(m.code)])
	end := m.base
	if m.sentence.End-m.sentence.First > stretchTokens {
		end = int(sc.ends[c.program])
	}
	for ; starts != 0; starts &= starts - 1 {
		m.first, m.words = m.base+bits.TrailingZeros64(starts), 0
		if m.first < end {
			continue
		}
		if e := m.match(0, m.first); e > m.first {
			sc.matches = append(sc.matches, Match{Tag: p.tag, First: m.first, End: e, Words: m.words})
			sc.ends[c.program], end = int32(e), e
			if p.group != NoGroup {
				sc.met[p.group] = sc.sentence
			}
		}
	}
}
