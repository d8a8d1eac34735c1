package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviations tells whether a folded word, written without its full stop,
// does not end a sentence with it.
type Abbreviations func(word string) bool

// Tokenize appends the tokens of s to dst, numbered by the vocabulary unless it
// is nil. Bytes that are not valid UTF-8 are passed over like punctuation.
func Tokenize(dst []Token, s string, v *Vocabulary, abbreviated Abbreviations) []Token {
	last := 0 // end of the latest token
	for start := 0; start < len(s); {
		end := segmentEnd(s, start)
		if !wordlike(s[start:end]) {
			start = end
			continue
		}
		for start < end {
			cut := numberEnd(s, start, end)
			t := Token{Start: int32(start), End: int32(cut), Number: digit(s[start])}
			if v != nil {
				t.Word = v.Number(s[start:cut])
			}
			if len(dst) > 0 {
				t.Gap = gapBefore(s, dst[len(dst)-1], last, start, abbreviated)
			}
			dst = append(dst, t)
			last, start = cut, cut
		}
	}
	return dst
}

// wordlike reports whether a segment is a token rather than what stands
// between tokens.
func wordlike(seg string) bool {
	switch c := seg[0]; {
	case c < utf8.RuneSelf:
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digit(c) || c == '$' || c == '%' || c == '_'
	default:
		r, _ := utf8.DecodeRuneInString(seg)
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r)
	}
}

// numberEnd cuts a number from the letters glued to its end, so that "25yo"
// and "6K" are two tokens. It returns end where there is nothing to cut.
func numberEnd(s string, start, end int) int {
	if !digit(s[start]) {
		return end
	}
	for i := start + 1; i < end; i++ {
		if c := s[i] | 0x20; c >= 'a' && c <= 'z' {
			return i
		}
	}
	return end
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// gapBefore classifies what stands between the previous token and the one that
// starts at start.
func gapBefore(s string, prev Token, last, start int, abbreviated Abbreviations) Gap {
	between := s[last:start]
	if between == " " || between == "" {
		return Joined
	}
	gap, lines, stop := Joined, 0, false
	for _, r := range between {
		switch r {
		case '\n', '\u2028', '\u2029':
			lines++
		case '.':
			stop = true
		case '!', '?', ';', '…', '\u00bf', '\u00a1':
			gap = max(gap, Sentence)
		case ',', '(', ')', '[', ']':
			gap = max(gap, Comma)
		case ':', '—', '–', '|':
			gap = max(gap, Colon)
		case '•', '·', '▪', '☐', '☑', '☒', '✓', '✗', '*':
			gap = max(gap, Block)
		}
	}
	if stop && endsSentence(s, prev, between, start, abbreviated) {
		gap = max(gap, Sentence)
	}
	return max(gap, lineGap(s, last, start, lines, stop))
}

// endsSentence tells a full stop from the dot of an abbreviation, an initial
// or a number.
func endsSentence(s string, prev Token, between string, start int, abbreviated Abbreviations) bool {
	if between[len(between)-1] == '.' {
		return false // the next token touches the dot: a name, a number, a URL
	}
	next, _ := utf8.DecodeRuneInString(s[start:])
	if unicode.IsLower(next) {
		return false
	}
	if strings.ContainsAny(between, ",(") {
		return false // "S., 16" and "K. (45)" go on
	}
	word := prev.Of(s)
	if !prev.Number && utf8.RuneCountInString(word) == 1 && !unicode.IsDigit(next) {
		return false
	}
	var buf [48]byte
	return abbreviated == nil || len(word) > 24 || !abbreviated(string(Fold(buf[:0], word)))
}

// wrapWidth is the length from which a line that ends without punctuation is
// taken for a wrapped one, in bytes.
const wrapWidth = 50

// lineGap decides what line breaks mean. An empty line ends a paragraph; a
// single break ends a sentence unless the line was merely wrapped.
func lineGap(s string, last, start, lines int, stop bool) Gap {
	if lines == 0 {
		return Joined
	}
	if lines > 1 {
		return Block
	}
	next, _ := utf8.DecodeRuneInString(s[start:])
	if unicode.IsLower(next) {
		return Joined
	}
	length := 0
	for i := last - 1; i >= 0 && s[i] != '\n' && length < wrapWidth; i-- {
		length++
	}
	if length >= wrapWidth && !stop {
		return Joined
	}
	return Sentence
}
