package pattern

import (
	"cmp"
	"slices"
	"palermo/extract/text"
)

// Scan returns the matches within one sentence of the loaded text. Matches of
// one pattern do not overlap. The result is valid until the next scan.
func (s *Set) Scan(sc *Scratch, sentence text.Range) []Match {
	s.scan(sc, sentence)
	slices.SortFunc(sc.matches, inOrder)
	return sc.matches
}

func inOrder(a, b Match) int {
	return cmp.Or(a.First-b.First, a.End-b.End, a.Tag-b.Tag)
}

func (s *Set) scan(sc *Scratch, sentence text.Range) []Match {
	sc.matches = sc.matches[:0]
	sc.sentence++
	s.findPhrases(sc, sentence)
	if sentence.End-sentence.First <= stretchTokens {
		m := s.enter(sc, sentence, sentence.First)
		m.tryAll(Primary)
		if len(sc.matches) > 0 {
			m.tryAll(Secondary)
		}
		m.leave()
		return sc.matches
	}
	clear(sc.ends)
	s.pass(sc, sentence, Primary)
	if len(sc.matches) > 0 {
		s.pass(sc, sentence, Secondary)
	}
	return sc.matches
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

// pass runs the programs of one rank over a long sentence.
func (s *Set) pass(sc *Scratch, sentence text.Range, rank Rank) {
	for base := sentence.First; base < sentence.End; base += stride {
		m := s.enter(sc, sentence, base)
		m.tryAll(rank)
		m.leave()
		if base+stretchTokens >= sentence.End {
			return
		}
	}
}

// enter notes where the words and phrases stand in the stretch from base on.
func (s *Set) enter(sc *Scratch, sentence text.Range, base int) *machine {
	sc.stretch++
	sc.among = symbols128{}
	sc.leading[Primary], sc.leading[Secondary] = sc.leading[Primary][:0], sc.leading[Secondary][:0]
	end := min(sentence.End, base+stretchTokens)
	if base == sentence.First {
		sc.note(watch{startAtom, s.leads[startAtom]}, 0)
	}
	for i := base; i < end; i++ {
		t := &sc.tokens[i]
		for _, w := range s.watched.of(int(t.sym)) {
			sc.note(w, i-base)
		}
		if f := t.frequent; f != notFrequent {
			if !sc.among.has(f) {
				sc.among.add(f)
				sc.at[f] = 0
			}
			sc.at[f] |= 1 << (i - base)
		}
		if t.value >= 0 {
			sc.note(watch{numberAtom, s.leads[numberAtom]}, i-base)
		}
	}
	for _, p := range sc.found {
		if p.first >= base && p.first < end {
			sc.note(watch{p.class, s.leads[p.class]}, p.first-base)
		}
	}
	m := &sc.machine
	*m = machine{set: s, scratch: sc, sentence: sentence, base: base, starts: everywhere >> (stretchTokens - (end - base))}
	if end < sentence.End {
		m.starts >>= stride
	}
	return m
}

// watch is an atom to note, and the ranks of the programs that it leads to.
type watch struct {
	atom  atom
	leads uint8
}

// note remembers that a word or phrase of an atom begins at a place.
func (sc *Scratch) note(w watch, place int) {
	at := &sc.places[w.atom]
	if w.leads != 0 && *at == 0 {
		sc.lead(w)
	}
	*at |= 1 << place
}

func (sc *Scratch) lead(w watch) {
	for rank := range sc.leading {
		if w.leads>>rank&1 != 0 {
			sc.leading[rank] = append(sc.leading[rank], w.atom)
		}
	}
}

// leave forgets a stretch: all that enter noted.
func (m *machine) leave() {
	sc, s := m.scratch, m.set
	for i := m.base; i < min(m.sentence.End, m.base+stretchTokens); i++ {
		for _, w := range s.watched.of(int(sc.tokens[i].sym)) {
			sc.places[w.atom] = 0
		}
	}
	for i := range sc.found {
		sc.places[sc.found[i].class] = 0
	}
	sc.places[startAtom], sc.places[numberAtom] = 0, 0
}

// findPhrases finds the phrases of all classes in a sentence.
func (s *Set) findPhrases(sc *Scratch, sentence text.Range) {
	sc.found, sc.phrased = sc.found[:0], 0
	for i := sentence.First; i < sentence.End-1; i++ {
		if !sc.tokens[i].opens || !sc.tokens[i+1].follows {
			continue
		}
		phrases := s.lexicon.phrases[pair{sc.tokens[i].sym, sc.tokens[i+1].sym}]
		for k := range phrases {
			if p := &phrases[k]; s.goesOn(sc, p, i, sentence) {
				sc.found = append(sc.found, phraseAt{i, i + len(p.words), p.class})
				sc.phrased |= 1 << (p.class & 63)
			}
		}
	}
}

// goesOn reports whether a phrase whose first two words stand at token first has
// the others behind them.
func (s *Set) goesOn(sc *Scratch, p *phrase, first int, sentence text.Range) bool {
	if first+len(p.words) > sentence.End {
		return false
	}
	for k := 2; k < len(p.words); k++ {
		if !s.lexicon.has(&sc.tokens[first+k], p.words[k]) {
			return false
		}
	}
	return true
}
