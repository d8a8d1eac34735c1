package pattern

import (
	"palermo/extract/text"
)

// Set is every pattern of one language, compiled.
type Set struct {
	lexicon     *lexicon
	programs    []program
	code        []inst    // of all programs
	ranges      []numbers // that programs name
	classes     map[string]atom
	bits        []bit     // by atom: where it stands in signatures
	meanings    []meaning // by symbol, and one behind the last
	signatures  []bit     // of all symbols
	leads       []lead    // of all symbols, by rank
	numberLeads [2][]lead // by rank: those of any number
}

// meaning says where the signature and the leads of a symbol begin. The three lie in
// one place, since all are asked for at every word, and end where those of the next
// symbol begin.
type meaning struct{ signature, primary, secondary uint32 }

// signature returns the bits of a symbol.
func (s *Set) signature(sym symbol) []bit {
	return s.signatures[s.meanings[sym].signature:s.meanings[sym+1].signature]
}

// leadsOf returns the leads of one rank from a symbol.
func (s *Set) leadsOf(sym symbol, rank Rank) []lead {
	m := &s.meanings[sym]
	if rank == Primary {
		return s.leads[m.primary:m.secondary]
	}
	return s.leads[m.secondary:s.meanings[sym+1].primary]
}

// numbers is a range of numbers, both ends included.
type numbers struct{ lo, hi int32 }

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

// Names reports whether a match names any of the tokens from first to end.
func (m Match) Names(first, end int) bool {
	first = max(first, m.First)
	return first < end && m.Words>>(first-m.First)&(1<<(end-first)-1) != 0
}

// Ends reports whether a match is the end of another one, which begins with other
// words, and that one names a word that this one names.
func (m Match) Ends(o Match) bool {
	return o.First < m.First && m.End <= o.End && o.Words>>(m.First-o.First)&m.Words != 0
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
// those beyond have no members either (see Full).
func (s *Set) Class(name string) Class {
	a, ok := s.classes[name]
	if !ok || s.Full() {
		return Class{}
	}
	return Class{a, s.lexicon.ask(a)}
}

// Full reports whether no more classes can be asked for.
func (s *Set) Full() bool { return len(s.lexicon.asked) >= mostAsked }

// Scratch is what scans remember. It belongs to one goroutine at a time and
// can serve any number of texts of one Set.
type Scratch struct {
	known   []entry // by number of the word
	tokens  []entry
	rows    [allBits]uint64 // by bit: the places in the stretch where an element of it stands
	hits    []hit
	starts  []uint64 // by program: from where in the stretch it may match
	worth   []int32  // the programs with such places
	ends    []int32  // by program: the end of its latest match in a long sentence
	found   []phraseAt
	phrased uint64 // bit a%64 is set for every class a of these
	matches []Match
	machine machine
	dead    [maxCode]uint64
	fold    [64]byte
}

// Load looks up every token of a text, numbered by a vocabulary that is always
// the same for a Scratch. Sentence scans refer to the text loaded last.
func (s *Set) Load(sc *Scratch, src string, tokens []text.Token) {
	if len(sc.starts) == 0 {
		sc.starts, sc.ends = make([]uint64, len(s.programs)), make([]int32, len(s.programs))
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
	for k := range sc.found {
		if p := &sc.found[k]; p.is.asked&c.bit != 0 && p.first <= i && i < p.end {
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

// Fit returns how many letters of a text the words and prefixes of the patterns
// spell out: of two languages that know as many words, the own one knows them better.
func (s *Set) Fit(src string, tokens []text.Token) int {
	n := 0
	var buf [64]byte
	for _, t := range tokens {
		n += s.lexicon.spelled(text.Fold(buf[:0], t.Of(src)))
	}
	return n
}

// Value returns the number that token i stands for, -1 for none.
func (s *Set) Value(sc *Scratch, i int) int { return int(sc.tokens[i].value) }
