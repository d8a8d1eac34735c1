package extract

import (
	"palermo/extract/pattern"
	"palermo/extract/text"
)

// An age is a number, and what it shows hangs on four things that no pattern
// says: how high it is, whose it is, when it was, and whether there is such a
// person at all. Patterns find ages of every height; here they are read.

// Majority is the age at which a person is a child no longer (TIP Protocol
// art. 3(d)).
const Majority = 18

// What the numbers of a rule are.
const (
	statedAges     = "stated"
	appositionAges = "apposition" // behind a comma: "Rosa, 15, was"
	enclosedAges   = "enclosed"   // between commas or brackets: "the cook, 29, saw"
	bornAges       = "born"
	askedAges      = "asked" // in the answer: "How old were you? Fifteen."
)

// ageElement is the element of an indicator that tells an age.
const ageElement = "age"

// readAge makes a fact of age what its numbers say, and gives it to whom it
// belongs.
func (p *pack) readAge(d *document, m pattern.Match, rule *rule, e *Evidence) {
	switch {
	case e.Subject != Victim:
	case hasCue(e, passingLayer):
		e.Subject = Other
	case p.accused(d, m):
		e.Subject = Suspect
	}
	switch rule.Ages {
	case appositionAges, enclosedAges:
		if !p.behindComma(d, m) || rule.Ages == enclosedAges && !d.closedBehind(m.End) {
			e.Subject = Other // "14 ran away" counts them
		}
		fallthrough
	case statedAges:
		if low, ok := p.lowestAge(d, m); ok && low >= Majority {
			e.Indicator = VictimAdult
		}
	case bornAges:
		p.readBirth(d, m, e)
	case askedAges:
		p.readAnsweredAge(d, m, e)
	}
	if e.Indicator == VictimAdult && e.Subject == Victim && hasCue(e, doerLayer) {
		e.Subject = Suspect // children who do it are made to
	}
}

// answerReach is within how many words of a question the age stands that it asks for.
const answerReach = 5

// readAnsweredAge makes a question an age by the number that answers it, which
// becomes part of the quote, or by a yes or no ("Minor? Y").
func (p *pack) readAnsweredAge(d *document, m pattern.Match, e *Evidence) {
	if hasCue(e, answerLayer) {
		return
	}
	from := d.skipSpeaker(d.sentence.End)
	for i := from; i < min(from+answerReach, len(d.tokens)); i++ {
		age, next := p.numberAt(d, i)
		switch {
		case i > from && d.tokens[i].Gap >= text.Sentence:
			e.lower(Hypothetical)
			return
		case age < 0:
			continue
		case age >= Majority:
			e.Indicator = VictimAdult
		}
		e.Span, e.Quote = d.span(m.First, next), d.quote(m.First, next)
		return
	}
	e.lower(Hypothetical)
}

// asksAge reports whether the words of a fact ask for an age: by a question word of
// their own, or as all that is asked ("Age?", "Name Ana, age?").
func (p *pack) asksAge(d *document, m pattern.Match) bool {
	if p.set.Is(d.scratch, m.First, p.asksFor) {
		return true
	}
	begins := m.First <= d.skipSpeaker(d.sentence.First) || d.tokens[m.First].Gap >= text.Comma
	return begins && m.End == d.sentence.End && d.asksAt(m.End)
}

// behindComma reports whether the number of a fact stands behind a comma that
// does not belong to a row of numbers. "V1 (34)" is no row.
func (p *pack) behindComma(d *document, m pattern.Match) bool {
	for i := m.First; i < m.End; i++ {
		if p.set.Value(d.scratch, i) >= 0 && m.Names(i, i+1) {
			return d.tokens[i].Gap == text.Comma && i > 0 && (!d.tokens[i-1].Number || d.between(i-1) == "")
		}
	}
	return false
}

// closedBehind reports whether a comma, a bracket or the end of the sentence
// stands before token i.
func (d *document) closedBehind(i int) bool {
	return i >= d.sentence.End || d.tokens[i].Gap >= text.Comma
}

// sharesNumber reports whether a number stands in the words of both: "one
// victim" says nothing against "victim was only fourteen".
func (p *pack) sharesNumber(d *document, m, o pattern.Match) bool {
	for i := max(m.First, o.First); i < min(m.End, o.End); i++ {
		if p.set.Value(d.scratch, i) >= 0 {
			return true
		}
	}
	return false
}

// lowestAge returns the lowest age among the words of a fact.
func (p *pack) lowestAge(d *document, m pattern.Match) (low int, ok bool) {
	for i := p.numberStart(d, m.First); i < m.End; {
		age, next := p.numberAt(d, i)
		if age >= 0 && m.Names(i, next) && (!ok || age < low) {
			low, ok = age, true
		}
		i = next
	}
	return low, ok
}
