package extract

import (
	"strings"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// answerMost is how many words of an answer are looked at.
const answerMost = 12

// questionAnswer returns the answer behind a sentence that asks for a fact.
func (p *pack) questionAnswer(w *workspace, d *document, m pattern.Match) (answer, int) {
	end := d.sentence.End
	if !d.asksAt(end) {
		return notAsked, 0
	}
	first := p.questionStart(d)
	if m.First < first {
		return notAsked, 0
	}
	rule := &p.rules[p.targets[m.Tag].index]
	whether := rule.Ages != askedAges && (p.set.Is(d.scratch, first, p.asks) || strings.Contains(d.between(first), "¿"))
	if at := p.answerStart(d, end); at < len(d.tokens) {
		a := p.answerBehind(w, d, at)
		if p.set.Is(d.scratch, first, p.asksFor) {
			if p.answerAt(&a, 1) == refused && p.namesNobody(&a, 1) {
				return refused, at
			}
			return notAsked, 0 // "who took it?" takes for granted that it was taken
		}
		if said, i := p.saidIn(&a); said != notAsked {
			return said, at + i - 1
		}
		if whether && rule.completes() && p.tellsHow(&a) {
			return confirmed, at
		}
	}
	if whether && !p.set.Is(d.scratch, first, p.asksFor) {
		return open, first
	}
	return notAsked, 0
}

// answerStart returns where the answer begins of a question that ends before token i. In
// "Minor? Y. She was found" nobody is called Y.
func (p *pack) answerStart(d *document, i int) int {
	if i < len(d.tokens) && p.answerAt(d, i) != notAsked && !strings.Contains(d.between(i+1), ":") {
		return i
	}
	return d.skipSpeaker(i)
}

// answerBehind returns the answer that begins at a token as a document of its own, so
// that its phrases are found. Its first token is the one before the answer.
func (p *pack) answerBehind(w *workspace, d *document, at int) document {
	a := document{field: d.field, src: d.src, tokens: d.tokens[at-1 : min(at+answerMost, len(d.tokens))], scratch: &w.exchange(p).Scratch}
	a.sentence = text.Range{First: 1, End: 2}
	for a.sentence.End < len(a.tokens) && a.tokens[a.sentence.End].Gap < text.Sentence {
		a.sentence.End++
	}
	p.set.Load(a.scratch, a.src, a.tokens)
	p.set.Scan(a.scratch, a.sentence)
	return a
}

// saidIn returns what an answer says in so many words, and the token that says so.
func (p *pack) saidIn(a *document) (answer, int) {
	if p.isChoice(a, 1) {
		return p.fieldAnswer(a, 1)
	}
	if said := p.answerAt(a, 1); said != notAsked {
		return said, 1
	}
	return p.shortAnswer(a, 2), 2
}

// circumstanceReach is of how many words an answer is at most that only tells how.
const circumstanceReach = 6

// tellsHow reports whether an answer says that it was so by telling how, when, where or
// how often: "With a pipe.", "Two or three times.", "When he was drunk." A subject
// that comes later makes it a sentence of its own: "With me he was kind."
func (p *pack) tellsHow(a *document) bool {
	end := 2
	for end < a.sentence.End && a.tokens[end].Gap < text.Comma {
		end++
	}
	if end-1 > circumstanceReach || a.asksAt(end) || end < len(a.tokens) && p.answerAt(a, end) == refused {
		return false
	}
	for i := 3; i < end; i++ {
		if p.set.Is(a.scratch, i, p.ownSubject) {
			return false
		}
	}
	return p.set.Is(a.scratch, 1, p.circumstance) || p.set.Value(a.scratch, 1) > 0 && p.set.Is(a.scratch, end-1, p.circumstance)
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
