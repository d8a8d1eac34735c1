package text

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// segmentEnd returns where the segment that begins at start ends: the word
// boundaries of UAX #29. Text in Latin letters is cut here, since that is nearly
// all there is; wherever another kind of rune has a say, the library decides.
// The fuzz test holds the two together.
func segmentEnd(s string, start int) int {
	kind, size := kindAt(s, start)
	i := start + size
	if kind > joiner {
		if next, _ := kindAt(s, i); kind != foreign && next != foreign {
			return i
		}
		return byLibrary(s, start)
	}
	for {
		for i < len(s) && s[i] < utf8.RuneSelf && asciiKinds[s[i]] == kind {
			i++
		}
		next, size := kindAt(s, i)
		switch {
		case next == foreign:
			return byLibrary(s, start)
		case next <= joiner:
			kind, i = next, i+size
			continue
		case next == other || kind == joiner:
			return i
		}
		// a mark that joins two letters, or two digits, and nothing else
		after, more := kindAt(s, i+size)
		switch {
		case after == foreign:
			return byLibrary(s, start)
		case after != kind || next == midLetter && kind != letter || next == midNumber && kind != numeral:
			return i
		}
		i += size + more
	}
}

// runeKind is what a rune does at the boundary of a word.
type runeKind uint8

const (
	letter    runeKind = iota
	numeral            // a digit
	joiner             // the low line, which joins anything
	midLetter          // joins letters: the colon
	midNumber          // joins digits: comma and semicolon
	midBoth            // joins either: full stop and apostrophes
	other              // stands by itself
	foreign            // the library's business
)

// kindAt returns the kind of the rune at i and its bytes; other at the end.
func kindAt(s string, i int) (kind runeKind, size int) {
	if i >= len(s) {
		return other, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return asciiKinds[c], 1
	}
	return kindBeyond(s, i)
}

// asciiKinds is the kind of every ASCII character.
var asciiKinds = func() (kinds [utf8.RuneSelf]runeKind) {
	for c := range kinds {
		kinds[c] = other
	}
	for c := 'a'; c <= 'z'; c++ {
		kinds[c], kinds[c-'a'+'A'] = letter, letter
	}
	for c := '0'; c <= '9'; c++ {
		kinds[c] = numeral
	}
	kinds['_'], kinds[':'], kinds[','], kinds[';'], kinds['.'], kinds['\''] = joiner, midLetter, midNumber, midNumber, midBoth, midBoth
	return kinds
}()

// kindBeyond knows the letters of Western languages and the marks that word
// processors put between them.
func kindBeyond(s string, i int) (runeKind, int) {
	rest := s[i:]
	if len(rest) >= 2 && rest[0] == 0xC3 && rest[1] >= 0x80 && rest[1] <= 0xBF && rest[1] != 0x97 && rest[1] != 0xB7 {
		return letter, 2 // À to ÿ without the signs for times and divided by
	}
	if len(rest) >= 2 && rest[:2] == "\xc2\xa0" {
		return other, 2 // a blank that does not break
	}
	if len(rest) >= 3 && rest[:2] == "\xe2\x80" {
		switch rest[2] {
		case 0x98, 0x99: // ‘ ’
			return midBoth, 3
		case 0x93, 0x94, 0x9c, 0x9d, 0xa2, 0x89: // – — “ ” • and a thin blank
			return other, 3
		}
	}
	return foreign, 0
}

func byLibrary(s string, start int) int {
	it := words.FromString(s[start:])
	it.Next()
	return start + it.End()
}
