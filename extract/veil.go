package extract

import (
	"slices"
	"strings"

	"palermo/extract/text"
)

// Old records hold slurs. They are found like any other words and, where packs
// are shown to people, never printed as our own: a pack names them in a class
// of this name, and the name stands in their place.
const slurClass = "slur"

// veil puts <slur> in the place of every member of that class.
func (d *definition) veil(s string) string {
	at := slices.IndexFunc(d.classes, func(c wordClass) bool { return c.name.text == slurClass })
	if at < 0 {
		return s
	}
	tokens := text.Tokenize(nil, s, nil, nil)
	var b strings.Builder
	from := 0
	for i := 0; i < len(tokens); i++ {
		n := slurAt(s, tokens[i:], d.classes[at].members)
		if n == 0 {
			continue
		}
		b.WriteString(s[from:tokens[i].Start])
		b.WriteString("<" + slurClass + ">")
		from = int(tokens[i+n-1].End)
		if from < len(s) && s[from] == '*' {
			from++ // a member that begins words
		}
		i += n - 1
	}
	return b.String() + s[from:]
}

// slurAt returns how many of the first tokens are a member, 0 for none.
func slurAt(s string, tokens []text.Token, members []line) int {
	longest := 0
	for _, m := range members {
		stem, prefix := strings.CutSuffix(m.text, "*")
		words := strings.Fields(text.FoldPhrase(stem))
		if len(words) <= longest || len(words) > len(tokens) {
			continue
		}
		stands := true
		for i, w := range words {
			folded := string(text.Fold(nil, tokens[i].Of(s)))
			last := prefix && i == len(words)-1
			stands = stands && (folded == w || last && strings.HasPrefix(folded, w))
		}
		if stands {
			longest = len(words)
		}
	}
	return longest
}
