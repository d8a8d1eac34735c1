package extract

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// Rules that speak of what a private person did are nothing when an official
// did it: border guards who keep passports are doing their duty. Rules that
// speak of a victim are nothing when told of a driver or an officer.

// agentReach is how far from a verb its agent is looked for, in words.
const agentReach = 8

// byOfficial reports whether an official does what a fact tells: as the
// nearest agent before it, or behind "by" in it or after it.
func (p *pack) byOfficial(d *document, m pattern.Match) bool {
	for i := m.First; i < min(m.End+agentReach/2, d.sentence.End); i++ {
		if p.set.Is(d.scratch, i, p.by) {
			return p.agentWithin(d, i+1, min(i+agentReach/2, d.sentence.End), 1)
		}
	}
	return p.agentWithin(d, m.First-1, max(m.First-agentReach, d.sentence.First)-1, -1)
}

// agentWithin walks from a token towards another and reports whether the first
// agent on the way is an official.
func (p *pack) agentWithin(d *document, from, to, step int) bool {
	for i := from; i != to && i >= d.sentence.First && i < d.sentence.End; i += step {
		if p.official(d, i) && !p.addressed(d, i) {
			return true
		}
		if p.set.Is(d.scratch, i, p.privates) || p.set.Is(d.scratch, i, p.perceives) {
			return false
		}
		if step < 0 && d.tokens[i].Gap >= text.Colon {
			return false // "the court heard it all: her papers were kept"
		}
	}
	return false
}

// addressed reports whether an official is only spoken to: "she told the officers that".
func (p *pack) addressed(d *document, i int) bool {
	for i > d.sentence.First && d.tokens[i].Gap < text.Colon {
		i--
		if !p.set.Is(d.scratch, i, p.article) && !p.set.Is(d.scratch, i, p.officials) {
			return p.set.Is(d.scratch, i, p.tells)
		}
	}
	return false
}

// official reports whether a token names an official. A recruitment agent is none,
// nor is a corrupt police officer.
func (p *pack) official(d *document, i int) bool {
	if !p.set.Is(d.scratch, i, p.officials) {
		return false
	}
	for i > d.sentence.First && p.set.Is(d.scratch, i-1, p.officials) {
		i--
	}
	return i == d.sentence.First || !p.set.Is(d.scratch, i-1, p.trade)
}

// nearest returns the kind of person who stands nearest to the end of a range
// of tokens, at most reach words back, or "" for nobody.
func (p *pack) nearest(d *document, in text.Range, reach int) Subject {
	for i := in.End - 1; i >= max(in.First, in.End-reach); i-- {
		if s := p.personAt(d, i); s != "" {
			return s
		}
	}
	return ""
}

// personAt returns the kind of person that a token names.
func (p *pack) personAt(d *document, i int) Subject {
	switch {
	case p.set.Is(d.scratch, i, p.suspects):
		return Suspect
	case p.official(d, i):
		return Authority
	case p.set.Is(d.scratch, i, p.victims):
		return Victim
	case p.set.Is(d.scratch, i, p.bystander):
		return Other
	}
	return ""
}

// told returns of whom an age or another personal fact is told. Records tell
// such facts of victims unless they say otherwise.
func (p *pack) told(d *document, m pattern.Match) Subject {
	return cmp.Or(p.namedWith(d, m), Victim)
}

// namedWith returns the person named inside the words of a fact, or right
// behind them ("17-year-old driver"), or right before them ("the driver, 17").
func (p *pack) namedWith(d *document, m pattern.Match) Subject {
	if s := p.headBehind(d, m); s != "" {
		return s
	}
	for i := m.First; i < m.End; i++ {
		if s := p.personAt(d, i); s != "" {
			return s
		}
	}
	for i := m.End; i < min(m.End+2, d.sentence.End) && d.tokens[i].Gap == text.Joined; i++ {
		if p.set.Is(d.scratch, i, p.beside) {
			break // "F/16 with suspect"
		}
		if s := p.personAt(d, i); s != "" {
			return s
		}
	}
	return p.headBefore(d, m.First)
}

// headBehind returns the suspect or official whom the words of a fact merely
// describe: the teenage driver is no teenager of the record.
func (p *pack) headBehind(d *document, m pattern.Match) Subject {
	last := d.quote(m.End-1, m.End)
	if m.End >= d.sentence.End || d.tokens[m.End].Gap != text.Joined || strings.HasSuffix(last, "'s") || strings.HasSuffix(last, "’s") {
		return ""
	}
	if s := p.personAt(d, m.End); s == Suspect || s == Authority {
		return s
	}
	return ""
}

// segmentReach is how long the name of a person may be that an apposition
// follows: "the skipper of the inflatable boat, 17".
const segmentReach = 6

// headBefore returns the person right before token i, or, before a comma, the
// head of what it closes: "the daughter of the owner, 15" is the daughter.
func (p *pack) headBefore(d *document, i int) Subject {
	reach := 2
	for k := 1; k <= reach && i-k > d.sentence.First; k++ {
		if p.set.Is(d.scratch, i-k, p.relative) {
			i, k = i-k, 0 // "the driver, who was 17"
		}
	}
	if i > 0 && d.tokens[i].Gap == text.Comma {
		reach = segmentReach
	}
	comma := false // one has been passed, with a name behind it
	for at := i - 1; at >= max(d.sentence.First, i-reach); at-- {
		if s := p.personAt(d, at); s != "" {
			if owner := at - 2; owner >= d.sentence.First && p.set.Is(d.scratch, at-1, p.article) {
				at = owner + 1
			}
			if at-2 >= d.sentence.First && p.set.Is(d.scratch, at-1, p.genitive) {
				return cmp.Or(p.personAt(d, at-2), s)
			}
			return s
		}
		if g := d.tokens[at].Gap; g > text.Comma || g == text.Comma && (comma || !d.isName(at, i)) {
			break
		} else if g == text.Comma {
			comma = true // "the driver, Luis M., 17"
		}
	}
	return ""
}

