package pattern

import (
	"math/bits"
	"slices"
)

// lead is a program to look for where a word of a symbol stands, if what it needs
// most stands anywhere in the stretch; of a secondary program that belongs to a
// group, this is that the group was met. It holds what rules most programs out,
// so that a search walks through memory in one direction.
type lead struct {
	needs [2]bit
	trial int32
}

// trial is a program to try around a word of an atom.
type trial struct {
	program int32
	lo, hi  uint8 // how many words into the match the word stands
	needs   [maxNeeds]reach
}

// maxNeeds is how many elements of a program are looked for before it is run.
const maxNeeds = 3

// reach is an element that a program needs, and how many words into the match it
// can stand.
type reach struct {
	bit    bit
	lo, hi uint8
}

// hit is a trial that is worth it, and the place of the word that led to it.
type hit struct {
	trial int32
	place int32
}

// follow takes the leads of a word or phrase that begins at a place of the stretch.
// What becomes of a lead can't be foreseen, so no step depends on it: what is not
// worth it is overwritten by the next.
func (m *machine) follow(leads []lead, place int) {
	sc, present := m.scratch, m.scratch.present
	n := len(sc.hits)
	sc.hits = slices.Grow(sc.hits, len(leads))
	room := sc.hits[n : n+len(leads)]
	k := 0
	for _, l := range leads {
		room[k] = hit{l.trial, int32(place)}
		k += int(present.at(l.needs[0]) & present.at(l.needs[1]))
	}
	sc.hits = sc.hits[:n+k]
}

// try notes from where a program could match whose word stands at a place.
func (m *machine) try(t *trial, place int) {
	if place < int(t.lo) {
		return
	}
	starts := m.starts & through(place-int(t.lo))
	if place > int(t.hi) {
		starts &^= through(place - int(t.hi) - 1)
	}
	for _, n := range t.needs {
		if n.bit == always || starts == 0 {
			break
		}
		first := bits.TrailingZeros64(starts) + int(n.lo)
		last := bits.Len64(starts) + int(n.hi)
		starts &= ahead(m.places(n.bit, first, last), n.lo, n.hi)
	}
	if starts == 0 {
		return
	}
	if at := &m.scratch.starts[t.program]; *at != 0 {
		*at |= starts
	} else {
		*at = starts
		m.scratch.worth = append(m.scratch.worth, t.program)
	}
}

// through is the set of the places up to one.
func through(place int) uint64 { return 2<<place - 1 }

// places returns where an element may stand, from a first place on and before an end.
func (m *machine) places(b bit, first, end int) (out uint64) {
	end = min(end, m.size)
	if first >= end {
		return 0
	}
	shift := b & 63
	for i, word := range m.scratch.columns[b>>6%(signatureBits/64)][first:end] {
		out |= word >> shift & 1 << (i & 63)
	}
	return out << (first & 63)
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

// runAll tries all hits and runs the programs that are worth it.
func (m *machine) runAll() {
	sc := m.scratch
	for _, h := range sc.hits {
		m.try(&m.set.trials[h.trial], int(h.place))
	}
	sc.hits = sc.hits[:0]
	for _, p := range sc.worth {
		m.run(p, sc.starts[p])
		sc.starts[p] = 0
	}
	sc.worth = sc.worth[:0]
}

// run looks for a program at the given places. No match begins before the end
// of the one before.
func (m *machine) run(program int32, starts uint64) {
	sc, p := m.scratch, &m.set.programs[program]
	m.code = m.set.code[p.from:][:p.size]
	clear(sc.dead[:len(m.code)])
	end := m.base
	if m.long {
		end = int(sc.ends[program])
	}
	for ; starts != 0; starts &= starts - 1 {
		m.first, m.words = m.base+bits.TrailingZeros64(starts), 0
		if m.first < end {
			continue
		}
		if e := m.match(0, m.first); e > m.first {
			sc.matches = append(sc.matches, Match{Tag: int(p.tag), First: m.first, End: e, Words: m.words})
			end = e
			if m.long {
				sc.ends[program] = int32(e)
			}
			sc.present.add(signatureBits + bit(p.group))
		}
	}
}
