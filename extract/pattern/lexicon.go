package pattern

import (
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
	sym   symbol
	value int32 // the number it stands for, -1 for none
}

// phrase is a member of a class that takes several words. It is looked for
// where its rarest word stands.
type phrase struct {
	words  []atom
	class  atom
	rarest int // index into words
}

// lexicon maps folded words to symbols.
type lexicon struct {
	exact          map[string]entry
	prefix         map[string]symbol
	shortest       int // length of the shortest prefix, in bytes
	longest        int
	atomsOf        [][]atom // by symbol, ascending
	bits           []uint64 // by symbol: a row of stride words, one bit for each atom
	stride         int
	phrasesAt      [][]phrase // by symbol of their rarest word
	currency       atom
	magnitude      atom
	currencyExists bool
}

// find returns the entry of one word as written.
func (l *lexicon) find(word string, buf []byte) entry {
	folded := text.Fold(buf[:0], word)
	if e, ok := l.exact[string(folded)]; ok {
		return e
	}
	e := entry{value: -1}
	if len(folded) > 0 && folded[0] >= '0' && folded[0] <= '9' {
		e.value = number(string(folded))
	}
	for n := min(len(folded), l.longest); n >= l.shortest; n-- {
		if s, ok := l.prefix[string(folded[:n])]; ok {
			e.sym = s
			break
		}
	}
	return e
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

// has reports whether the words of a symbol belong to an atom.
func (l *lexicon) has(s symbol, a atom) bool {
	return l.bits[int(s)*l.stride+int(a>>6)]&(1<<(a&63)) != 0
}

// fillBits lays out the membership of symbols in atoms as a table of bits.
func (l *lexicon) fillBits(atoms int) {
	l.stride = (atoms + 63) / 64
	l.bits = make([]uint64, len(l.atomsOf)*l.stride)
	for s, list := range l.atomsOf {
		for _, a := range list {
			l.bits[s*l.stride+int(a>>6)] |= 1 << (a & 63)
		}
	}
}