// longestName is how many words the name of a person has at most.
const longestName = 4

// isName reports whether the tokens from first to end are all capitalised, as
// the names of people are.
func (d *document) isName(first, end int) bool {
	for i := first; i < end; i++ {
		if r, _ := utf8.DecodeRuneInString(d.tokens[i].Of(d.src)); !unicode.IsUpper(r) {
			return false
		}
	}
	return end-first <= longestName
}

// arrestReach is within how many words a person and their arrest stand.
const arrestReach = 6

// accused reports whether the person told of is the one arrested or charged, or
// at the wheel: "Smith, 17, was arrested", "police arrested a 17-year-old". Victims are
// arrested as well, for what they were made to do, so who is called a girl or
// a victim is accused only where an offence of the smuggler's kind is named.
func (p *pack) accused(d *document, m pattern.Match) bool {
	at := p.arrestBefore(d, m.First)
	if at < 0 {
		at = p.arrestBehind(d, m.End)
	}
	if at < 0 {
		return p.within(d, p.steers, m.End, m.End+arrestReach/2) ||
			p.within(d, p.steers, max(d.sentence.First, m.First-arrestReach/2), m.First)
	}
	return p.namedWith(d, m) == "" || p.within(d, p.offence, max(at, m.End), at+2*arrestReach)
}

// arrestBefore returns the token of an arrest whose object begins at token i.
func (p *pack) arrestBefore(d *document, i int) int {
	for at := i - 1; at >= d.sentence.First; at-- {
		if p.set.Is(d.scratch, at, p.arrested) {
			return at
		}
		if !p.set.Is(d.scratch, at, p.article) {
			break
		}
	}
	return -1
}

// verbReach is within how many words of an "and" a verb stands that has no subject of its own.
const verbReach = 3

// arrestBehind returns the token of an arrest whose subject ends at token i. "He sold
// Rosa, 15, and was convicted" goes on with who sold her.
func (p *pack) arrestBehind(d *document, i int) int {
	if i+1 < d.sentence.End && d.tokens[i].Gap == text.Comma && p.set.Is(d.scratch, i, p.numberAnd) &&
		!d.isName(i+1, i+2) && p.within(d, p.arrested, i+1, i+1+verbReach) {
		return -1
	}
	for at := i; at < min(i+arrestReach, d.sentence.End); at++ {
		switch s := p.personAt(d, at); {
		case p.set.Is(d.scratch, at, p.arrested):
			return at
		case at > i+1 && s != "", p.set.Is(d.scratch, at, p.perceives):
			return -1
		}
	}
	return -1
}

// within reports whether a word of a class stands in a stretch of the sentence.
func (p *pack) within(d *document, c pattern.Class, from, to int) bool {
	for i := from; i < min(to, d.sentence.End); i++ {
		if p.set.Is(d.scratch, i, c) {
			return true
		}
	}
	return false
}

// speakerReach is how far from "said" the one who says it is looked for.
const speakerReach = 3

// spokenBySuspect reports whether what begins at a token and ends with a fact is said
// by a suspect, or for one: "the owner said that he never", or "never ...", said the owner.
func (p *pack) spokenBySuspect(d *document, first int, m pattern.Match) bool {
	for i := first - 1; i >= max(d.sentence.First, first-agentReach); i-- {
		switch {
		case p.set.Is(d.scratch, i, p.reports):
			return p.speaksForSuspect(d, text.Range{First: max(d.sentence.First, i-speakerReach), End: i})
		case p.set.Is(d.scratch, i, p.accounts):
			return p.speaksForSuspect(d, text.Range{First: i, End: min(i+1+speakerReach, first)})
		}
	}
	for i := m.End; i < min(d.sentence.End, m.End+agentReach); i++ {
		if p.set.Is(d.scratch, i, p.reports) {
			return p.suspectBeside(d, i)
		}
	}
	return false
}

// speaksForSuspect reports whether the last person named in a range is a suspect, or
// speaks for one.
func (p *pack) speaksForSuspect(d *document, in text.Range) bool {
	for i := in.End - 1; i >= in.First; i-- {
		switch s := p.personAt(d, i); {
		case p.isDefence(d, i):
			return true
		case s != "":
			return s == Suspect
		}
	}
	return false
}

// isDefence reports whether a token names who speaks for the accused: a lawyer, not a
// district attorney.
func (p *pack) isDefence(d *document, i int) bool {
	return p.set.Is(d.scratch, i, p.defence) && !p.official(d, i)
}

// suspectBeside reports whether a suspect, or who speaks for one, is named right before
// or behind a verb of saying that follows what was said.
func (p *pack) suspectBeside(d *document, i int) bool {
	for at := max(d.sentence.First, i-speakerReach); at < min(d.sentence.End, i+speakerReach); at++ {
		if p.isDefence(d, at) || p.personAt(d, at) == Suspect {
			return true
		}
	}
	return false
}
