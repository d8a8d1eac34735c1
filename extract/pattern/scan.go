package pattern

import (
	"math/bits"

	"palermo/extract/text"
)

// Set is every pattern of one language, compiled.
type Set struct {
	lexicon  *lexicon
	programs []program
	code     []inst // of all programs
	atoms    int
	groups   int
	classes  map[string]atom
	watched  lists[watch]        // by symbol: the atoms to note where a word of it stands
	leads    []uint8             // by atom: bit r is set where it leads to programs of rank r
	tries    [2]lists[candidate] // by rank and atom: what to try where a word of it stands
}

// Rank is the order in which patterns are looked for.
type Rank uint8

const (
	Primary   Rank = iota
	Secondary      // only in a sentence in which a primary pattern fits
)

// NoGroup is the group of patterns that do not depend on others.
const NoGroup = -1

// Match is a place where a pattern fits.
type Match struct {
	Tag        int
	First, End int    // half-open, tokens of the text
	Words      uint64 // bit i: token First+i was named by the pattern, not passed by a gap
}

// Class is a word class, to be asked for single tokens.
type Class struct {
	atom atom
	bit  uint64 // 0 for a class that nobody has defined
}

// mostAsked is how many classes of a Set can be asked for.
const mostAsked = 64

// Class returns the class of that name; an unknown one has no members. Classes
// are taken out before the first text is loaded, and not more than 64 of them:
// those beyond have no members either.
func (s *Set) Class(name string) Class {
	a, ok := s.classes[name]
	if !ok || len(s.lexicon.asked) == mostAsked {
		return Class{}
	}
	s.lexicon.asked = append(s.lexicon.asked, a)
	return Class{a, 1 << (len(s.lexicon.asked) - 1)}
}

// Scratch is what scans remember. It belongs to one goroutine at a time and
// can serve any number of texts of one Set.
type Scratch struct {
	known    []entry // by number of the word
	tokens   []entry
	places   []uint64                // by atom: where its words and phrases are noted to begin in the stretch
	leading  [2][]atom               // by rank: those that lead to programs
	at       [frequentSymbols]uint64 // by frequent symbol: where its words stand in the stretch
	among    symbols128              // the frequent symbols that do
	tried    []uint32                // by program: the stretch in which it was tried
	stretch  uint32
	met      []uint32 // by group: the sentence in which a primary pattern of it fitted
	sentence uint32
	ends     []int32 // by program: the end of its latest match in a long sentence
	found    []phraseAt
	phrased  uint64 // bit a%64 is set for every class a of these
	matches  []Match
	machine  machine
	dead     [maxCode]uint64
	fold     [64]byte
}

// phraseAt is a phrase of a class that stands in the sentence.
type phraseAt struct {
	first, end int
	class      atom
}

// Load looks up every token of a text, numbered by a vocabulary that is always
// the same for a Scratch. Sentence scans refer to the text loaded last.
func (s *Set) Load(sc *Scratch, src string, tokens []text.Token) {
	if len(sc.places) < s.atoms || len(sc.tried) < len(s.programs) {
		sc.places = make([]uint64, s.atoms)
		sc.places[anyAtom] = everywhere
		sc.met = make([]uint32, s.groups)
		sc.tried, sc.ends = make([]uint32, len(s.programs)), make([]int32, len(s.programs))
	}
	sc.tokens = sc.tokens[:0]
	for i := range tokens {
		word := int(tokens[i].Word)
		for word >= len(sc.known) {
			sc.known = append(sc.known, entry{sym: unlooked})
		}
		e := &sc.known[word]
		if e.sym == unlooked {
			*e = s.lexicon.find(tokens[i].Of(src), sc.fold[:])
		}
		sc.tokens = append(sc.tokens, *e)
	}
}

// Is reports whether token i of the sentence scanned last belongs to a class,
// by itself or within a phrase.
func (s *Set) Is(sc *Scratch, i int, c Class) bool {
	if sc.tokens[i].asked&c.bit != 0 {
		return true
	}
	if c.bit == 0 || sc.phrased>>(c.atom&63)&1 == 0 {
		return false
	}
	for k := range sc.found {
		if p := &sc.found[k]; p.class == c.atom && p.first <= i && i < p.end {
			return true
		}
	}
	return false
}

// Known returns how many tokens of the loaded text some pattern speaks of.
func (s *Set) Known(sc *Scratch) int {
	n := 0
	for i := range sc.tokens {
		if sc.tokens[i].sym != 0 {
			n++
		}
	}
	return n
}

// Value returns the number that token i stands for, -1 for none.
func (s *Set) Value(sc *Scratch, i int) int { return int(sc.tokens[i].value) }

// Scan returns the matches within one sentence of the loaded text. Matches of
// one pattern do not overlap. The result is valid until the next scan.
func (s *Set) Scan(sc *Scratch, sentence text.Range) []Match {
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
