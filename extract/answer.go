package extract

import (
	"strings"
	"unicode/utf8"

	"palermo/extract/pattern"
	"palermo/extract/text"
)

// Forms and interviews ask for a fact before anybody states it: "Passport
// withheld? [ ] Yes [x] No", "Q: Did he hit you? A: No". What is said is in
// the answer, which stands behind the words of the fact, often in a sentence
// of its own, and in marks that are no words.

// answerLayer is the layer of the cue that an answer leaves behind.
const answerLayer = "answer"

// answer is what was answered to a fact.
type answer uint8

const (
	notAsked  answer = iota // the fact is stated, nobody asked for it
	confirmed               // yes, or a box that is ticked
	refused                 // no
	open                    // asked for, and answered with neither
)

// settle applies an answer, which outweighs every cue of doubt before it.
func (a answer) settle(as *Assertion) {
	switch a {
	case confirmed:
		as.Polarity = Affirmed
		if doubt[as.Certainty] > doubt[Alleged] {
			as.Certainty = Alleged
		}
	case refused:
		as.Polarity = Negated
		as.Certainty = Asserted
	case open:
		as.Polarity = Affirmed // "n/k" denies nothing
		as.lower(Hypothetical)
	}
}

// labelReach is how many words of a form's label may follow those of the fact.
const labelReach = 3

// answer returns what was answered to a fact, and the token that says so.
func (p *pack) answer(w *workspace, d *document, m pattern.Match) (answer, int) {
	if d.marks.boxes {
		switch d.boxBefore(m.First) {
		case empty:
			return open, m.First
		case crossed:
			return refused, m.First
		case ticked:
			return notAsked, 0
		}
	}
	if d.marks.labels {
		if said, at := p.labelAnswer(d, m); said != notAsked {
			return said, at
		}
	}
	if d.marks.questions {
		return p.questionAnswer(w, d, m)
	}
	return notAsked, 0
}

// formMarks says which marks of forms and interviews a narrative has at all.
type formMarks struct{ boxes, labels, questions bool }

// marksOf looks for them, each in a pass that is as fast as memory.
func marksOf(src string) formMarks {
	has := func(mark string) bool { return strings.Contains(src, mark) }
	symbols := strings.IndexByte(src, "☐"[0]) >= 0 // what the box symbols and the dash begin with
	m := formMarks{
		boxes:     has("[") || has("( )") || has("(x)") || has("(X)") || symbols && strings.ContainsAny(src, boxSymbols),
		questions: has("?"),
	}
	m.labels = m.boxes || m.questions || has(":") || has(";") || has("(") || has("=") || has("\t") || has("|") || has(" - ") || symbols && has(" – ")
	return m
}

// labelAnswer returns what was filled in behind a label that tells the fact.
func (p *pack) labelAnswer(d *document, m pattern.Match) (answer, int) {
	for i := m.End; i < min(m.End+labelReach, len(d.tokens))+1; i++ {
		between := d.between(i)
		if between == " " {
			continue
		}
		if d.endsLabel(i, between) {
			if d.leftBlank(i, between) {
				return open, i - 1
			}
			if said, at := p.fieldAnswer(d, i); said != notAsked {
				return said, at
			}
		}
		if i == len(d.tokens) || d.tokens[i].Gap >= text.Sentence || strings.ContainsAny(between, ",\r\n") {
			break
		}
	}
	return notAsked, 0
}

// between returns what stands before token i.
func (d *document) between(i int) string {
	from, to := 0, len(d.src)
	if i > 0 {
		from = int(d.tokens[i-1].End)
	}
	if i < len(d.tokens) {
		to = int(d.tokens[i].Start)
	}
	return d.src[from:to]
}

// endsLabel reports whether a form's label ends before token i.
func (d *document) endsLabel(i int, between string) bool {
	return strings.ContainsAny(between, ":?=\t|;([") || strings.Contains(between, " - ") ||
		strings.Contains(between, " – ") || boxIn(between) != noBox || d.cross(i)
}

// leftBlank reports whether all that was filled in behind a label, before token i, is a
// question mark, or a stroke at the end of the line: "Locked in: ?", "Locked in (?)".
func (d *document) leftBlank(i int, between string) bool {
	label := strings.IndexAny(between, ":=\t|(-–")
	if label < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(between[label:])
	filled, _, wraps := cutLine(between[label+size:])
	filled = strings.Trim(filled, " .;)")
	return strings.HasPrefix(filled, "?") || filled != "" && (wraps || i == len(d.tokens)) && strings.Trim(filled, "-–—") == ""
}

// lineEnds are what lines end with.
const lineEnds = "\r\n"

func breaksLine(between string) bool { return strings.ContainsAny(between, lineEnds) }

// cutLine cuts what stands between two tokens at the end of its first line.
func cutLine(between string) (line, rest string, wraps bool) {
	i := strings.IndexAny(between, lineEnds)
	if i < 0 {
		return between, "", false
	}
	return between[:i], between[i+1:], true
}

