package pattern

import (
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
	for i, p := range s.programs {
		for _, a := range p.anchors {
			s.byAtom[a] = append(s.byAtom[a], int32(i))
		}
	}
	starts := make([][]phrase, s.atoms)
	for _, p := range phrases {
		starts[p.words[0]] = append(starts[p.words[0]], p)
	}
	s.anchored = make([][]int32, len(s.lexicon.atomsOf))
	s.lexicon.phrasesAt = make([][]phrase, len(s.lexicon.atomsOf))
	for sym, atoms := range s.lexicon.atomsOf {
		for _, a := range atoms {
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
	seen    []uint32 // by atom: the sentence in which it stands
	tried   []uint32 // by program
	sweep   uint32
	found   []phraseAt
	todo    []int32
	matches []Match
	fold    [64]byte
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
	if len(sc.seen) < s.atoms || len(sc.tried) < len(s.programs) {
		sc.seen, sc.tried = make([]uint32, s.atoms), make([]uint32, len(s.programs))
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

// Value returns the number that token i stands for, -1 for none.
func (s *Set) Value(sc *Scratch, i int) int { return int(sc.values[i]) }

// Scan returns the matches within one sentence of the loaded text, by pattern
// and then by place. Matches of one pattern do not overlap. The result is
// valid until the next scan.
func (s *Set) Scan(sc *Scratch, sentence text.Range) []Match {
	sc.sweep++
	sc.todo, sc.found, sc.matches = sc.todo[:0], sc.found[:0], sc.matches[:0]
	for i := sentence.First; i < sentence.End; i++ {
		sym := sc.syms[i]
		if sym == 0 {
			continue
		}
		for _, a := range s.lexicon.atomsOf[sym] {
			sc.seen[a] = sc.sweep
		}
		s.try(sc, s.anchored[sym])
		for _, p := range s.lexicon.phrasesAt[sym] {
			if s.phraseStands(sc, p, i, sentence.End) {
				sc.found = append(sc.found, phraseAt{i, i + len(p.words), p.class})
				sc.seen[p.class] = sc.sweep
				s.try(sc, s.byAtom[p.class])
			}
		}
	}
	for _, p := range sc.todo {
		s.run(sc, &s.programs[p], sentence)
	}
	return sc.matches
}

// try notes programs whose rarest word has been met.
func (s *Set) try(sc *Scratch, programs []int32) {
	for _, p := range programs {
		if sc.tried[p] != sc.sweep {
			sc.tried[p] = sc.sweep
			sc.todo = append(sc.todo, p)
		}
	}
}

func (s *Set) phraseStands(sc *Scratch, p phrase, at, end int) bool {
	if at+len(p.words) > end {
		return false
	}
	for k, a := range p.words[1:] {
		if !s.lexicon.has(sc.syms[at+1+k], a) {
			return false
		}
	}
	return true
}

// run looks for a program in the sentence once all its words are known to be
// there somewhere.
func (s *Set) run(sc *Scratch, p *program, sentence text.Range) {
	for _, a := range p.required {
		if sc.seen[a] != sc.sweep {
			return
		}
	}
	m := machine{set: s, scratch: sc, code: p.code, sentence: sentence}
	for i := sentence.First; i < sentence.End; {
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
