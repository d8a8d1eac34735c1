package pattern

import (
	"math"
	"strings"

	"palermo/extract/text"
)

// Set is every pattern of one language, compiled.
type Set struct {
	lexicon  *lexicon
	programs []program
	atoms    int
	classes  map[string]atom
	anchored [][]int32 // by symbol: programs to try where a word of it stands
	byAtom   [][]int32 // by atom: the same, for phrases
	watched  [][]atom  // by symbol: atoms that some program needs
	needed   []bool    // by atom: some program needs it
	rare     [][2]atom // by program: its rarest needs besides the anchor, or noAtom
}

// Match is a place where a pattern fits.
type Match struct {
	Tag        int
	First, End int    // half-open, tokens of the text
	Words      uint64 // bit i: token First+i was named by the pattern, not passed by a gap
}

// index prepares the look-ups by symbol.
func (s *Set) index(phrases []phrase) {
	s.byAtom = make([][]int32, s.atoms)
	s.needed = make([]bool, s.atoms)
	s.rare = make([][2]atom, len(s.programs))
	for i, p := range s.programs {
		s.rare[i] = p.rare
		for _, a := range p.anchors {
			s.byAtom[a] = append(s.byAtom[a], int32(i))
		}
		for _, n := range p.needs {
			s.needed[n.atom] = true
		}
	}
	s.lexicon.fillBits(s.atoms)
	starts := make([][]phrase, s.atoms)
	for _, p := range phrases {
		starts[p.words[p.rarest]] = append(starts[p.words[p.rarest]], p)
	}
	s.anchored = make([][]int32, len(s.lexicon.atomsOf))
	s.watched = make([][]atom, len(s.lexicon.atomsOf))
	s.lexicon.phrasesAt = make([][]phrase, len(s.lexicon.atomsOf))
	for sym, atoms := range s.lexicon.atomsOf {
		for _, a := range atoms {
			if s.needed[a] {
				s.watched[sym] = append(s.watched[sym], a)
			}
			s.anchored[sym] = append(s.anchored[sym], s.byAtom[a]...)
			s.lexicon.phrasesAt[sym] = append(s.lexicon.phrasesAt[sym], starts[a]...)
		}
	}
}

// Class is a word class, to be asked for single tokens.
type Class struct {
	atom  atom
	known bool
}

// Class returns the class of that name; an unknown one has no members.
func (s *Set) Class(name string) Class {
	a, ok := s.classes[name]
	return Class{a, ok}
}

// Scratch is what scans remember. It belongs to one goroutine at a time and
// can serve any number of texts of one Set.
type Scratch struct {
	words   map[string]entry
	syms    []symbol
	values  []int32
	stands  []standing // by atom
	present []uint64   // bit by atom: some program needs it and it stands in the sentence
	tried   []uint32   // by program: the sentence in which it was tried
	sweep   uint32
	found   []phraseAt
	todo    []int32
	matches []Match
	sieve   sieve
	fold    [64]byte
}

// standing is where the words of an atom stand in a sentence.
type standing struct {
	sweep       uint32 // the sentence
	first, last int32  // tokens
	places      uint64 // single words only, the first 64 tokens of the sentence
}

// phraseAt is a phrase of a class that stands in the sentence.
type phraseAt struct {
	first, end int
	class      atom
}

// maxWords bounds the memory of a Scratch: how many different words it keeps.
const maxWords = 1 << 16

// Load looks up every token of a text. Sentence scans refer to it.
func (s *Set) Load(sc *Scratch, src string, tokens []text.Token) {
	if sc.words == nil || len(sc.words) > maxWords {
		sc.words = make(map[string]entry, 4096)
	}
	if len(sc.stands) < s.atoms || len(sc.tried) < len(s.programs) {
		sc.stands, sc.present = make([]standing, s.atoms), make([]uint64, s.atoms/64+1)
		sc.tried = make([]uint32, len(s.programs))
	}
	sc.syms, sc.values = sc.syms[:0], sc.values[:0]
	for _, t := range tokens {
		word := t.Of(src)
		e, ok := sc.words[word]
		if !ok {
			e = s.lexicon.find(word, sc.fold[:])
			sc.words[strings.Clone(word)] = e
		}
		sc.syms = append(sc.syms, e.sym)
		sc.values = append(sc.values, e.value)
	}
}

// Is reports whether token i of the sentence scanned last belongs to a class,
// by itself or within a phrase.
func (s *Set) Is(sc *Scratch, i int, c Class) bool {
	if !c.known {
		return false
	}
	for _, p := range sc.found {
		if p.class == c.atom && p.first <= i && i < p.end {
			return true
		}
	}
	return s.lexicon.has(sc.syms[i], c.atom)
}

