package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviations are the folded words, written without their full stop, that do
// not end a sentence with it: whatever follows where true, only before a number
// where false ("No. 5").
type Abbreviations map[string]bool

// Tokenize appends the tokens of s to dst, numbered by the vocabulary unless it
// is nil. Bytes that are not valid UTF-8 are passed over like punctuation.
func Tokenize(dst []Token, s string, v *Vocabulary, abbreviated Abbreviations) []Token {
	last := 0 // end of the latest token
	form := strings.Contains(s, "[ ]") || strings.Contains(s, "( )")
	for start := 0; start < len(s); {
		if c := s[start]; c < utf8.RuneSelf && asciiKinds[c] > joiner && c != '$' && c != '%' {
			start++ // stands between tokens, whatever follows
			continue
		}
		end, plain := plainWord(s, start)
		if !plain {
			if end = segmentEnd(s, start); !wordlike(s[start:end]) {
				start = end
				continue
			}
			end = rejoined(s, start, cut(s, start, end))
		}
		t := Token{Start: int32(start), End: int32(end), Number: digit(s[start])}
		if v != nil {
			t.Word = v.Number(s, start, end)
		}
		if len(dst) > 0 {
			t.Gap = gapBefore(s, dst[len(dst)-1], last, start, abbreviated)
			if form && t.Gap < Block && boxOpens(s[last:], start-last) {
				t.Gap = Block
			}
		}
		dst = append(dst, t)
		last, start = end, end
	}
	return dst
}

// plainWord returns the end of a word of ASCII letters with a blank behind it,
// which most words are.
func plainWord(s string, start int) (end int, ok bool) {
	for end = start; end+8 <= len(s); end += 8 {
		if n := letters(eight(s[end:])); n < 8 {
			end += n
			return end, end > start && s[end] == ' '
		}
	}
	for end < len(s) && asciiKinds[s[end]&0x7f] == letter && s[end] < utf8.RuneSelf {
		end++
	}
	return end, end > start && (end == len(s) || s[end] == ' ')
}

// letters returns how many of eight characters are ASCII letters before another
// comes. All eight are looked at at once: in every byte of a sum the highest bit
// says whether a character lies behind the beginning, or behind the end, of the
// alphabet.
func letters(eight uint64) int {
	const each = 0x0101010101010101
	lower := eight | ' '*each
	low := lower & (0x7f * each)
	fromA, behindZ := low+(0x80-'a')*each, low+(0x80-'z'-1)*each
	others := ^(fromA &^ behindZ &^ lower) & (0x80 * each)
	return bits.TrailingZeros64(others) / 8
}

// wordlike reports whether a segment is a token rather than what stands
// between tokens.
func wordlike(seg string) bool {
	if c := seg[0]; c < utf8.RuneSelf {
		return asciiKinds[c] <= joiner || c == '$' || c == '%'
	}
	r, _ := utf8.DecodeRuneInString(seg)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r)
}

// cut returns where the token at the beginning of a segment ends: a French elision
// ends at its apostrophe, as in "l'homme"; figures are cut off the letters that are glued to them, so that "25yo", "6K", "F16" and
// "Q80,000" are two tokens each, and blanks between thousands are taken in, so
// that "18 000" is one.
func cut(s string, start, end int) int {
	if elided := elisionEnd(s, start, end); elided > 0 {
		return elided
	}
	number := digit(s[start])
	for i := start + 1; i < end; i++ {
		if c := s[i]; number && asciiKinds[c&0x7f] == letter && c < utf8.RuneSelf || !number && digit(c) {
			end = i
		}
	}
	if number {
		return thousandsEnd(s, start, end)
	}
	return end
}

// rejoined returns where a word ends that was cut at the end of a line: "pass-\nport".
// What has a hyphen before it as well is a compound: "15-year-\nold".
func rejoined(s string, start, end int) int {
	size := lineHyphen(s[end:])
	if size == 0 || start > 0 && s[start-1] == '-' {
		return end
	}
	first, _ := utf8.DecodeRuneInString(s[start:])
	next, _ := utf8.DecodeRuneInString(s[end+size:])
	if !unicode.IsLetter(first) || !unicode.IsLower(next) {
		return end
	}
	return segmentEnd(s, end+size)
}

