package extract

import (
	"strings"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// questionAnswer returns the answer behind a sentence that asks for a fact.
func (p *pack) questionAnswer(d *document, m pattern.Match) (answer, int) {
	end := d.sentence.End
	if !strings.Contains(d.between(end), "?") {
		return notAsked, 0
	}
	first := p.questionStart(d)
	if m.First < first {
		return notAsked, 0
	}
	at := d.skipSpeaker(end)
	if p.set.Is(d.scratch, first, p.asksFor) {
		if at < len(d.tokens) && p.answerAt(d, at) == refused && p.namesNobody(d, at) {
			return refused, at
		}
		return notAsked, 0 // "who took it?" takes for granted that it was taken
	}
	if at < len(d.tokens) {
		if p.isChoice(d, at) {
			return p.fieldAnswer(d, at)
		}
		if said := p.answerAt(d, at); said == confirmed || said == refused {
			return said, at
		}
		if said := p.shortAnswer(d, at+1); said != notAsked {
			return said, at + 1
		}
	}
	if p.set.Is(d.scratch, first, p.asks) || strings.Contains(d.between(first), "¿") {
		return open, first
	}
	return notAsked, 0
}

// namesNobody reports whether all that is answered from a "no" on is that nobody did:
// "Nobody.", "No one did." What nobody knows or saw may have been done.
func (p *pack) namesNobody(d *document, i int) bool {
	if i+1 < len(d.tokens) && p.set.Value(d.scratch, i+1) == 1 {
		i++ // "no one"
	}
	return p.standsAlone(d, i) || p.set.Is(d.scratch, i+1, p.does) && p.standsAlone(d, i+1)
}

// shortAnswer returns what a sentence of a subject and nothing but an auxiliary at
// token i says: "He did.", "He did not."
func (p *pack) shortAnswer(d *document, i int) answer {
	if i >= len(d.tokens) || d.tokens[i].Gap != text.Joined {
		return notAsked
	}
	said := notAsked
	switch {
	case p.set.Is(d.scratch, i, p.doesNot):
		said = refused
	case !p.set.Is(d.scratch, i, p.does):
		return notAsked
	case i+1 < len(d.tokens) && p.set.Is(d.scratch, i+1, p.doesNot):
		said, i = refused, i+1
	default:
		said = confirmed
	}
	if !p.standsAlone(d, i) {
		return notAsked
	}
	return said
}

// questionStart returns where a sentence begins to ask: "you are from Lima,
// did somebody bring you?"
func (p *pack) questionStart(d *document) int {
	first := d.skipSpeaker(d.sentence.First)
	for i := first; i < d.sentence.End; i++ {
		if i > first && d.tokens[i].Gap == text.Joined {
			continue
		}
		if p.set.Is(d.scratch, i, p.asks) || p.set.Is(d.scratch, i, p.asksFor) || strings.Contains(d.between(i), "¿") {
			return i
		}
	}
	return first
}

// skipSpeaker passes over the name of who speaks: "Q:", "A.", "Client:", and over the
// time before it: "[22:15] client:".
func (d *document) skipSpeaker(i int) int {
	for i+1 < len(d.tokens) && d.tokens[i].Number && strings.ContainsAny(d.between(i+1), ":]") {
		i++
	}
	for at := i + 1; at <= min(i+2, len(d.tokens)-1); at++ {
		between := strings.TrimLeft(d.between(at), " \u00a0")
		if strings.HasPrefix(between, ":") || at == i+1 && strings.HasPrefix(between, ".") && len(d.tokens[i].Of(d.src)) == 1 {
			return at
		}
	}
	return i
}