// Known returns how many tokens of the loaded text some pattern speaks of.
func (s *Set) Known(sc *Scratch) int {
	n := 0
	for _, sym := range sc.syms {
		if sym != 0 {
			n++
		}
	}
	return n
}

// Value returns the number that token i stands for, -1 for none.
func (s *Set) Value(sc *Scratch, i int) int { return int(sc.values[i]) }

// Scan returns the matches within one sentence of the loaded text, by pattern
// and then by place. Matches of one pattern do not overlap. The result is
// valid until the next scan.
func (s *Set) Scan(sc *Scratch, sentence text.Range) []Match {
	sc.sweep++
	sc.todo, sc.found, sc.matches = sc.todo[:0], sc.found[:0], sc.matches[:0]
	clear(sc.present)
	for i := sentence.First; i < sentence.End; i++ {
		sym := sc.syms[i]
		if sym == 0 {
			continue
		}
		place := uint64(1) << (i - sentence.First) // 0 from the 65th token on
		for _, a := range s.watched[sym] {
			sc.note(a, i, place)
		}
		sc.try(s.anchored[sym])
		for _, p := range s.lexicon.phrasesAt[sym] {
			if first := i - p.rarest; s.phraseStands(sc, p, first, sentence) {
				sc.found = append(sc.found, phraseAt{first, first + len(p.words), p.class})
				if s.needed[p.class] {
					sc.note(p.class, first, 0)
				}
				sc.try(s.byAtom[p.class])
			}
		}
	}
	s.runAll(sc, sentence, false)
	if len(sc.matches) > 0 {
		s.runAll(sc, sentence, true)
	}
	return sc.matches
}

// note remembers that a word or phrase of an atom stands at token i.
func (sc *Scratch) note(a atom, i int, place uint64) {
	st := &sc.stands[a]
	if st.sweep != sc.sweep {
		*st = standing{sc.sweep, int32(i), int32(i), place}
		sc.present[a>>6] |= 1 << (a & 63)
		return
	}
	st.first, st.last = min(st.first, int32(i)), max(st.last, int32(i))
	st.places |= place
}

// try remembers programs whose rarest word has been met.
func (sc *Scratch) try(programs []int32) {
	for _, p := range programs {
		if sc.tried[p] != sc.sweep {
			sc.tried[p] = sc.sweep
			sc.todo = append(sc.todo, p)
		}
	}
}

func (s *Set) phraseStands(sc *Scratch, p phrase, first int, sentence text.Range) bool {
	if first < sentence.First || first+len(p.words) > sentence.End {
		return false
	}
	for k, a := range p.words {
		if !s.lexicon.has(sc.syms[first+k], a) {
			return false
		}
	}
	return true
}

// runAll runs the programs that are to be tried.
func (s *Set) runAll(sc *Scratch, sentence text.Range, secondary bool) {
	for _, i := range sc.todo {
		if !sc.has(s.rare[i][0]) || !sc.has(s.rare[i][1]) {
			continue
		}
		if p := &s.programs[i]; p.secondary == secondary {
			s.run(sc, p, sentence)
		}
	}
}

// noAtom stands for a need that a program does not have.
const noAtom = math.MaxUint16

// has reports whether an atom that some program needs stands in the sentence.
func (sc *Scratch) has(a atom) bool {
	return a == noAtom || sc.present[a>>6]&(1<<(a&63)) != 0
}

// run looks for a program where it can begin.
func (s *Set) run(sc *Scratch, p *program, sentence text.Range) {
	from, to := sc.window(p, sentence)
	if from > to {
		return
	}
	m := machine{set: s, scratch: sc, code: p.code, sentence: sentence, short: sentence.End-sentence.First <= sieveTokens}
	if !m.possible() {
		return
	}
	for i := from; i <= to; {
		m.first, m.words = i, 0
		end := m.match(0, i)
		if end <= i {
			i++
			continue
		}
		sc.matches = append(sc.matches, Match{Tag: p.tag, First: i, End: end, Words: m.words})
		i = end
	}
}

// window narrows down the tokens at which a program can begin, by where the
// words stand that it needs. It is empty (from > to) where one is missing.
func (sc *Scratch) window(p *program, sentence text.Range) (from, to int) {
	lo, hi := int32(sentence.First), int32(sentence.End-1)
	for _, n := range p.needs {
		st := &sc.stands[n.atom]
		if st.sweep != sc.sweep {
			return 0, -1
		}
		lo, hi = max(lo, st.first-n.max), min(hi, st.last-n.min)
	}
	return int(lo), int(hi)
}
