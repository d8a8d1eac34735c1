package pattern

import (
	"math/bits"
	"slices"
)

// reach is an element that a program needs, how many words into the match it can
// stand, and how near the word that leads to the program.
type reach struct {
	bit    bit
	lo, hi uint8
	near   near
}

// near are places at a distance from a word: from a first one on, so many more. Both
// are small, and stand in one number: the first counts modulo the stretch.
type near uint16

// anywhere is near every word.
const anywhere near = (stretchTokens - 1) << placeBits

// placeBits is how many bits a place in the stretch takes.
const placeBits = 6

func nearness(o offsets) near {
	return near(min(o.hi-o.lo, stretchTokens-1))<<placeBits | near(o.lo)%stretchTokens
}

// to returns the places near the word at a place. What lies outside the stretch is
// turned around to the other end: where a sentence fills the stretch, this costs a
// try in vain.
func (n near) to(place int) uint64 {
	return bits.RotateLeft64(2<<(n>>placeBits%stretchTokens)-1, place+int(n))
}

// lead is a program to try where a word of a symbol stands, if what it needs most
// stands near: the bit of that, how near, and the program, in one number. It holds
// what rules most programs out, so that a search walks through memory in one
// direction.
type lead uint64

func newLead(need bit, n near, program int32) lead {
	return lead(need) | lead(n)<<16 | lead(program)<<32
}

// hit is a program that is worth a try, and the place of the word that led to it.
type hit struct {
	program int32
	place   int32
}

// follow takes the leads of a word or phrase that begins at a place of the stretch.
// What becomes of a lead can't be foreseen, so no step depends on it: what is not
// worth it is overwritten by the next.
func (m *machine) follow(leads []lead, place int) {
	sc := m.scratch
	n := len(sc.hits)
	sc.hits = slices.Grow(sc.hits, len(leads))
	room := sc.hits[n : n+len(leads)]
	k := 0
	for _, l := range leads {
		room[k] = hit{int32(l >> 32), int32(place)}
		stands := sc.rows[l%allBits] & near(l>>16).to(place)
		k += int((stands | -stands) >> 63)
	}
	sc.hits = sc.hits[:n+k]
}

// try notes from where a program could match whose word stands at a place.
func (m *machine) try(h hit) {
	sc, p, place := m.scratch, &m.set.programs[h.program], int(h.place)
	if place < int(p.lo) {
		return
	}
	for _, n := range p.needs {
		if sc.rows[n.bit%allBits]&n.near.to(place) == 0 {
			return
		}
	}
	starts := m.starts & through(place-int(p.lo))
	if place > int(p.hi) {
		starts &^= through(place - int(p.hi) - 1)
	}
	for _, n := range p.needs {
		if n.bit == always || starts == 0 {
			break
		}
		starts &= ahead(sc.rows[n.bit%allBits], n.lo, n.hi)
	}
	if starts == 0 {
		return
	}
	at := &sc.starts[h.program]
	if *at == 0 {
		sc.worth = append(sc.worth, h.program)
	}
	*at |= starts
}

// through is the set of the places up to one.
func through(place int) uint64 { return 2<<place - 1 }

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

// runHits tries all hits and runs the programs that are worth it.
func (m *machine) runHits() {
	sc := m.scratch
	for _, h := range sc.hits {
		m.try(h)
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
			sc.rows[groupBit(p.group)%allBits] = everywhere
		}
	}
}
