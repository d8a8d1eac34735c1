package pattern

import (
	"math"
	"strconv"
	"strings"

	"palermo/extract/text"
)

// maxGap is the widest gap that a pattern may have, in words. Wider ones join
// what different people did.
const maxGap = 16

type parser struct {
	src string
	pos int
}

// parse reads one pattern.
func parse(src string) (*node, error) {
	p := &parser{src: src}
	n, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.src) {
		return nil, p.errorf(p.pos, "')' without '('", "")
	}
	if width(n) == 0 {
		return nil, p.errorf(0, "the pattern can match nothing at all", "write at least one word or class that must be there")
	}
	if n.kind == kindSeq && (n.kids[0].kind == kindGap || n.kids[len(n.kids)-1].kind == kindGap) {
		return nil, p.errorf(0, "the pattern begins or ends with a gap", "leave the gap out: it only makes the quote longer or does nothing")
	}
	return n, nil
}

// alternatives reads rows separated by '|', up to ')' or the end.
func (p *parser) alternatives() (*node, error) {
	alt := &node{kind: kindAlt, column: p.pos + 1}
	for {
		row, err := p.row()
		if err != nil {
			return nil, err
		}
		alt.kids = append(alt.kids, row)
		if p.peek() != '|' {
			break
		}
		p.pos++
	}
	if len(alt.kids) == 1 {
		return alt.kids[0], nil
	}
	return alt, nil
}

// row reads elements up to '|', ')' or the end.
func (p *parser) row() (*node, error) {
	seq := &node{kind: kindSeq, column: p.pos + 1}
	for {
		switch p.peek() {
		case 0, '|', ')':
			if len(seq.kids) == 0 {
				return nil, p.errorf(p.pos, "an empty alternative", "make the group optional with '?' instead")
			}
			return seq, nil
		}
		n, err := p.anyOrder()
		if err != nil {
			return nil, err
		}
		seq.kids = append(seq.kids, n)
	}
}

// optional reads an element with its '?'.
func (p *parser) optional() (*node, error) {
	n, err := p.element()
	if err == nil && p.pos < len(p.src) && p.src[p.pos] == '?' {
		p.pos++
		n = &node{kind: kindOpt, kids: []*node{n}, column: n.column}
	}
	return n, err
}

// element reads one element without its '?'.
func (p *parser) element() (*node, error) {
	at := p.pos
	switch p.src[p.pos] {
	case '(':
		p.pos++
		n, err := p.alternatives()
		if err != nil {
			return nil, err
		}
		if p.peek() != ')' {
			return nil, p.errorf(at, "'(' without ')'", "")
		}
		p.pos++
		return n, nil
	case '{':
		return p.gap()
	case '<':
		name, ok := p.until('>')
		if !ok || name == "" {
			return nil, p.errorf(at, "'<' without a class name and '>'", "write it as <papers>")
		}
		return &node{kind: kindClass, text: name, column: at + 1}, nil
	case '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return p.number()
	case '$':
		p.pos++
		return &node{kind: kindMoney, column: at + 1}, nil
	case '^':
		p.pos++
		return &node{kind: kindStart, column: at + 1}, nil
	case '!':
		p.pos++
		return p.not(at)
	default:
		return p.word()
	}
}

func (p *parser) not(at int) (*node, error) {
	if p.pos >= len(p.src) {
		return nil, p.errorf(at, "'!' with nothing behind it", "")
	}
	n, err := p.element()
	if err != nil {
		return nil, err
	}
	if n.kind != kindWord && n.kind != kindClass {
		return nil, p.errorf(at, "'!' stands before something other than a word or a class", "")
	}
	return &node{kind: kindNot, kids: []*node{n}, column: at + 1}, nil
}

