package extract

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"

	"palermo/extract/strictyaml"
)

// line is a text in a pack with the place where it stands.
type line struct {
	text   string
	file   *strictyaml.File
	number int // one-based line of the file
	column int // of the first character
}

func lineAt(f *strictyaml.File, n ast.Node, text string) line {
	number, column := strictyaml.Start(n)
	return line{text, f, number, column}
}

// place is how evidence names a line: pack, file and line.
func (l line) place() string { return fmt.Sprintf("%s:%d", l.file.Name(), l.number) }

// reject notes a mistake at the line.
func (l line) reject(text, hint string) { l.file.Add(l.number, l.column, text, hint) }

// rule says what one indicator looks like in one language.
type rule struct {
	at         line // where the rule names its indicator
	oppositeAt line
	Indicator  string // an id of the taxonomy
	Facet      string
	Opposite   string // the indicator that a no to the question means: not free to leave is held
	Actor      string // "private": it is nothing when an official does it
	About      string // "victim": it is nothing when told of somebody else
	Ages       string // what the numbers among the words are: "stated" ages, ages in "apposition", the year somebody was "born", or an age that is "asked" for
	Amount     string // what its amount of money must be for: "crossing", "wage", ...
	Patterns   []line
	Unless     []line // what the same words mean when they mean something else
	Hits       []line
	Misses     []line
	Negated    []line
	replace    bool // the rules below it for the same fact are off

	strength Strength // of the indicator
	age      bool     // it tells of an age
	excludes bool     // it tells of what speaks against exploitation
}

// fact is what a rule finds: an indicator, or a narrower reading of it.
func (r *rule) fact() string {
	if r.Facet == "" {
		return r.Indicator
	}
	return r.Indicator + "/" + r.Facet
}

// cueRule is a kind of context cue.
type cueRule struct {
	at       line
	Layer    string
	Scope    string // forward, backward, both, around, sentence, rest, text
	Reach    int    // words; 0 means to the end of the scope
	Governs  string // noun: it belongs to the noun behind it, and to no verb
	Patterns []line

	scope      scope
	effect     func(*Assertion) // nil for pseudo cues and terminators
	pseudo     bool
	negates    bool
	terminator bool
}

// wordClass is a named list of words.
type wordClass struct {
	name    line
	members []line
	without []line // members to take away from the class below
	replace bool   // the class below has no say
}

// definition is a language pack as written.
type definition struct {
	language            string
	version             string
	abbreviations       []string
	numberAbbreviations []string // that end no sentence only before a number
	numbers             map[string]int
	classes             []wordClass
	cues                []cueRule
	rules               []rule
}

// examples returns every sentence that stands beside a rule: prose of the kind
// that the pack is for.
func (d *definition) examples() []string {
	var out []string
	for _, r := range d.rules {
		for _, lines := range [][]line{r.Hits, r.Misses, r.Negated} {
			for _, l := range lines {
				out = append(out, l.text)
			}
		}
	}
	return out
}
