package extract

import (
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
		if p.set.Is(d.scratch, i, p.officials) {
			return true
		}
		if p.set.Is(d.scratch, i, p.privates) || p.set.Is(d.scratch, i, p.perceives) {
			return false
		}
	}
	return false
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
	case p.set.Is(d.scratch, i, p.officials):
		return Authority
	case p.set.Is(d.scratch, i, p.victims):
		return Victim
	case p.set.Is(d.scratch, i, p.bystander):
		return Other
	}
	return ""
}

// told returns of whom an age or another personal fact is told: the person
// named inside the words, or right behind them ("17-year-old driver"), or
// right before them ("the driver, 17"). Records tell such facts of victims
// unless they say otherwise.
func (p *pack) told(d *document, m pattern.Match) Subject {
	for i := m.First; i < m.End; i++ {
		if s := p.personAt(d, i); s != "" {
			return s
		}
	}
	for i := m.End; i < min(m.End+2, d.sentence.End) && d.tokens[i].Gap == text.Joined; i++ {
		if s := p.personAt(d, i); s != "" {
			return s
		}
	}
	if s := p.nearest(d, text.Range{First: d.sentence.First, End: m.First}, 2); s != "" {
		return s
	}
	return Victim
}
