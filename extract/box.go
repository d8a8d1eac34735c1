package extract

import (
	"strings"
	"unicode/utf8"
)

// box is a place to tick.
type box uint8

const (
	noBox box = iota
	empty
	ticked
	crossed // a mark that says no by itself: ❌
)

// boxSymbols are the symbols that are boxes.
const boxSymbols = "☐□☑☒✓✔✅■❌✗✘"

// boxMarks are all that boxes look like.
var boxMarks = []struct {
	mark string
	box  box
}{
	{"☐", empty}, {"□", empty}, {"[ ]", empty}, {"[]", empty}, {"( )", empty},
	{"☑", ticked}, {"☒", ticked}, {"✓", ticked}, {"✔", ticked}, {"✅", ticked}, {"■", ticked},
	{"❌", crossed}, {"✗", crossed}, {"✘", crossed},
}

// boxIn returns the last box that stands in what is between two tokens.
func boxIn(between string) box {
	if !mayHoldBox(between) {
		return noBox
	}
	at, found := -1, noBox
	for _, b := range boxMarks {
		if i := strings.LastIndex(between, b.mark); i > at {
			at, found = i, b.box
		}
	}
	return found
}

// mayHoldBox rules out nearly everything that stands between two words.
func mayHoldBox(between string) bool {
	for i := 0; len(between) > 1 && i < len(between); i++ {
		if c := between[i]; c == '[' || c == '(' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// cross reports whether token i is the x of a ticked box such as [x] or (x).
func (d *document) cross(i int) bool {
	if i >= len(d.tokens) || !strings.EqualFold(d.tokens[i].Of(d.src), "x") {
		return false
	}
	before, behind := d.between(i), d.between(i+1)
	return strings.HasSuffix(before, "[") && strings.HasPrefix(behind, "]") ||
		strings.HasSuffix(before, "(") && strings.HasPrefix(behind, ")")
}

// boxBefore returns the box of a line that begins with one and in which token
// i stands.
func (d *document) boxBefore(i int) box {
	latest := noBox
	for at := i; at >= max(0, i-labelReach-1); at-- {
		between := d.between(at)
		if b := boxIn(between); latest == noBox && b != noBox {
			latest = b
		} else if latest == noBox && at > 0 && d.cross(at-1) {
			latest = ticked
		}
		if at == 0 || breaksLine(between) {
			break
		}
	}
	if latest == noBox || !d.lineBeginsWithBox(i) {
		return noBox
	}
	return latest
}

func (d *document) lineBeginsWithBox(i int) bool {
	line := d.src[:d.tokens[i].Start]
	line = strings.TrimLeft(line[strings.LastIndexAny(line, lineEnds)+1:], " \t-*•")
	if line == "" {
		return false
	}
	first, size := utf8.DecodeRuneInString(line)
	return strings.ContainsRune(boxSymbols, first) ||
		first == '[' && len(line) > size+1 && (line[size] == ']' || line[size+1] == ']') ||
		first == '(' && len(line) > size+1 && (line[size] == ' ' || line[size] == 'x' || line[size] == 'X') && line[size+1] == ')'
}
