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

// lacking reports whether a "no" that says what is lacking denies a fact as well: one
// that begins with it ("no passport was taken", "no phones or passports were
// taken"), unless a new clause tells how it came to be lacking.
func (p *pack) lacking(d *document, c cue, m pattern.Match, all []cue) bool {
	listed := m.First == c.end+2 && p.set.Is(d.scratch, c.end+1, p.or)
	return (m.First == c.end || listed) && !d.pauses(m) && !terminated(m.First, m.End, all)
}

// pauses reports whether a comma stands among the words of a match.
func (d *document) pauses(m pattern.Match) bool {
	return slices.ContainsFunc(d.tokens[m.First+1:m.End], func(t text.Token) bool { return t.Gap == text.Comma })
}

// reaches reports whether a cue applies to a fact.
func (c cue) reaches(m pattern.Match, all []cue) bool {
	switch c.scope {
	case sentence, rest:
		return true
	case whole:
		return c.Layer == genericLayer && !tellsEvent(all)
	case around:
		return c.first < m.End && m.End < c.end
	}
	if c.first < m.End && m.First < c.end {
		return c.overlaps(m, all)
	}
	if c.end <= m.First {
		return c.scope != backward && c.within(m.First-c.end) && (c.scope == list || !terminated(c.end, m.First, all))
	}
	return c.scope != forward && c.scope != list && c.within(c.first-m.End) && !terminated(m.End, c.first, all)
}

func (c cue) within(words int) bool { return c.Reach == 0 || words <= c.Reach }

// overlaps reports whether a cue that shares words with a fact applies to it:
// as one that leads into it ("may have been forced"), trails out of it, or
// stands in a gap of it.
func (c cue) overlaps(m pattern.Match, all []cue) bool {
	switch {
	case c.Layer == passingLayer:
		return true
	case c.first < m.First && c.end <= m.End:
		return c.scope != backward
	case c.first >= m.First && c.end > m.End:
		return c.scope != forward
	}
	return c.scope != backward && inGap(c, m, all)
}

// inGap reports whether a cue stands wholly among words that the pattern
// passed over and leads into those it named: "took no passports" is denied,
// "not allowed to leave" is not, nor is what was sold "to men who never came,
// so that they could keep their visas".
func inGap(c cue, m pattern.Match, all []cue) bool {
	if c.first < m.First || c.end > m.End || m.Names(c.first, c.end) {
		return false
	}
	next := c.end
	for next < m.End && !m.Names(next, next+1) {
		next++
	}
	return c.within(next-c.end) && !terminated(c.end, next, all) && !c.goesOn(m, all)
}

// goesOn reports whether a cue goes on with what the words of a fact began by
// denying: "neither contract nor holidays" says that both were lacking.
func (c cue) goesOn(m pattern.Match, all []cue) bool {
	return c.Layer == negationLayer && slices.ContainsFunc(all, func(o cue) bool {
		return (o.negates || o.pseudo) && o.first >= m.First && o.first < c.first && m.Names(o.first, o.first+1)
	})
}

