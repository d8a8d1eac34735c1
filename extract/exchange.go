package extract

import (
	"slices"
	"strings"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// In an interview half of a fact is in the question: "How did you come to Ireland?
// In a lorry." "From? Honduras." So a question that is not asked for a yes or no
// and an answer that is no sentence of its own are read together as well, as if
// one sentence said both.

// How many words of the end of a question and of the beginning of its answer are
// read together. A longer answer says by itself what it says.
const (
	questionReach = 16
	fragmentReach = 8
)

// namedReach is of how many words an answer is at most that only names somebody: "The boss."
const namedReach = 2

// exchange is what reading questions with their answers needs of memory.
type exchange struct {
	pattern.Scratch
	tokens []text.Token
}

// readExchange appends the evidence that takes words of a question, which is the
// sentence of the document, and of the answer in the sentences behind it. It
// reports whether there was such an answer.
func (r *Reader) readExchange(w *workspace, p *pack, d *document, behind []text.Range) bool {
	// Cues of what went before lie in other tokens, and where they hold, what
	// follows tells of no case.
	if len(w.carried) > 0 || !d.asksAt(d.sentence.End) || p.asksWhether(d) {
		return false
	}
	answer := p.fragmentIn(d, behind)
	if answer.First >= answer.End {
		return false
	}
	x := w.exchange(p)
	x.tokens = append(x.tokens[:0], d.tokens[max(d.sentence.First, d.sentence.End-questionReach):d.sentence.End]...)
	asked := len(x.tokens)
	x.tokens = append(x.tokens, d.tokens[answer.First:answer.End]...)
	p.set.Load(&x.Scratch, d.src, x.tokens)
	both := document{field: d.field, src: d.src, tokens: x.tokens, sentence: text.Range{End: len(x.tokens)}, scratch: &x.Scratch, year: d.year}
	matches := p.set.Scan(&x.Scratch, both.sentence)
	w.cues = slices.DeleteFunc(p.cuesOf(w.cues[:0], matches), func(c cue) bool {
		return c.Layer == hypothesisLayer && p.set.Is(&x.Scratch, c.first, p.asks) // "did you": the answer says what
	})
	for i := range matches {
		m := &matches[i]
		if t := &p.targets[m.Tag]; t.role == findsFact && m.First < asked && asked < m.End &&
			p.rules[t.index].completes() && !p.spoiled(&both, matches, *m, t.index) {
			w.evidence = append(w.evidence, Evidence{})
			r.evidence(&w.evidence[len(w.evidence)-1], w, p, &both, *m, t)
		}
	}
	return true
}

// completes reports whether an answer can complete what a rule finds: not an age,
// which stands beside many numbers, nor what speaks against exploitation, which
// has to be said.
func (r *rule) completes() bool { return !r.age && !r.excludes }

// asksWhether reports whether the sentence asks for a yes or no.
func (p *pack) asksWhether(d *document) bool {
	first := p.questionStart(d)
	return first < d.sentence.End && p.set.Is(d.scratch, first, p.asks) && !p.set.Is(d.scratch, first, p.asksFor)
}

// fragmentIn returns the beginning of the answer in the sentences behind a question,
// up to a comma. It is empty where the answer is a yes or no, a question, or a longer
// sentence with a subject of its own.
func (p *pack) fragmentIn(d *document, behind []text.Range) text.Range {
	if len(behind) == 0 {
		return text.Range{}
	}
	first := d.skipSpeaker(behind[0].First)
	if first >= behind[0].End && len(behind) > 1 { // "A." was taken for a sentence
		behind = behind[1:]
	}
	end := behind[0].End
	if first >= end || d.asksAt(end) || p.answerAt(d, first) != notAsked || end-first > namedReach && p.beginsSentence(d, first, end) {
		return text.Range{}
	}
	for i := first + 1; i < end; i++ {
		if d.tokens[i].Gap >= text.Comma {
			end = i
		}
	}
	if end-first > fragmentReach {
		return text.Range{}
	}
	return text.Range{First: first, End: end}
}

// beginsSentence reports whether an answer begins with a subject: with who speaks or
// another person.
func (p *pack) beginsSentence(d *document, first, end int) bool {
	if p.set.Is(d.scratch, first, p.speaker) {
		return true
	}
	if p.set.Is(d.scratch, first, p.article) && first+1 < end {
		first++
	}
	return p.set.Is(d.scratch, first, p.privates) || p.personAt(d, first) != ""
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