// gap reads {m,n}.
func (p *parser) gap() (*node, error) {
	at := p.pos
	body, ok := p.until('}')
	low, high, found := strings.Cut(body, ",")
	lo, errLo := strconv.Atoi(strings.TrimSpace(low))
	hi, errHi := strconv.Atoi(strings.TrimSpace(high))
	if !ok || !found || errLo != nil || errHi != nil || lo < 0 || hi < lo || hi > maxGap {
		return nil, p.errorf(at, "a gap that can't be read", "write it as {0,4}, at most "+strconv.Itoa(maxGap)+" words wide")
	}
	return &node{kind: kindGap, lo: lo, hi: hi, column: at + 1}, nil
}

// number reads n, m..n, m.. or ..n.
func (p *parser) number() (*node, error) {
	at := p.pos
	low, high, ranged := strings.Cut(p.bare(), "..")
	n := &node{kind: kindNumber, lo: 0, hi: math.MaxInt32, column: at + 1}
	if !ranged {
		high = low
	}
	var errLo, errHi error
	if low != "" {
		n.lo, errLo = strconv.Atoi(low)
	}
	if high != "" {
		n.hi, errHi = strconv.Atoi(high)
	}
	if errLo != nil || errHi != nil || n.hi < n.lo {
		return nil, p.errorf(at, "a number range that can't be read", "write it as 12..24, ..17, 18.. or 0..")
	}
	return n, nil
}

// word reads a literal. One that a text would cut into several tokens, such as
// "non-refundable", becomes a row of words.
func (p *parser) word() (*node, error) {
	at := p.pos
	raw := p.bare()
	forms := forms(raw)
	if len(forms) == 0 || strings.ContainsAny(raw, "<>{}") || strings.Count(raw, "*") > 1 {
		return nil, p.errorf(at, "not a word: "+strconv.Quote(raw), "leave punctuation out: it is passed over in a text too")
	}
	row := &node{kind: kindSeq, column: at + 1}
	for _, f := range forms {
		row.kids = append(row.kids, &node{kind: kindWord, text: f, column: at + 1})
	}
	if len(row.kids) == 1 {
		return row.kids[0], nil
	}
	return row, nil
}

// forms cuts a literal as a text is cut, and folds it. The last form keeps the
// star of a prefix.
func forms(literal string) []string {
	stem, prefix := strings.CutSuffix(literal, "*")
	if plain(stem) {
		return []string{literal}
	}
	var out []string
	for _, t := range text.Tokenize(nil, stem, nil, nil) {
		out = append(out, string(text.Fold(nil, t.Of(stem))))
	}
	if prefix && len(out) > 0 {
		out[len(out)-1] += "*"
	}
	return out
}

// plain reports whether a literal is one word that folds to itself, as most are.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}

// bare reads up to a blank or a character that means something.
func (p *parser) bare() string {
	at := p.pos
	for p.pos < len(p.src) && !strings.ContainsRune(" \t\n()|?", rune(p.src[p.pos])) {
		p.pos++
	}
	return p.src[at:p.pos]
}

// until reads the rest of a bracket and returns what is inside it.
func (p *parser) until(end byte) (string, bool) {
	body, _, ok := strings.Cut(p.src[p.pos+1:], string(end))
	if !ok {
		return "", false
	}
	p.pos += len(body) + 2
	return body, true
}

// peek skips blanks and returns the next byte, 0 at the end.
func (p *parser) peek() byte {
	for p.pos < len(p.src) && (p.src[p.pos] == ' ' || p.src[p.pos] == '\t' || p.src[p.pos] == '\n') {
		p.pos++
	}
	if p.pos == len(p.src) {
		return 0
	}
	return p.src[p.pos]
}

func (p *parser) errorf(at int, message, hint string) error {
	return &SyntaxError{Column: at + 1, Message: message, Hint: hint}
}

// width is the least number of words that a node takes.
func width(n *node) int {
	total := 0
	switch n.kind {
	case kindWord, kindClass, kindNumber:
		return 1
	case kindMoney:
		return 2
	case kindGap:
		return n.lo
	case kindSeq:
		for _, k := range n.kids {
			total += width(k)
		}
	case kindAlt:
		total = math.MaxInt32
		for _, k := range n.kids {
			total = min(total, width(k))
		}
	}
	return total
}
