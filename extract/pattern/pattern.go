// Package pattern is the language in which a domain expert writes what a fact
// looks like in words, and the machine that finds it.
//
// A pattern is a row of elements that must follow one another within one
// sentence (docs/patterns.md is the page for authors):
//
//	took            a word, compared without case and accents
//	confiscat*      every word with that beginning
//	<papers>        any word or phrase of a class
//	{0,4}           that many words of any kind
//	( a b | c )     one of several rows
//	a & b           both, in either order, at most 6 words apart; a &9 b: at most 9
//	x?              x or nothing
//	!x              the next word is not x
//	^               the beginning of the sentence
//	12..24  ..17    a number, in figures or words, in a range; 0.. is any number
//	$               an amount of money with its currency
//
// All patterns of a language are compiled into one Set. A Set is immutable and
// safe for concurrent use; what a scan needs to remember is in a Scratch.
package pattern

import "fmt"

// SyntaxError is a mistake in a pattern.
type SyntaxError struct {
	Column  int // one-based, in bytes of the pattern
	Message string
	Hint    string // what to write instead; may be empty
}

func (e *SyntaxError) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return fmt.Sprintf("%s (hint: %s)", e.Message, e.Hint)
}

// kind is the kind of a node of a parsed pattern.
type kind uint8

const (
	kindWord   kind = iota // text is a word, or a prefix ending in *
	kindClass              // text is the name of a class
	kindGap                // lo..hi words of any kind
	kindNumber             // a number from lo to hi
	kindMoney
	kindStart
	kindNot // kids[0] must not stand here
	kindSeq
	kindAlt
	kindOpt
)

// node is an element of a parsed pattern.
type node struct {
	kind   kind
	text   string
	lo, hi int
	kids   []*node
	column int
}
