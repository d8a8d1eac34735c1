package extract

import (
	"slices"
	"strings"

	"palermo/extract/pattern"
	"palermo/extract/text"
	"palermo/pipeline/source"
)

// Read reads every narrative of a record. It is safe for concurrent use.
func (r *Reader) Read(rec *source.Record) Reading {
	out := Reading{Record: rec, Language: undetermined}
	w := r.workspace()
	defer r.pool.Put(w)
	w.evidence, w.unread = w.evidence[:0], w.unread[:0]
	longest := -1
	for i := range rec.Narratives() {
		src := rec.Fields[i].Value
		w.tokenize(src, r.abbreviations)
		language := r.languageOf(w, src)
		p := r.pack(language)
		if p == nil && language != undetermined { // which numbers and names are as well
			w.leaveOut(language)
		}
		if len(src) > longest {
			longest, out.Language = len(src), language
			out.Coverage = r.coverage(language, p)
		}
		if p != nil {
			r.readField(w, p, i, src, rec.Year)
		}
	}
	out.Coverage.without(w.unread)
	if longest < 0 {
		out.Coverage.Reason = "no narrative"
	}
	if len(w.evidence) > 0 {
		out.Evidence = slices.Clone(w.evidence)
	}
	return out
}

func (r *Reader) coverage(language string, p *pack) Coverage {
	switch {
	case p != nil:
		return Coverage{Screened: true}
	case language == undetermined:
		return Coverage{Reason: "the language could not be told"}
	default:
		return Coverage{Reason: "no pack for language " + language}
	}
}

// without says of what was screened that passages in some languages were not.
func (c *Coverage) without(languages []string) {
	if c.Screened && len(languages) > 0 {
		c.Reason = "no pack for passages in " + strings.Join(languages, ", ")
	}
}

// readField appends the evidence of one narrative to that of the record.
func (r *Reader) readField(w *workspace, p *pack, field int, src string, year int) {
	w.sentences = text.Sentences(w.sentences[:0], w.tokens)
	w.carried, w.fiction, w.bearing = w.carried[:0], w.fiction[:0], bearing{}
	begin := len(w.evidence)
	d := document{field: field, src: src, tokens: w.tokens, year: year, marks: marksOf(src)}
	group, answered := 0, false // an answer is tidied together with its question
	for i, s := range w.sentences {
		own := r.packOf(w, p, src, s)
		if own == nil {
			answered = false
			continue
		}
		d.sentence, d.scratch = s, w.load(own, src)
		from := len(w.evidence)
		if !answered {
			group = from
		}
		general := r.readSentence(w, own, &d)
		if len(w.evidence) == from {
			r.readAside(w, own, &d)
		}
		answered = d.marks.questions && r.readExchange(w, own, &d, w.sentences[i+1:])
		r.settleAges(w.evidence[from:])
		settleFares(w.evidence[from:])
		w.bearing.weigh(own, w.evidence[from:], general)
		w.evidence = w.evidence[:group+len(tidy(w.evidence[group:]))]
	}
	if w.bearing.none() {
		w.bearing.generalise(w.evidence[begin:])
	}
	if len(w.fiction) > 0 {
		r.withdrawChildren(w.evidence[begin:], w.fiction[0])
	}
}

// readSentence appends the evidence of one sentence, and reports whether it
// speaks of people in general.
func (r *Reader) readSentence(w *workspace, p *pack, d *document) (general bool) {
	matches := p.set.Scan(d.scratch, d.sentence)
	matches = slices.DeleteFunc(matches, func(m pattern.Match) bool { return p.outruns(d, m) })
	if len(matches) == 0 {
		return false
	}
	w.cues = p.cuesOf(w.cues[:0], matches)
	if tellsEvent(w.cues) {
		w.carried = slices.DeleteFunc(w.carried, func(c cue) bool { return c.Layer == boilerplateLayer })
	}
	w.cues = slices.Insert(w.cues, 0, w.carried...)
	for _, c := range w.cues {
		if c.scope == rest && !w.carries(c.cueRule) {
			w.carried = append(w.carried, c)
		}
		if c.Layer == FictionLayer {
			w.fiction = append(w.fiction, d.cue(c.Layer, c.first, c.end))
		}
	}
	general = w.bearing.hear(d, w.cues)
	for i := range matches {
		m := &matches[i]
		if t := &p.targets[m.Tag]; t.role == findsFact && !p.spoiled(d, matches, *m, t.index) {
			w.evidence = append(w.evidence, Evidence{})
			r.evidence(&w.evidence[len(w.evidence)-1], w, p, d, *m, t)
		}
	}
	return general
}

