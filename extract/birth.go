package extract

import (
	"strconv"

	"palermo/extract/pattern"
	"palermo/pipeline/source"
)

// Years between which a person that a record tells of can have been born.
const (
	birthFirst = 1920
	birthLast  = 2040
)

// Years between which a record without a date is taken to have been written. A
// test fails a year after the last of them.
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
		v, _ = strconv.Atoi(word[len(word)-4:])
	}
	if v < birthFirst || v > birthLast {
		return 0
	}
	return v
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