// item is one thing that was filled in behind a label: a box or a word.
type item struct {
	box    box
	option answer
	at     int // token
}

// itemsMost is how many boxes and words of an answer are looked at.
const itemsMost = 8

// fieldAnswer reads what was filled in from token i on: a word, or the word
// beside the box that is ticked. A cross that no answer stands beside says no.
func (p *pack) fieldAnswer(d *document, i int) (answer, int) {
	var room [itemsMost]item
	items := p.filledIn(d, i, room[:0])
	if len(items) == 0 {
		if i < len(d.tokens) && p.isChoice(d, i) {
			return open, i // "Y/N", and neither was taken
		}
		return notAsked, 0
	}
	if len(items) == 1 && items[0].box == crossed {
		return refused, items[0].at
	}
	for k, it := range items {
		if it.box != noBox {
			return tickedOption(items, items[0].box != noBox)
		}
		if k == 0 && !(it.option == open && d.inField(i)) && !p.standsAlone(d, it.at) {
			return notAsked, 0
		}
	}
	return items[0].option, items[0].at
}

// inField reports whether what stands from token i on was filled in behind a mark of forms:
// there a doubt is about the fact whatever follows ("Beaten: possibly by R."), and not in a
// remark ("she was beaten (possibly with a belt)").
func (d *document) inField(i int) bool { return strings.ContainsAny(d.between(i), ":?=\t|") }

// tickedOption returns the option beside the ticked box, which stands before
// the words or behind them.
func tickedOption(items []item, boxFirst bool) (answer, int) {
	for k, it := range items {
		if it.box != ticked {
			continue
		}
		beside := k - 1
		if boxFirst {
			beside = k + 1
		}
		if beside >= 0 && beside < len(items) && items[beside].option != notAsked {
			return items[beside].option, it.at
		}
		return confirmed, it.at
	}
	return open, items[0].at
}

// filledIn collects the boxes and answers of one line from token i on, without
// the choice that the form offers ("Y/N").
func (p *pack) filledIn(d *document, i int, dst []item) []item {
	for at := i; at <= len(d.tokens) && len(dst) < itemsMost-1; at++ {
		between, rest, wraps := cutLine(d.between(at))
		if wraps && at == i && boxIn(between) == noBox {
			between, wraps = rest, false
		}
		if b := boxIn(between); b != noBox {
			dst = append(dst, item{box: b, at: min(at, len(d.tokens)-1)})
		}
		switch {
		case wraps || at == len(d.tokens):
			return dst
		case d.cross(at):
			dst = append(dst, item{box: ticked, at: at})
		case p.answerAt(d, at) == notAsked:
			return dst
		case !p.isChoice(d, at):
			dst = append(dst, item{option: p.answerAt(d, at), at: at})
		}
	}
	return dst
}

// isChoice reports whether token i is one of the answers offered: "Y/N", "Yes / No".
func (p *pack) isChoice(d *document, i int) bool {
	return p.answerAt(d, i) != notAsked && (p.parted(d, i) || p.parted(d, i+1))
}

// parted reports whether a stroke stands between answers before token i and at it.
func (p *pack) parted(d *document, i int) bool {
	return i > 0 && i < len(d.tokens) && strings.TrimSpace(d.between(i)) == "/" &&
		p.answerAt(d, i-1) != notAsked && p.answerAt(d, i) != notAsked
}

// answerAt returns the answer that token i gives.
func (p *pack) answerAt(d *document, i int) answer {
	switch {
	case p.set.Is(d.scratch, i, p.undecided), p.stroked(d, i):
		return open // before the others: "no data" is no "no"
	case p.set.Is(d.scratch, i, p.yes):
		return confirmed
	case p.set.Is(d.scratch, i, p.no), p.set.Value(d.scratch, i) == 0:
		return refused
	}
	return notAsked
}

// stroked reports whether token i is the first letter of words that are written with a
// stroke, and no answer to choose from: "n/k", "N/A", "s/d".
func (p *pack) stroked(d *document, i int) bool {
	letter := func(i int) bool { return i < len(d.tokens) && len(d.tokens[i].Of(d.src)) == 1 }
	answers := func(i int) bool { return p.set.Is(d.scratch, i, p.yes) || p.set.Is(d.scratch, i, p.no) }
	return letter(i) && letter(i+1) && d.between(i+1) == "/" && answers(i) && !answers(i+1)
}

// standsAlone reports whether a word is all that was filled in: "Forced: no",
// "Forced: N - she likes it there", not "the owner kept her passport: no reason was given".
func (p *pack) standsAlone(d *document, i int) bool {
	return i+1 >= len(d.tokens) || d.tokens[i+1].Gap >= text.Comma || d.endsLabel(i+1, d.between(i+1)) || breaksLine(d.between(i+1)) ||
		p.answerAt(d, i+1) != notAsked
}