func terminated(from, to int, all []cue) bool {
	for _, t := range all {
		if t.terminator && t.first >= from && t.first < to {
			return true
		}
	}
	return false
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
		w.told = append(w.told, d.cue(c.Layer, c.first, c.end))
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

// spent reports whether a negation has ended before a fact comes: at a comma,
// unless an "or" carries it on through a list. "No visas, the girl of nine"
// denies the visas only; "no threats, debt, or forced labour" denies all.
func (p *pack) spent(d *document, c cue, m pattern.Match, all []cue) bool {
	if c.scope == list {
		return p.listEnds(d, c, m, all)
	}
	return c.scope < list && (p.pauseBefore(d, c, m) || c.end <= m.First && p.turns(d, m))
}

// turns reports whether somebody else comes into a fact behind a comma in it, whom it
// names: "papers, the boss has them" is no less so for whoever "doesn't have" them.
func (p *pack) turns(d *document, m pattern.Match) bool {
	behind, somebody, named := false, false, 0
	for i := m.First + 1; i < m.End; i++ {
		behind = behind || d.tokens[i].Gap == text.Comma && !p.listGoesOn(d, i)
		if behind && m.Names(i, i+1) {
			somebody = somebody || p.set.Is(d.scratch, i, p.privates) || p.personAt(d, i) != ""
			named++
		}
	}
	return somebody && named > 1 // who, and what they do
}

// listEnds reports whether the list of a cue has ended before a fact comes: at a
// comma or at the "and" of a new clause, behind which nothing stands that is
// ruled out by its name.
func (p *pack) listEnds(d *document, c cue, m pattern.Match, all []cue) bool {
	for i := max(c.first+1, d.sentence.First); i <= m.First; i++ {
		if d.tokens[i].Gap == text.Comma && !p.itemAt(d, i) && !p.listGoesOn(d, i) {
			return true
		}
	}
	return slices.ContainsFunc(all, func(t cue) bool {
		return t.terminator && t.first >= c.end && t.first < m.First &&
			!(p.set.Is(d.scratch, t.first, p.numberAnd) && p.itemAt(d, t.first+1))
	})
}

// itemAt reports whether what is ruled out by its name stands at token i, behind an
// article, an "and" or an "of".
func (p *pack) itemAt(d *document, i int) bool {
	for i < d.sentence.End && (p.set.Is(d.scratch, i, p.numberAnd) || p.set.Is(d.scratch, i, p.article) || p.set.Is(d.scratch, i, p.genitive)) {
		i++
	}
	return i < d.sentence.End && p.set.Is(d.scratch, i, p.listItem)
}

// closed reports whether a new clause has begun between a cue and a fact: with a
// subject behind a colon, or behind the comma that ends a clause at the
// beginning of the sentence. "To keep her from leaving, he took her passport"
// says that he did. Behind a colon that does not follow the cue at once, any thing
// will do for a subject: "the court did not follow him: the door was locked".
func (p *pack) closed(d *document, c cue, m pattern.Match) bool {
	if c.scope != forward && c.scope != both && c.scope != list || c.first < d.sentence.First {
		return false
	}
	opens := c.first <= d.sentence.First+1
	for i := c.end + 1; i < m.First; i++ {
		g := d.tokens[i].Gap
		if (g == text.Colon || opens && g == text.Comma) && p.subjectAt(d, i) ||
			g == text.Colon && p.set.Is(d.scratch, i, p.article) {
			return true
		}
	}
	return false
}

// aside reports whether a cue stands between commas, and a fact behind them: "the
// defendant, previously convicted of theft, forced two women into prostitution".
func (p *pack) aside(d *document, c cue, m pattern.Match) bool {
	return c.scope == forward && c.first >= d.sentence.First && d.tokens[c.first].Gap == text.Comma && p.pauseBefore(d, c, m)
}

// pauseBefore reports whether a comma that is not of a list stands between a cue and a fact
// behind it, or one in the cue itself with a subject: "the theft ruled out, the boss took it".
func (p *pack) pauseBefore(d *document, c cue, m pattern.Match) bool {
	for i := max(c.first+1, d.sentence.First); i <= m.First; i++ {
		if d.tokens[i].Gap == text.Comma && !p.listGoesOn(d, i) && (i >= c.end || p.subjectAt(d, i)) {
			return true
		}
	}
	return false
}

// subjectAt reports whether the subject of a clause begins at token i.
func (p *pack) subjectAt(d *document, i int) bool {
	if p.set.Is(d.scratch, i, p.article) {
		i++
	}
	return i < d.sentence.End && (p.set.Is(d.scratch, i, p.privates) || p.personAt(d, i) != "")
}

// listReach is within how many words of a comma the "or" of its list stands.
const listReach = 6

func (p *pack) listGoesOn(d *document, comma int) bool {
	for i := comma; i < min(comma+listReach, d.sentence.End); i++ {
		if p.set.Is(d.scratch, i, p.or) {
			return true
		}
	}
	return false
}
