package extract

import "palermo/extract/text"

// numberStart returns where the number begins that token i is the end of:
// "twenty-five".
func (p *pack) numberStart(d *document, i int) int {
	for at := max(d.sentence.First, i-3); at < i; at++ {
		if _, next := p.numberAt(d, at); next > i {
			return at
		}
	}
	return i
}

// numberAt returns the number that begins at token i, -1 for none, and where
// it ends. Numbers in words are put together: "thirty-two", "treinta y dos",
// "soixante-dix".
func (p *pack) numberAt(d *document, i int) (value, next int) {
	value, next = p.set.Value(d.scratch, i), i+1
	if value < 0 || d.tokens[i].Number {
		return value, next
	}
	for next < len(d.tokens) && d.tokens[next].Gap == text.Joined {
		at := next
		if p.set.Is(d.scratch, at, p.numberAnd) {
			at++
		}
		if at >= len(d.tokens) || d.tokens[at].Number || d.tokens[at].Gap != text.Joined {
			break
		}
		sum, ok := joined(value, p.set.Value(d.scratch, at))
		if !ok {
			break
		}
		value, next = sum, at+1
	}
	return value, next
}

// joined returns the number that two number words make together, if they do.
func joined(a, b int) (int, bool) {
	switch {
	case a == 4 && b == 20: // quatre-vingt
		return 80, true
	case a >= 20 && a < 100 && a%10 == 0 && b > 0 && b < 10,
		(a == 60 || a == 80) && b >= 10 && b < 20, // soixante-dix, quatre-vingt-douze
		(a == 70 || a == 90) && b >= 7 && b < 10,
		a == 10 && b >= 7 && b < 10: // dix-sept
		return a + b, true
	}
	return 0, false
}
