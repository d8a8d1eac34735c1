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

// symbol stands for all words that belong to the same atoms. Symbol 0 belongs
// to none, and is what most words of a text are.
type symbol uint32

// entry is what the lexicon knows of a word.
type entry struct {
	rare  uint64 // bit a%64 is set for every rare atom a of the symbol
	sym   symbol
	value int32 // the number it stands for, -1 for none
}

// unlooked is the symbol of a word that has not been looked up yet.
const unlooked = ^symbol(0)

// phrase is a member of a class that takes several words. It is looked for
// where its rarest word stands.
type phrase struct {
	words  []atom
	class  atom
	rarest int // index into words
}

// lexicon maps folded words to symbols, and symbols to atoms. Atoms are numbered
// from the most common to the rarest (build.go). Common words belong to hundreds
// of common atoms and to no rare one, so membership in the common atoms is a
// table of bits, and in the others a short list.
type lexicon struct {
	exact          map[string]entry
	prefix         map[string]symbol
	shortest       int // length of the shortest prefix, in bytes
	longest        int
	atomsOf        [][]atom // by symbol, ascending; only while building
	common         atom     // atoms below it are common
	bits           []uint64 // by symbol: a row of stride words, one bit for each common atom
	stride         int
	rare           lists[atom] // by symbol
	phrasesAt      lists[phrase]
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
	for _, a := range l.rare.of(int(e.sym)) {
		e.rare |= 1 << (a & 63)
	}
	return e
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

// number reads figures with separators of thousands. A fraction is cut off; a
// number that does not fit is the largest one. It returns -1 for what is no
// number.
func number(s string) int32 {
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && len(s)-i-1 != 3 {
		s = s[:i]
	}
	s = strings.NewReplacer(",", "", ".", "", "'", "").Replace(s)
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
	if a < l.common {
		return l.bits[int(e.sym)*l.stride+int(a>>6)]>>(a&63)&1 != 0
	}
	return e.rare>>(a&63)&1 != 0 && slices.Contains(l.rare.of(int(e.sym)), a)
}

// settle lays out what is known of every symbol.
func (l *lexicon) settle(common atom, atoms int, phrases []phrase) {
	starts := make([][]phrase, atoms)
	for _, p := range phrases {
		starts[p.words[p.rarest]] = append(starts[p.words[p.rarest]], p)
	}
	l.common, l.stride = common, int(common)/64+1
	l.bits = make([]uint64, len(l.atomsOf)*l.stride)
	for s, list := range l.atomsOf {
		var rare []atom
		var begin []phrase
		for _, a := range list {
			if a < common {
				l.bits[s*l.stride+int(a>>6)] |= 1 << (a & 63)
			} else {
				rare = append(rare, a)
			}
			begin = append(begin, starts[a]...)
		}
		l.rare.add(rare)
		l.phrasesAt.add(begin)
	}
}
