package extract

import (
	"slices"
	"strings"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// In an interview half of a fact is in the question: "Who had your passport? The
// manager." "How did you get across? On a raft, at night." So a question and the
// beginning of its answer are read together as well, as if one sentence said both.

// exchangeReach is how many words of an answer complete the question.
const exchangeReach = 12

// exchange is what reading questions with their answers needs of memory.
type exchange struct {
	pattern.Scratch
	tokens []text.Token
}

// readExchange appends the evidence that takes words of a question, which is the
// sentence of the document, and words of the answer in the sentences behind it. A
// yes or no is an answer to what the question says by itself.
func (r *Reader) readExchange(w *workspace, p *pack, d *document, behind []text.Range) {
	if len(behind) == 0 || !d.asksAt(d.sentence.End) || len(w.carried) > 0 {
		return
	}
	first := d.skipSpeaker(behind[0].First)
	if first >= behind[0].End && len(behind) > 1 { // "A." was taken for a sentence
		behind = behind[1:]
	}
	end := min(behind[0].End, first+exchangeReach)
	if first >= end || d.asksAt(behind[0].End) || p.answerAt(d, first) != notAsked {
		return
	}
	x := w.exchange(p)
	x.tokens = append(x.tokens[:0], d.tokens[d.sentence.First:d.sentence.End]...)
	asked := len(x.tokens)
	x.tokens = append(x.tokens, d.tokens[first:end]...)
	p.set.Load(&x.Scratch, d.src, x.tokens)
	both := document{field: d.field, src: d.src, tokens: x.tokens, sentence: text.Range{End: len(x.tokens)}, scratch: &x.Scratch, year: d.year}
	matches := p.set.Scan(&x.Scratch, both.sentence)
	w.cues = slices.DeleteFunc(p.cuesOf(w.cues[:0], matches), func(c cue) bool {
		return c.Layer == hypothesisLayer && p.set.Is(&x.Scratch, c.first, p.asks) // "did you": the answer says what
	})
	for i := range matches {
		m := &matches[i]
		if t := &p.targets[m.Tag]; t.role == findsFact && m.First < asked && asked < m.End && !p.spoiled(&both, matches, *m, t.index) {
			w.evidence = append(w.evidence, Evidence{})
			r.evidence(&w.evidence[len(w.evidence)-1], w, p, &both, *m, t)
		}
	}
}

// exchange returns memory for what a pack reads of questions and answers.
func (w *workspace) exchange(p *pack) *exchange {
	l := w.loading(p)
	if l.exchange == nil {
		l.exchange = new(exchange)
	}
	return l.exchange
}

// asksAt reports whether a question ends before token i.
func (d *document) asksAt(i int) bool { return strings.Contains(d.between(i), "?") }