// longestElision is the length of "lorsqu" and "puisqu".
const longestElision = 6

// elisionEnd returns the end of an elided word with its apostrophe, or 0.
func elisionEnd(s string, start, end int) int {
	i := start
	for i < end && i-start < longestElision && s[i] < utf8.RuneSelf && asciiKinds[s[i]] == letter {
		i++
	}
	size := apostrophe(s[i:])
	if size == 0 || i == start {
		return 0
	}
	var buf [longestElision]byte
	switch string(Fold(buf[:0], s[start:i])) {
	case "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu":
		return i + size
	}
	return 0
}

// apostrophe returns the bytes of the apostrophe that s begins with, 0 for none.
func apostrophe(s string) int {
	switch {
	case strings.HasPrefix(s, "'"):
		return 1
	case strings.HasPrefix(s, "’"):
		return len("’")
	}
	return 0
}

// thousandsEnd takes groups of three figures in that stand behind single blanks.
func thousandsEnd(s string, start, end int) int {
	if end-start > 3 {
		return end
	}
	for {
		from := end + blankSize(s[end:])
		if from == end || from+3 > len(s) || !digit(s[from]) || !digit(s[from+1]) || !digit(s[from+2]) {
			return end
		}
		if kind, _ := kindAt(s, from+3); kind <= joiner || kind == foreign {
			return end
		}
		end = from + 3
	}
}

// blankSize returns the bytes of a blank of the kinds that group figures, 0 for
// anything else.
func blankSize(s string) int {
	for _, blank := range []string{" ", "\u00a0", "\u2009"} {
		if strings.HasPrefix(s, blank) {
			return len(blank)
		}
	}
	return 0
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// gapBefore classifies what stands between the previous token and the one that
// starts at start.
func gapBefore(s string, prev Token, last, start int, abbreviated Abbreviations) Gap {
	between := s[last:start]
	switch between {
	case " ", "":
		return Joined
	case ", ", " / ":
		return Comma
	}
	gap, lines, stop := Joined, 0, false
	for i, r := range between {
		switch r {
		case '\r':
			if !strings.HasPrefix(between[i+1:], "\n") {
				lines++
			}
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
		case '•', '·', '▪', '☐', '□', '☑', '☒', '■', '✓', '✔', '✅', '✗', '✘', '❌', '*':
			gap = max(gap, Block)
		}
	}
	if stop && endsSentence(s, prev, between, start, abbreviated) {
		gap = max(gap, Sentence)
	}
	return max(gap, lineGap(s, last, start, lines, stop))
}

// boxOpens reports whether a box to tick stands in the first gap bytes of s, or
// is what the token behind them is the cross of.
func boxOpens(s string, gap int) bool {
	between := s[:gap]
	if strings.Contains(between, "[ ]") || strings.Contains(between, "( )") {
		return true
	}
	behind := s[gap:]
	return len(behind) > 1 && (behind[0] == 'x' || behind[0] == 'X') &&
		(behind[1] == ']' && strings.HasSuffix(between, "[") || behind[1] == ')' && strings.HasSuffix(between, "("))
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
		return filledIn(s[:prev.Start]) // "Threats: N. Debt: Y." has two fields
	}
	if len(word) > 24 {
		return true
	}
	var buf [48]byte
	always, known := abbreviated[string(Fold(buf[:0], word))]
	return !known || !always && !unicode.IsDigit(next)
}

// filledIn reports whether a text ends in the label of a form's field.
func filledIn(before string) bool { return strings.HasSuffix(strings.TrimRight(before, " "), ":") }

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
	for i := last - 1; i >= 0 && s[i] != '\n' && s[i] != '\r' && length < wrapWidth; i-- {
		length++
	}
	if length >= wrapWidth && !stop {
		return Joined
	}
	return Sentence
}
