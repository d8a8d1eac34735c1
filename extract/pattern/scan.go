package pattern

import (
	"cmp"
	"slices"

	"palermo/extract/text"
)

// Scan returns the matches within one sentence of the loaded text, in the order of
// their places. Matches of one pattern do not overlap. The result is valid until
// the next scan.
func (s *Set) Scan(sc *Scratch, sentence text.Range) []Match {
	if len(sc.matches) > 0 {
		sc.matches = sc.matches[:0]
		clear(sc.rows[signatureBits:][:groupBits])
	}
	s.findPhrases(sc, sentence)
	if sentence.End-sentence.First <= stretchTokens {
		m := s.enter(sc, sentence, sentence.First)
		m.search(Primary)
		if len(sc.matches) > 0 {
			m.search(Secondary)
		}
	} else {
		clear(sc.ends)
		s.pass(sc, sentence, Primary)
		if len(sc.matches) > 0 {
			s.pass(sc, sentence, Secondary)
		}
	}
	slices.SortFunc(sc.matches, inOrder)
	return sc.matches
}

func inOrder(a, b Match) int {
	return cmp.Or(a.First-b.First, a.End-b.End, a.Tag-b.Tag)
}

// A sentence is scanned in stretches of as many tokens as a word of the machine
// has bits: a set of places is one number, and to look for a word at the right
// distance from another is to shift it. A longer sentence has several, and each
// is responsible for what begins in its first half, since no pattern looks
// further ahead than the rest.
const (
	stretchTokens = 64
	stride        = stretchTokens / 2
	everywhere    = ^uint64(0)
)

// pass looks for the programs of one rank in a long sentence.
func (s *Set) pass(sc *Scratch, sentence text.Range, rank Rank) {
	for base := sentence.First; base < sentence.End; base += stride {
		m := s.enter(sc, sentence, base)
		m.search(rank)
		if base+stretchTokens >= sentence.End {
			return
		}
	}
}

// enter notes what stands in the stretch from base on.
func (s *Set) enter(sc *Scratch, sentence text.Range, base int) *machine {
	size := min(sentence.End-base, stretchTokens)
	clear(sc.rows[:signatureBits])
	sc.rows[always] = everywhere
	for i := range sc.tokens[base : base+size] {
		t := &sc.tokens[base+i]
		sc.note(s.signature(t.sym), i)
		if t.value >= 0 {
			sc.rows[s.bits[numberAtom]] |= 1 << i
		}
	}
	if base == sentence.First {
		sc.rows[s.bits[startAtom]] |= 1
	}
	for _, p := range sc.found {
		if i := p.first - base; i >= 0 && i < size {
			sc.note(s.signature(p.is.sym), i)
		}
	}
	m := &sc.machine
	*m = machine{set: s, scratch: sc, sentence: sentence, base: base, size: size, starts: everywhere >> (stretchTokens - size)}
	m.long = sentence.End-sentence.First > stretchTokens
	if base+size < sentence.End {
		m.starts >>= stride
	}
	return m
}

// note adds what stands at a place.
func (sc *Scratch) note(signature []bit, place int) {
	at := uint64(1) << (place & 63)
	for _, b := range signature {
		sc.rows[b%allBits] |= at
	}
}

// search finds the programs of one rank in the stretch.
func (m *machine) search(rank Rank) {
	s, sc := m.set, m.scratch
	for i := range m.size {
		t := &sc.tokens[m.base+i]
		m.follow(s.leadsOf(t.sym, rank), i)
		if t.value >= 0 {
			m.follow(s.numberLeads[rank], i)
		}
	}
	for _, p := range sc.found {
		if i := p.first - m.base; i >= 0 && i < m.size {
			m.follow(s.leadsOf(p.is.sym, rank), i)
		}
	}
	m.runHits()
}
