package reports

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// around is how many bytes of text stand before and after a quote at most.
const around = 120

// textBefore returns the words that stand before a place of a text: whole words,
// of the same paragraph.
func textBefore(text string, at int) string {
	if at <= 0 || at > len(text) {
		return ""
	}
	from := max(0, at-around)
	part := text[from:at]
	if i := strings.LastIndex(part, "\n\n"); i >= 0 {
		return part[i+2:]
	}
	if from == 0 {
		return part
	}
	if i := strings.IndexAny(part, " \n"); i >= 0 {
		return part[i+1:]
	}
	return part[inside(part):]
}

// textAfter returns the words that stand after a place of a text.
func textAfter(text string, at int) string {
	if at < 0 || at >= len(text) {
		return ""
	}
	to := min(len(text), at+around)
	part := text[at:to]
	if i := strings.Index(part, "\n\n"); i >= 0 {
		return part[:i]
	}
	if to == len(text) {
		return part
	}
	if i := strings.LastIndexAny(part, " \n"); i >= 0 {
		return part[:i]
	}
	for len(part) > 0 && !utf8.ValidString(part) {
		part = part[:len(part)-1]
	}
	return part
}

// inside counts the bytes at the front that are the rest of a character.
func inside(s string) int {
	n := 0
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return n
}

// passage is a piece of a record with the quotes in it marked.
type passage struct {
	Pieces []piece
	field  string
	end    int  // in the field
	Opens  bool // text stands before it that is not shown
	Closes bool // text stands after it that is not shown
}

// piece is plain text, or a quote with what it proves. A mark over quotes that
// overlap tells of each of them by its words.
type piece struct {
	Text   string
	Marked bool
	For    string // in words

	quotes []proof
}

// proof is a quote with what it proves.
type proof struct{ quote, purpose string }

// passages joins quotes whose surroundings touch, so that a sentence with three
// facts is shown once with three marks.
func passages(list []Indicator, purpose func(i int) string) []passage {
	order := make([]int, 0, len(list))
	purposes := make([]string, len(list))
	for i := range list {
		if purposes[i] = purpose(i); purposes[i] != "" {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &list[a], &list[b]
		return cmp.Or(strings.Compare(x.Field, y.Field), cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	var out []passage
	for _, i := range order {
		q := &list[i]
		mark := piece{Text: shortened(q.Quote), Marked: true, quotes: []proof{{q.Quote, purposes[i]}}}
		if last := len(out) - 1; last >= 0 && out[last].takes(q, mark) {
			continue
		}
		out = append(out, begin(q, mark))
	}
	for _, p := range out {
		for i := range p.Pieces {
			at := &p.Pieces[i]
			at.For, at.quotes = at.proves(), nil
			at.Text = strings.Clone(flatten(at.Text, true))
		}
	}
	return out
}

// proves says what the quotes of a mark prove, and by which of its words where
// that is not all of them.
func (p *piece) proves() string {
	var told []string
	one := !slices.ContainsFunc(p.quotes, func(q proof) bool { return q.purpose != p.quotes[0].purpose })
	for _, q := range p.quotes {
		text := q.purpose
		if !one && shortened(q.quote) != p.Text {
			text = "“" + strings.Clone(flatten(brief(q.quote), false)) + "”: " + text
		}
		if !slices.Contains(told, text) {
			told = append(told, text)
		}
	}
	return strings.Join(told, "; ")
}

// begin opens a passage with its first quote.
func begin(q *Indicator, mark piece) passage {
	p := passage{field: q.Field, end: q.End + len(q.After), Opens: q.Start > len(q.Before)}
	if before := q.label() + q.Before; before != "" {
		p.Pieces = append(p.Pieces, piece{Text: before})
	}
	p.Pieces = append(p.Pieces, mark)
	p.close(q)
	return p
}

func (p *passage) close(q *Indicator) {
	if q.After != "" {
		p.Pieces = append(p.Pieces, piece{Text: q.After})
	}
	p.Closes = len(q.After) > around/2 // shorter ones end with their paragraph
}

// takes adds a quote to the passage if it begins in it. A quote inside the one
// before it has no place of its own, and its purpose is told there.
func (p *passage) takes(q *Indicator, mark piece) bool {
	if q.Field != p.field || q.Start-len(q.Before) > p.end {
		return false
	}
	last := len(p.Pieces) - 1
	tail := ""
	if !p.Pieces[last].Marked {
		tail = p.Pieces[last].Text
		last--
	}
	marked := p.end - len(tail) // end of the quote before
	if q.Start < marked {
		return p.covers(last, q, mark, marked)
	}
	gap := tail
	if upTo := q.Start - marked; upTo <= len(tail) {
		gap = tail[:upTo]
	} else if fromHere := q.Start - p.end; fromHere <= len(q.Before) {
		gap = tail + q.Before[len(q.Before)-fromHere:]
	}
	p.Pieces = p.Pieces[:last+1]
	if gap != "" {
		p.Pieces = append(p.Pieces, piece{Text: gap})
	}
	p.Pieces = append(p.Pieces, mark)
	p.end = q.End + len(q.After)
	p.close(q)
	return true
}

// covers deals with a quote that begins inside the one before: it is told
// there, and the mark goes on to its end. A mark that was shortened can't.
func (p *passage) covers(last int, q *Indicator, mark piece, marked int) bool {
	at := &p.Pieces[last]
	if q.End > marked {
		if strings.HasSuffix(at.Text, shortMark) || strings.HasSuffix(mark.Text, shortMark) || marked-q.Start > len(q.Quote) {
			return false
		}
		at.Text += q.Quote[marked-q.Start:]
		p.Pieces = p.Pieces[:last+1]
		p.end = q.End + len(q.After)
		p.close(q)
	}
	at.quotes = append(at.quotes, mark.quotes...)
	return true
}
