package extract

import (
	"slices"

	"palermo/extract/pattern"
	"palermo/extract/text"
	"palermo/pipeline/source"
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

// numberStart returns where the number begins that token i is the end of:
// "twenty-five".
func (p *pack) numberStart(d *document, i int) int {
	for at := max(d.sentence.First, i-3); at < i; at++ {
		if _, next := p.numberAt(d, at); next > i {
			return at
		}
	}
	return i
}

// numberAt returns the number that begins at token i, -1 for none, and where
// it ends. Numbers in words are put together: "thirty-two", "treinta y dos",
// "soixante-dix".
func (p *pack) numberAt(d *document, i int) (value, next int) {
	value, next = p.set.Value(d.scratch, i), i+1
	if value < 0 || d.tokens[i].Number {
		return value, next
	}
	for next < len(d.tokens) && d.tokens[next].Gap == text.Joined {
		at := next
		if p.set.Is(d.scratch, at, p.numberAnd) {
			at++
		}
		if at >= len(d.tokens) || d.tokens[at].Number || d.tokens[at].Gap != text.Joined {
			break
		}
		sum, ok := joined(value, p.set.Value(d.scratch, at))
		if !ok {
			break
		}
		value, next = sum, at+1
	}
	return value, next
}

// joined returns the number that two number words make together, if they do.
func joined(a, b int) (int, bool) {
	switch {
	case a == 4 && b == 20: // quatre-vingt
		return 80, true
	case a >= 20 && a < 100 && a%10 == 0 && b > 0 && b < 10,
		(a == 60 || a == 80) && b >= 10 && b < 20, // soixante-dix, quatre-vingt-douze
		(a == 70 || a == 90) && b >= 7 && b < 10,
		a == 10 && b >= 7 && b < 10: // dix-sept
		return a + b, true
	}
	return 0, false
}

// Years between which a person that a record tells of can have been born.
const (
	birthFirst = 1920
	birthLast  = 2040
)

// Years between which a record without a date is taken to have been written. A
// test fails when the last of them has passed.
const (
	recordFirst = 2009
	recordLast  = 2026
)

const (
	// surelyChild is the year of birth from which a person was a child at the end
	// of the last of these years, so in all of them.
	surelyChild = recordLast - Majority + 1
	// surelyAdult is that up to which a person was none at the beginning of the first.
	surelyAdult = recordFirst - Majority - 1
)

// readBirth makes a date of birth an age at the time of the record. In the
// year in which somebody turns 18 only the months could tell.
func (p *pack) readBirth(d *document, m pattern.Match, e *Evidence) {
	born := p.birthYear(d, m)
	if indicator := AgeByYears(born, p.eventYear(d, m, born)); indicator != "" {
		e.Indicator = indicator
	} else {
		e.Certainty = Hypothetical
	}
}

// AgeByYears returns the indicator of the age of somebody who was born in one
// year, at a time in another that is 0 where it is not known. It is "" where the
// years do not settle the age.
func AgeByYears(born, year int) string {
	switch age := year - born; {
	case born == 0:
	case year == 0 && born >= surelyChild, year > 0 && age >= 0 && age < Majority:
		return VictimMinor
	case year == 0 && born <= surelyAdult, year > 0 && age > Majority:
		return VictimAdult
	}
	return ""
}

// birthYear returns the year among the words of a fact: one in full, or the
// last of three numbers of a date.
func (p *pack) birthYear(d *document, m pattern.Match) int {
	numbers, last := 0, 0
	for i := m.First; i < m.End; i++ {
		if v := p.year(d, i); v > 0 {
			return v
		}
		if v := p.set.Value(d.scratch, i); v >= 0 && d.tokens[i].Number {
			numbers, last = numbers+1, v
		}
	}
	if numbers != 3 || last > 99 {
		return 0
	}
	year := source.FullYear(last)
	if year > recordLast {
		year -= 100 // nobody is told of who is not born yet
	}
	return year
}

// year returns the year that token i names: as a number, or at the end of a
// date that is written in one piece.
func (p *pack) year(d *document, i int) int {
	v := p.set.Value(d.scratch, i)
	if word := d.tokens[i].Of(d.src); d.tokens[i].Number && len(word) >= 8 {
		v = digits(word[len(word)-4:])
	}
	if v < birthFirst || v > birthLast {
		return 0
	}
	return v
}

// digits returns the number that four figures make, 0 for anything else.
func digits(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// eventYear returns the year in which a fact is told to have happened: the one
// named in the same sentence, or the year of the record, or the latest that
// the narrative names, which errs towards the adult. 0 when none is known.
func (p *pack) eventYear(d *document, m pattern.Match, born int) int {
	for i := d.sentence.First; i < d.sentence.End; i++ {
		if y := p.year(d, i); y > born && (i < m.First || i >= m.End) {
			return y
		}
	}
	if d.year > 0 {
		return d.year
	}
	latest := 0
	for i := range d.tokens {
		latest = max(latest, p.year(d, i))
	}
	if latest == born {
		return 0
	}
	return latest
}

// settleAges takes the ages of somebody's childhood out of a sentence that
// tells of nothing else: "she was 12 when her father died".
func (r *Reader) settleAges(sentence []Evidence) {
	r.settleChildren(sentence)
	for i := range sentence {
		if sentence[i].Counts && r.tellsOfTheCase(&sentence[i]) {
			return
		}
	}
	for i := range sentence {
		if e := &sentence[i]; e.Indicator == VictimMinor && hasCue(e, childhoodLayer) {
			e.Time, e.Counts = Past, false
		}
	}
}

// settleChildren gives a fact that presupposes a child to whom the ages among its
// words belong: that a client of 17 was caught with a woman tells of no child in
// prostitution.
func (r *Reader) settleChildren(sentence []Evidence) {
	for i := range sentence {
		e := &sentence[i]
		if !e.Counts || !slices.Contains(r.taxonomy[e.Indicator].Traits, OfChild) {
			continue
		}
		if whose := childWithin(sentence, e.Span); whose != "" && whose != Victim {
			e.Subject, e.Counts = whose, false
		}
	}
}

// childWithin returns whose the ages under 18 within a span are: a victim's, if one
// of them is, or "" where there is none.
func childWithin(sentence []Evidence, span Span) (whose Subject) {
	for i := range sentence {
		e := &sentence[i]
		switch {
		case e.Indicator != VictimMinor || e.Span.Start >= span.End || span.Start >= e.Span.End:
		case e.Subject == Victim:
			return Victim
		case e.Subject != Other || hasCue(e, passingLayer): // what is Other without it is no age
			whose = e.Subject
		}
	}
	return whose
}

// tellsOfTheCase reports whether a fact is one of conduct, means or purpose.
func (r *Reader) tellsOfTheCase(e *Evidence) bool {
	switch r.taxonomy[e.Indicator].Element {
	case "act", "means", "purpose":
		return true
	}
	return false
}

// withdrawChildren takes back what a narrative tells of a child who it says
// was made up: a decoy, an officer in a chat, an advertisement of the police.
// Children who were found are no decoys.
func (r *Reader) withdrawChildren(narrative []Evidence, fiction Cue) {
	for i := range narrative {
		e := &narrative[i]
		i := r.taxonomy[e.Indicator]
		child := slices.Contains(i.Traits, OfChild) || i.ID != VictimAdult && i.Element == ageElement
		if child && !hasCue(e, recoveryLayer) {
			e.Subject, e.Counts = Other, false
			e.Cues = append(e.Cues, fiction)
		}
	}
}

func hasCue(e *Evidence, layer string) bool {
	for _, c := range e.Cues {
		if c.Layer == layer {
			return true
		}
	}
	return false
}
