// Package text cuts a narrative into words and sentences.
//
// A string comes in, tokens with byte offsets into that string go out. Word
// boundaries are those of Unicode (UAX #29); sentence boundaries come from the
// punctuation and line breaks between the words, since records end their
// sentences in ways that prose does not: at a semicolon, at a list bullet, at
// an empty line. Nothing is ever copied or rewritten here.
package text

// Gap says what stands between a token and the one before it.
type Gap uint8

// Gaps, from the closest to the widest.
const (
	Joined   Gap = iota // blanks, hyphens, quotes: the two read as one phrase
	Comma               // a comma or a bracket
	Colon               // a colon or a dash
	Sentence            // the end of a sentence
	Block               // an empty line or a list item: the end of a paragraph
)

// Token is a word, a number, or a currency or per cent sign.
type Token struct {
	Start, End int32 // bytes of the text
	Word       int32 // its number in the vocabulary
	Gap        Gap   // what stands before it
	Number     bool  // it begins with a digit
}

// Of returns the bytes of the token.
func (t Token) Of(s string) string { return s[t.Start:t.End] }

// Range is a half-open range of tokens.
type Range struct{ First, End int }

// longestSentence is how many tokens are taken for one sentence at most, so that
// a text without any punctuation costs no more than another.
const longestSentence = 400

// Sentences appends the sentences of tokens to dst.
func Sentences(dst []Range, tokens []Token) []Range {
	first := 0
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Gap >= Sentence || i-first == longestSentence {
			dst = append(dst, Range{first, i})
			first = i
		}
	}
	if first < len(tokens) {
		dst = append(dst, Range{first, len(tokens)})
	}
	return dst
}
