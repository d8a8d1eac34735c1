// Package extract is the second room: a record comes in, a reading goes out.
//
// A reading holds the facts that the words of a record state, each with the
// bytes it stands on and with how it is said: affirmed or denied, alleged or
// merely feared, of a person in this record or of people in general. This room
// never sees a verdict and never reads the recorded label.
package extract

import "palermo/pipeline/source"

// Polarity says whether a fact is affirmed or denied.
type Polarity string

// Certainty says how far the text commits itself to a fact.
type Certainty string

// Time says when a fact is told to have happened.
type Time string

// Subject says of whom a fact is told.
type Subject string

// Voice says who is speaking.
type Voice string

// Values of the assertion, as written to the output files.
const (
	Affirmed Polarity = "affirmed"
	Negated  Polarity = "negated"

	Asserted     Certainty = "asserted"
	Alleged      Certainty = "alleged"
	Suspected    Certainty = "suspected"
	Hypothetical Certainty = "hypothetical"
	Risk         Certainty = "risk"

	Current Time = "current"
	Past    Time = "past"
	Future  Time = "future"

	Victim    Subject = "victim"
	Suspect   Subject = "suspect"
	Authority Subject = "authority"
	Other     Subject = "other"
	Generic   Subject = "generic"

	Officer     Voice = "officer"
	VictimVoice Voice = "victim"
	Court       Voice = "court"
	Boilerplate Voice = "boilerplate"
)

// Assertion is how a fact is said.
type Assertion struct {
	Polarity  Polarity
	Certainty Certainty
	Time      Time
	Subject   Subject
	Voice     Voice
}

// Counts reports whether a fact said in this way is evidence: told of a person
// in this record, as having happened, by somebody who means it. What is alleged
// counts, since most records allege; what is denied, suspected, feared,
// supposed, statistical or boilerplate does not.
func (a Assertion) Counts() bool {
	return a.Polarity == Affirmed &&
		(a.Certainty == Asserted || a.Certainty == Alleged) &&
		a.Time != Future &&
		a.Subject != Generic && a.Subject != Authority && a.Subject != Other &&
		a.Voice != Boilerplate
}

// Span is a half-open range of bytes of one field of the record.
type Span struct {
	Field      int // index into Record.Fields
	Start, End int
}

// shares reports whether two spans of one field have bytes in common.
func (s Span) shares(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cue is a piece of text that set a part of an assertion.
type Cue struct {
	Layer string // the kind of cue: negation, hypothesis, allegation, ...
	Span  Span
	Quote string
}

// Evidence is one fact found in the text.
type Evidence struct {
	Indicator string // an id of packs/taxonomy.yaml
	Facet     string // a narrower reading within the indicator, e.g. "compelled"; may be empty
	Span      Span
	Quote     string // always the bytes of Span
	Assertion
	Counts   bool
	Strength Strength
	Rule     string // pack, file and line of the pattern that matched
	Cues     []Cue
}

// Coverage says what could have been found. A record that was not screened has
// no evidence for that reason alone, and is never read as "no indicator".
type Coverage struct {
	Screened bool
	Reason   string // why not, or which passages were left out; empty when all was screened
}

// Reading is everything that was read out of one record.
type Reading struct {
	Record   *source.Record
	Language string // ISO 639-1 code of the narratives, "und" when unknown
	Coverage Coverage
	Evidence []Evidence // by field, then start
}
