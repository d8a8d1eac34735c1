package extract

import (
	"cmp"
	"slices"
	"strings"
)

// tidy orders the evidence of a sentence and keeps one piece where several
// patterns of one indicator found the same words: the one that counts, then
// the one with the narrower meaning, then the longer.
func tidy(ev []Evidence) []Evidence {
	if len(ev) < 2 {
		return ev
	}
	arrange(ev)
	kept := ev[:1]
	for i := 1; i < len(ev); i++ {
		e := &ev[i]
		if k := rival(kept, e); k < 0 {
			kept = append(kept, *e)
		} else if better(e, &kept[k]) {
			kept[k] = *e
		}
	}
	return kept
}

// arrange puts evidence in order. It nearly always is, and to move it costs more than
// to see that.
func arrange(ev []Evidence) {
	for i := 1; i < len(ev); i++ {
		if inOrder(&ev[i-1], &ev[i]) > 0 {
			slices.SortStableFunc(ev, func(a, b Evidence) int { return inOrder(&a, &b) })
			return
		}
	}
}

// inOrder compares evidence by where it begins, the longer first.
func inOrder(a, b *Evidence) int {
	if a.Span.Start != b.Span.Start {
		return a.Span.Start - b.Span.Start
	}
	if a.Span.End != b.Span.End {
		return b.Span.End - a.Span.End
	}
	return cmp.Or(strings.Compare(a.Indicator, b.Indicator), strings.Compare(b.Facet, a.Facet), strings.Compare(a.Rule, b.Rule))
}

// rival returns the index of evidence of the same indicator on some of the
// same words, or -1. "Smuggled in illegally" is the narrator's word and a fact
// beside it, so that neither takes the place of the other.
func rival(kept []Evidence, e *Evidence) int {
	for i := len(kept) - 1; i >= 0; i-- {
		k := &kept[i]
		if k.Span.shares(e.Span) && k.Indicator == e.Indicator &&
			narrated(k.Facet) == narrated(e.Facet) {
			return i
		}
	}
	return -1
}

func better(a, b *Evidence) bool {
	if a.Counts != b.Counts {
		return a.Counts
	}
	if x, y := narrowness(a.Facet), narrowness(b.Facet); x != y {
		return x > y
	}
	return a.Span.End-a.Span.Start > b.Span.End-b.Span.Start
}

// narrated reports whether a facet marks what only the narrator's word for the crime
// says: that somebody was smuggled, or what the crime is called.
func narrated(facet string) bool { return facet == "told" || facet == "named" }

// passageFacet marks an entry of which only the way is told. It says less than
// the indicator does by itself, where any other facet says more.
const passageFacet = "passage"

func narrowness(facet string) int {
	switch facet {
	case passageFacet:
		return 0
	case "":
		return 1
	}
	return 2
}