// asideWords is of how many words a sentence is at most that nobody switched to
// another language for, and that is in one all the same: "Tiene 15 años."
const asideWords = 8

// readAside appends the evidence of a short sentence with a number that its pack
// finds nothing in and has no function word of, as packs read it that have some:
// an age is often noted as it was said.
func (r *Reader) readAside(w *workspace, own *pack, d *document) {
	tokens := d.tokens[d.sentence.First:d.sentence.End]
	if len(tokens) > asideWords || !slices.ContainsFunc(tokens, func(t text.Token) bool { return t.Number }) {
		return
	}
	best, counts := r.languages.leading(w, d.src, tokens)
	if counts[best] == 0 || counts[own.code] > 0 {
		return
	}
	from := len(w.evidence)
	for i, code := range r.languages.codes {
		if counts[i] < counts[best] || len(w.evidence) > from {
			continue
		}
		if p := r.pack(code); p != nil {
			aside := *d // what follows is of the own language again
			aside.scratch = w.load(p, d.src)
			r.readSentence(w, p, &aside)
		}
	}
}

// spoiled reports whether the words of a fact mean something else here: by what the
// rule says itself, or because they end what confines somebody ("not to go out by
// herself" tells of nobody who goes out by herself).
func (p *pack) spoiled(d *document, matches []pattern.Match, m pattern.Match, rule int) bool {
	r := &p.rules[rule]
	if r.Ages == askedAges && !p.asksAge(d, m) {
		return true
	}
	for i := range matches {
		o := &matches[i]
		if o.First >= m.End || m.First >= o.End {
			continue
		}
		switch t := &p.targets[o.Tag]; t.role {
		case spoilsFact:
			if t.index == rule && (r.Ages == "" || p.sharesNumber(d, m, *o)) {
				return true
			}
		case findsFact:
			if r.Indicator == FreeToLeave && confining[p.rules[t.index].Indicator] && m.Ends(*o) {
				return true
			}
		}
	}
	return false
}

// carries reports whether a rule has given a cue for the rest already.
func (w *workspace) carries(rule *cueRule) bool {
	return slices.ContainsFunc(w.carried, func(c cue) bool { return c.cueRule == rule })
}

// evidence says what a match means.
func (r *Reader) evidence(e *Evidence, w *workspace, p *pack, d *document, m pattern.Match, t *target) {
	rule := &p.rules[t.index]
	e.Indicator, e.Facet, e.Strength, e.Rule = rule.Indicator, rule.Facet, rule.strength, t.name
	e.Span, e.Quote = d.span(m.First, m.End), d.quote(m.First, m.End)
	e.Assertion, e.Cues = p.assert(w, d, m)
	if rule.Opposite != "" {
		r.turn(e, rule.Opposite)
	}
	if rule.Actor == "private" && p.byOfficial(d, m) {
		e.Subject = Authority
	}
	if rule.About == string(Victim) && e.Subject == Victim {
		e.Subject = p.told(d, m)
	}
	if rule.age {
		p.readAge(d, m, rule, e)
		e.Strength = r.taxonomy[e.Indicator].Strength
	}
	if rule.Amount != "" && !p.paidFor(d, m, rule.Amount) {
		e.Subject = Other
	}
	if rule.excludes && e.Indicator == rule.Indicator && !p.vouchedFor(d, m, e) {
		e.lower(Hypothetical)
	}
	e.Counts = e.Assertion.Counts() && e.Strength != Contextual &&
		(rule.About != string(Victim) || e.Subject == Victim)
}

// vouchedFor reports whether what speaks against exploitation is more than a promise,
// the word of the accused, or a question.
func (p *pack) vouchedFor(d *document, m pattern.Match, e *Evidence) bool {
	return !hasCue(e, promiseLayer) && !p.spokenBySuspect(d, m.First, m) &&
		(!d.asksAt(d.sentence.End) || hasCue(e, answerLayer))
}

// exclusionElement is the element of what speaks against exploitation.
const exclusionElement = "exclusion"

// confining is what is told in words of freedom where there is none.
var confining = map[string]bool{RestrictedMoving: true, Isolation: true}

// turn makes a no to a question the opposite of what was asked. What nobody
// answered is no fact: "nor were they paid" has the order of a question as well.
func (r *Reader) turn(e *Evidence, opposite string) {
	switch {
	case !hasCue(e, answerLayer):
		e.lower(Hypothetical)
	case e.Polarity == Negated:
		e.Indicator, e.Polarity = opposite, Affirmed
		e.Strength = r.taxonomy[opposite].Strength
	}
}
