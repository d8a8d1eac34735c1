package pattern

import (
	"slices"
	"strconv"
	"strings"

	"palermo/extract/text"
)

// atom is a set of words that patterns speak of: a literal word, a prefix, or
// a class.
type atom uint16

// maxAtoms is how many atoms there are.
const maxAtoms = 1 << 16

// symbol stands for all words that belong to the same atoms. Symbol 0 belongs
// to none, and is what most words of a text are.
type symbol uint32

// entry is what the lexicon knows of a word.
type entry struct {
	rare    uint64 // bit a%64 is set for every atom a of the symbol unless it is frequent
	asked   uint64 // bit i is set where the i-th class that is asked for has the word
	follows uint64 // bit s%64 is set for every symbol s that tells of a phrase with it
	sym     symbol
	value   int32 // the number it stands for, -1 for none
}

// unlooked is the symbol of a word that has not been looked up yet.
const unlooked = ^symbol(0)

// frequentSymbols is how many symbols are frequent: the first ones. Words that texts
// use all the time belong to hundreds of atoms, so each atom has a bit for each.
const frequentSymbols = 128

// symbols128 is a set of frequent symbols.
type symbols128 [frequentSymbols / 64]uint64

func (s *symbols128) add(i symbol)      { s[i>>6] |= 1 << (i & 63) }
func (s *symbols128) has(i symbol) bool { return s[i>>6%(frequentSymbols/64)]>>(i&63)&1 != 0 }

// lexicon maps folded words to symbols, and symbols to atoms.
type lexicon struct {
	exact          map[string]entry
	prefix         map[string]symbol
	shortest       int // length of the shortest prefix, in bytes
	longest        int
	atomsOf        lists[atom] // by symbol, ascending
	phrases        []phrase
	toldBy         lists[telling] // by symbol: the phrases that it tells of with the word before it, in the order of that
	follows        []uint64       // by symbol: bit s%64 is set for every symbol s that tells of a phrase before it
	asked          []atom         // classes that are asked for (Set.Class)
	holds          []symbols128   // by atom: the frequent symbols that belong to it
	currency       atom
	magnitude      atom
	currencyExists bool
}

// lists are lists laid end to end, so that reaching one takes a single look at
// memory that its neighbours have probably brought close.
type lists[T any] struct {
	from []uint32
	all  []T
}

func (l *lists[T]) add(list []T) {
	if len(l.from) == 0 {
		l.from = append(l.from, 0)
	}
	l.all = append(l.all, list...)
	l.from = append(l.from, uint32(len(l.all)))
}

func (l *lists[T]) of(i int) []T { return l.all[l.from[i]:l.from[i+1]] }

// find returns the entry of one word as written.
func (l *lexicon) find(word string, buf []byte) entry {
	folded := text.Fold(buf[:0], word)
	e, ok := l.exact[string(folded)]
	if !ok {
		e = entry{sym: l.byPrefix(folded), value: -1}
		if len(folded) > 0 && folded[0] >= '0' && folded[0] <= '9' {
			e.value = number(string(folded))
		}
	}
	l.settleEntry(&e)
	return e
}

// settleEntry adds what is known of its symbol to an entry.
func (l *lexicon) settleEntry(e *entry) {
	e.follows = l.follows[e.sym]
	if e.sym >= frequentSymbols {
		for _, a := range l.atomsOf.of(int(e.sym)) {
			e.rare |= 1 << (a & 63)
		}
	}
	for i, a := range l.asked {
		if l.has(e, a) {
			e.asked |= 1 << i
		}
	}
}

// ask takes a class among those that are asked for, and returns its bit.
func (l *lexicon) ask(class atom) uint64 {
	mark := uint64(1) << len(l.asked)
	l.asked = append(l.asked, class)
	for i := range l.phrases {
		if e := &l.phrases[i].is; l.has(e, class) {
			e.asked |= mark
		}
	}
	return mark
}

// byPrefix returns the symbol of the longest prefix that begins a word.
func (l *lexicon) byPrefix(folded []byte) symbol {
	for n := min(len(folded), l.longest); n >= l.shortest; n-- {
		if s, ok := l.prefix[string(folded[:n])]; ok {
			return s
		}
	}
	return 0
}

// spelled returns how many bytes of a folded word are known.
func (l *lexicon) spelled(folded []byte) int {
	if _, ok := l.exact[string(folded)]; ok {
		return len(folded)
	}
	for n := min(len(folded), l.longest); n >= l.shortest; n-- {
		if _, ok := l.prefix[string(folded[:n])]; ok {
			return n
		}
	}
	return 0
}

// number reads figures with separators of thousands. A fraction is cut off; a
// number that does not fit is the largest one. It returns -1 for what is no
// number.
func number(s string) int32 {
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && len(s)-i-1 != 3 {
		s = s[:i]
	}
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(",.' \u00a0\u202f\u2009", r) {
			return -1
		}
		return r
	}, s)
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil {
		if len(s) > 9 && strings.Trim(s, "0123456789") == "" {
			return 1<<31 - 1
		}
		return -1
	}
	return int32(n)
}

// has reports whether a word belongs to an atom.
func (l *lexicon) has(e *entry, a atom) bool {
	if e.sym < frequentSymbols {
		return l.holds[a].has(e.sym)
	}
	return e.rare>>(a&63)&1 != 0 && slices.Contains(l.atomsOf.of(int(e.sym)), a)
}

// settle lays out what is known of every symbol.
func (l *lexicon) settle(atomsOf [][]atom, atoms int) {
	l.holds = make([]symbols128, atoms)
	for s, list := range atomsOf {
		l.atomsOf.add(list)
		if s >= frequentSymbols {
			continue
		}
		for _, a := range list {
			l.holds[a].add(symbol(s))
		}
	}
}
