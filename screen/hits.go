package screen

import (
	"slices"

	"palermo/extract"
)

// hits is what the evidence of a record says, in atoms of one framework.
type hits struct {
	found  atomSet
	denied atomSet // atoms whose indicator is denied in the same record

	strong, medium, weak atomSet // tiers of what is told, the highest of each indicator

	each []atomSet // by index of the evidence
}

// hear sorts the evidence of a record into atoms; each is room for them.
func (f *Framework) hear(evidence []extract.Evidence, each []atomSet) hits {
	var h hits
	for i := range evidence {
		each = append(each, f.match(&h, &evidence[i]))
	}
	h.each = each
	h.rank()
	return h
}

// rank leaves each indicator in the highest of its tiers.
func (h *hits) rank() {
	h.medium.remove(&h.strong)
	h.weak.remove(&h.strong)
	h.weak.remove(&h.medium)
}

// join adds what other evidence says, before either is ranked.
func (h *hits) join(o *hits) {
	h.found.addAll(&o.found)
	h.denied.addAll(&o.denied)
	h.strong.addAll(&o.strong)
	h.medium.addAll(&o.medium)
	h.weak.addAll(&o.weak)
}

// match finds the atoms of one piece of evidence and adds them to the hits.
func (f *Framework) match(h *hits, e *extract.Evidence) atomSet {
	var own atomSet
	m := mannerOf(e)
	if m == unheard || f.ignored[e.Facet] || m == denied && f.undenied[e.Facet] {
		return own
	}
	for _, a := range f.atoms[e.Indicator] {
		if m == denied && a.manner == told && (e.Facet == "" || e.Facet == a.facet) {
			h.denied.add(a.bit)
		}
		if a.manner != m || !a.fits(e.Facet) {
			continue
		}
		own.add(a.bit)
		if a.facet == "" && m == told {
			h.weigh(a.bit, e.Strength)
		}
	}
	h.found.addAll(&own)
	if e.Strength != extract.Contextual {
		for _, a := range f.atoms[anyIndicator] {
			if a.manner == m {
				h.found.add(a.bit)
			}
		}
	}
	return own
}

func (h *hits) weigh(bit uint8, s extract.Strength) {
	switch s {
	case extract.Strong, extract.Conclusive:
		h.strong.add(bit)
	case extract.Medium:
		h.medium.add(bit)
	default:
		h.weak.add(bit)
	}
}

// mannerOf says how a piece of evidence is told. A contextual mention is no
// evidence and is looked at for what it mentions, whoever says it.
func mannerOf(e *extract.Evidence) manner {
	if e.Counts || e.Strength == extract.Contextual && e.Polarity == extract.Affirmed {
		return told
	}
	if isMadeUp(e) {
		return madeUp
	}
	if e.Subject == extract.Generic || e.Voice == extract.Boilerplate {
		return general
	}
	if e.Subject == extract.Authority || e.Subject == extract.Other || e.Strength == extract.Contextual {
		return unheard
	}
	sure := e.Certainty == extract.Asserted || e.Certainty == extract.Alleged
	switch {
	case e.Polarity == extract.Negated && sure:
		return denied
	case e.Polarity == extract.Affirmed && (!sure || e.Time == extract.Future):
		return raised
	}
	return unheard
}

// isMadeUp reports whether a cue withdraws a child who never was: a decoy, an
// officer in a chat, an advertisement of the police.
func isMadeUp(e *extract.Evidence) bool {
	return e.Polarity == extract.Affirmed &&
		slices.ContainsFunc(e.Cues, func(c extract.Cue) bool { return c.Layer == extract.FictionLayer })
}

// heavy reports whether the told atoms of a set carry enough weight together:
// two strong, or one strong and one other, or three medium, or two medium and
// one weak (ILO-EC Delphi survey, 2009).
func (h *hits) heavy(set *atomSet) bool {
	s, m, w := h.strong.shared(set), h.medium.shared(set), h.weak.shared(set)
	return s >= 2 || s == 1 && m+w >= 1 || m >= 3 || m == 2 && w >= 1
}
