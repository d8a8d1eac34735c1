package extract

import (
	"slices"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// The assertion layer decides how a fact is said from the cues around it, as
// ConText does (Harkema et al. 2009): a cue has a direction and a reach, ends
// at a terminator, and is no cue at all inside a pseudo cue or where the
// words of the fact themselves use it ("not allowed to leave").

// scope is where a cue applies.
type scope uint8

const (
	forward scope = iota
	backward
	both
	list   // as forward, and through what an "and" joins: "ruled out threats, debts and violence"
	around // what stands among its own words: "asked whether ... she said no"
	sentence
	rest  // this sentence and everything behind it
	whole // everything in the narrative, before it as well; where it is general, if nothing happens in it
)

var scopes = map[string]scope{
	"forward": forward, "backward": backward, "both": both, "list": list, "around": around,
	"sentence": sentence, "rest": rest, "text": whole,
}

// Layers that shape the work of others rather than an assertion.
const (
	terminatorLayer  = "terminator"
	pseudoLayer      = "pseudo"
	denialLayer      = "denial"
	negationLayer    = "negation"
	allegationLayer  = "allegation"
	confirmedLayer   = "confirmation"
	childhoodLayer   = "childhood"
	FictionLayer     = "fiction" // screening hears it as well
	recoveryLayer    = "recovery"
	passingLayer     = "in_passing"
	doerLayer        = "doer"
	genericLayer     = "generic"
	eventLayer       = "event"
	promiseLayer     = "promise"
	hypothesisLayer  = "hypothesis"
	boilerplateLayer = "boilerplate"
)

// layers says what a cue of each layer does to an assertion. An effect never
// makes a fact more certain than another cue has left it.
var layers = map[string]func(*Assertion){
	terminatorLayer:  nil,
	pseudoLayer:      nil,
	negationLayer:    func(a *Assertion) { a.Polarity = Negated },
	denialLayer:      func(a *Assertion) { a.Polarity = Negated },
	hypothesisLayer:  func(a *Assertion) { a.lower(Hypothetical) },
	"risk":           func(a *Assertion) { a.lower(Risk) },
	"suspicion":      func(a *Assertion) { a.lower(Suspected) },
	allegationLayer:  func(a *Assertion) { a.lower(Alleged) },
	genericLayer:     func(a *Assertion) { a.Subject = Generic },
	boilerplateLayer: func(a *Assertion) { a.Voice = Boilerplate },
	"plan":           func(a *Assertion) { a.Time = Future },
	"history":        func(a *Assertion) { a.Time = Past },
	"victim_voice":   func(a *Assertion) { a.Voice = VictimVoice },
	"court_voice":    func(a *Assertion) { a.Voice = Court },
	"other_person":   func(a *Assertion) { a.Subject = Other },

	confirmedLayer: func(*Assertion) {}, // applied when all doubt has been heard

	// These say something of ages only, when all of a sentence is known.
	childhoodLayer: func(*Assertion) {},
	FictionLayer:   func(*Assertion) {},
	recoveryLayer:  func(*Assertion) {},
	passingLayer:   func(*Assertion) {},
	doerLayer:      func(*Assertion) {},
	eventLayer:     func(*Assertion) {}, // shows that a narrative tells of a case
	promiseLayer:   func(*Assertion) {}, // says something of an ordinary life only
}

// doubt orders certainties from the most committed to the least.
var doubt = map[Certainty]int{Asserted: 0, Alleged: 1, Suspected: 2, Risk: 3, Hypothetical: 4}

// lower makes a fact at most as certain as c.
func (a *Assertion) lower(c Certainty) {
	if doubt[c] > doubt[a.Certainty] {
		a.Certainty = c
	}
}

// tellsEvent reports whether something happened to somebody in a sentence: the
// formulas that a release ends with, or puts between its paragraphs, end there.
func tellsEvent(cues []cue) bool {
	return slices.ContainsFunc(cues, func(c cue) bool { return c.Layer == eventLayer })
}

// cue is a context cue that stands in a sentence.
type cue struct {
	*cueRule
	first, end int  // tokens
	lacks      bool // a "no" that says what is lacking: "no passport"
}

// cuesOf picks the cues out of the matches of a sentence and drops those that
// a pseudo cue covers. Of these only a "no" is kept that says what is lacking.
func (p *pack) cuesOf(dst []cue, matches []pattern.Match) []cue {
	for _, m := range matches {
		if t := p.targets[m.Tag]; t.role == findsCue {
			dst = append(dst, cue{cueRule: &p.cues[t.index], first: m.First, end: m.End})
		}
	}
	kept := dst[:0]
	for _, c := range dst {
		covered, lacks := false, true
		for _, o := range dst {
			if !c.pseudo && o.pseudo && o.first <= c.first && c.end <= o.end {
				covered, lacks = true, lacks && o.saysLacking(c)
			}
		}
		if !covered || lacks {
			c.lacks = covered
			kept = append(kept, c)
		}
	}
	return kept
}

// saysLacking reports whether a pseudo cue is a "no" with what is lacking: one word.
func (c cue) saysLacking(no cue) bool {
	return no.Layer == negationLayer && no.scope == forward && no.first == c.first && c.end == no.end+1
}

// assert applies every cue of the sentence that reaches a fact and returns those
// that did. An answer to what was asked comes last.
func (p *pack) assert(w *workspace, d *document, m pattern.Match) (Assertion, []Cue) {
	a := &w.assertion
	*a = Assertion{Affirmed, Asserted, Current, Victim, Officer}
	if cap(w.told)-len(w.told) <= len(w.cues) {
		w.told = make([]Cue, 0, max(toldAtOnce, len(w.cues)+1))
	}
	from := len(w.told)
	for _, c := range w.cues {
		effect := c.effect
		if effect == nil || !c.reaches(m, w.cues) || c.negates && p.spent(d, c, m, w.cues) || p.closed(d, c, m) || p.aside(d, c, m) {
			continue
		}
		if c.lacks && !p.lacking(d, c, m, w.cues) {
			continue
		}
		if c.Layer == denialLayer && p.nearest(d, text.Range{First: d.sentence.First, End: c.first}, 6) == Suspect {
			effect = layers[allegationLayer] // a suspect's denial takes nothing away
		}
		effect(a)
		if c.Layer == negationLayer && p.spokenBySuspect(d, c.first, m) {
			a.lower(Suspected) // nor does it add anything
		}
		if told := d.cue(c.Layer, c.first, c.end); !slices.Contains(w.told[from:], told) { // two rules may say the same
			w.told = append(w.told, told)
		}
	}
	for _, c := range w.told[from:] {
		if c.Layer == confirmedLayer {
			confirmed.settle(a)
		}
	}
	if said, at := p.answer(w, d, m); said != notAsked {
		said.settle(a)
		w.told = append(w.told, d.cue(answerLayer, at, at+1))
	}
	return *a, w.told[from:len(w.told):len(w.told)]
}

// toldAtOnce is for how many cues memory is taken at once.
const toldAtOnce = 64

// cue quotes the words that set a part of an assertion.
func (d *document) cue(layer string, first, end int) Cue {
	return Cue{Layer: layer, Span: d.span(first, end), Quote: d.quote(first, end)}
}

func hasCue(e *Evidence, layer string) bool {
	for _, c := range e.Cues {
		if c.Layer == layer {
			return true
		}
	}
	return false
}
