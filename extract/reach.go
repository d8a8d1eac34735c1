package extract

import (
	"slices"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// How far a cue reaches: by its direction and reach, up to a terminator, and up to where
// the clause or the list ends that it stands in.

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
		return c.leads() && c.within(m.First-c.end) && (c.scope == list || !terminated(c.end, m.First, all))
	}
	return c.trails() && c.within(c.first-m.End) && !terminated(m.End, c.first, all)
}

// leads reports whether a cue applies to what stands behind it.
func (c cue) leads() bool { return c.scope == forward || c.scope == both || c.scope == list }

// trails reports whether a cue applies to what stands before it.
func (c cue) trails() bool { return c.scope == backward || c.scope == both }

func (c cue) within(words int) bool { return c.Reach == 0 || words <= c.Reach }

// overlaps reports whether a cue that shares words with a fact applies to it:
// as one that leads into it ("may have been forced"), trails out of it, or
// stands in a gap of it.
func (c cue) overlaps(m pattern.Match, all []cue) bool {
	switch {
	case c.Layer == passingLayer:
		return true
	case c.first < m.First && c.end <= m.End:
		return c.leads()
	case c.first >= m.First && c.end > m.End:
		return c.trails()
	}
	return c.leads() && inGap(c, m, all)
}

// inGap reports whether a cue stands wholly among words that the pattern
// passed over and leads into those it named: "took no passports" is denied,
// "not allowed to leave" is not, nor is what was sold "to men who never came,
// so that they could keep their visas". A "without" leads into a noun only:
// "went without meals or were given shocks" tells of the shocks.
func inGap(c cue, m pattern.Match, all []cue) bool {
	if c.first < m.First || c.end > m.End || m.Names(c.first, c.end) {
		return false
	}
	next := namedFrom(c.end, m)
	if c.Governs == governsNoun && next > c.end+nounPhrase {
		return false
	}
	return c.within(next-c.end) && !terminated(c.end, next, all) && !c.goesOn(m, all)
}

// governsNoun marks a cue that belongs to the noun behind it.
const governsNoun = "noun"

// nounPhrase is how many words stand before a noun: "without any papers".
const nounPhrase = 1

// namedFrom returns the first token from i on that a match names.
func namedFrom(i int, m pattern.Match) int {
	for i < m.End && !m.Names(i, i+1) {
		i++
	}
	return i
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

// spent reports whether a negation has ended before a fact comes: at a comma,
// unless an "or" carries it on through a list, or where a new denial begins. "No
// visas, the girl of nine" denies the visas only; "no threats, debt, or forced
// labour" denies all.
func (p *pack) spent(d *document, c cue, m pattern.Match, all []cue) bool {
	if c.scope == list {
		return p.listEnds(d, c, m, all)
	}
	return c.scope < list && (p.pauseBefore(d, c, m) || c.end <= m.First && p.turns(d, m) || p.anew(d, c, m))
}

// anew reports whether a fact is denied, or told, by words of its own: one that begins
// with a "nor", which denies the verb behind it ("he did not pay them, nor let them
// go"), and one behind whose "and" a denial of something else begins ("took the money
// and showed no papers", but not "copied the passport and did not keep it").
func (p *pack) anew(d *document, c cue, m pattern.Match) bool {
	is := func(i int, c pattern.Class) bool { return p.set.Is(d.scratch, i, c) }
	if c.end <= m.First {
		nor := is(m.First, p.or) && is(m.First, p.negator)
		return nor && namedFrom(m.First+1, m) <= m.First+1+pronouns
	}
	return c.first > m.First && c.end <= m.End && is(c.first-1, p.joins) && namedFrom(c.end, m) > c.end
}

// pronouns is how many words stand between a "nor" and its verb: "ni les permitía".
const pronouns = 1

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
	if !c.leads() || c.first < d.sentence.First {
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

// outruns reports whether a match begins with a negation and goes on where that one has
// ended, at a comma or an "and": "never locked in and had their phones" tells of nobody
// who had no phone. What stands between two commas only interrupts it.
func (p *pack) outruns(d *document, m pattern.Match) bool {
	i := m.First
	for i < m.End && p.set.Is(d.scratch, i, p.negator) {
		i++
	}
	if i == m.First || i == m.End || m.Names(i, i+1) || p.set.Is(d.scratch, i, p.genitive) {
		return false
	}
	var joined, paused bool
	commas := 0
	for behind := i; i < m.End; i++ {
		if d.tokens[i].Gap == text.Comma {
			commas++
			paused = commas == 1 && i > behind && !p.listGoesOn(d, i)
		}
		switch ended := joined || paused; {
		case m.Names(i, i+1):
			return ended
		case ended && p.set.Is(d.scratch, i, p.negator):
			return false // denied anew: "never paid, never fed"
		}
		joined = joined || i > behind && p.set.Is(d.scratch, i, p.joins)
	}
	return false
}
