package reports

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"palermo/extract"
	"palermo/screen"
)

// maxQuotes bounds the quotes marked for one record, unless more elements than
// that need one: all of them stand in findings.jsonl.
const maxQuotes = 12

// carrying returns the passages that the finding stands on, each quote once with
// what its own words prove, and how many quotes are left out.
func (q *queue) carrying(r *Row) (shown []passage, more string) {
	tags, chosen := q.tags(r), chosenQuotes(r)
	left := 0
	shown = passages(r.Indicators, func(i int) string {
		switch {
		case chosen[i]:
			return tags[i]
		case tags[i] != "":
			left++
		}
		return ""
	})
	if left > 0 {
		more = q.words.with("text", "more_quotes", "n", q.words.whole(int64(left)))
	}
	return shown, more
}

// tags say of every quote that an element stands on which elements its own words
// prove; of one that proves none, what it points to beside other facts.
func (q *queue) tags(r *Row) []string {
	proves, points := make([][]string, len(r.Indicators)), make([][]string, len(r.Indicators))
	for id, e := range r.Elements.all() {
		name(proves, e.Evidence, q.words.stands(id, e.State))
		name(points, e.basis().Evidence, q.words.element(id))
	}
	tags := make([]string, len(r.Indicators))
	for i := range tags {
		switch {
		case len(proves[i]) > 0:
			tags[i] = strings.Join(proves[i], ", ")
		case len(points[i]) > 0:
			tags[i] = q.words.with("state", "points_to", "element", strings.Join(points[i], ", "))
		}
		if tags[i] != "" && r.Indicators[i].Polarity == extract.Negated {
			tags[i] += ", " + q.words.of("state", "denied")
		}
	}
	return tags
}

// chosenQuotes takes the strongest quote of every element first, since what
// decides must be among those that are shown. The rest follow as they add to it:
// a fact that is not shown yet before another wording of one that is, what bears
// on the crime that the record reads as, then the strongest.
func chosenQuotes(r *Row) map[int]bool {
	chosen, told := map[int]bool{}, map[string]int{}
	marks := 0 // quotes that overlap are one
	take := func(at int) {
		if !overlapsOne(r, at, maps.Keys(chosen)) {
			marks++
		}
		chosen[at] = true
		told[r.Indicators[at].ID]++
	}
	bears := map[int]bool{} // on the crime
	var rest []int
	for id, e := range r.Elements.all() {
		own, all := standingOn(r, e)
		if len(own) > 0 && !slices.ContainsFunc(own, func(at int) bool { return chosen[at] }) {
			take(slices.MinFunc(own, func(a, b int) int { return byStrength(r, a, b) }))
		}
		for _, at := range all {
			bears[at] = bears[at] || decides(r.AssessedClass, id)
		}
		rest = append(rest, all...)
	}
	for marks < maxQuotes {
		rest = slices.DeleteFunc(rest, func(at int) bool { return chosen[at] })
		if len(rest) == 0 {
			break
		}
		take(slices.MinFunc(rest, func(a, b int) int {
			return cmp.Or(
				cmp.Compare(told[r.Indicators[a].ID], told[r.Indicators[b].ID]),
				first(bears[a], bears[b]), byStrength(r, a, b))
		}))
	}
	return chosen
}

// standingOn is the quotes that carry an element, those of its inference where no
// words prove it, and all that bear on it.
func standingOn(r *Row, e *Element) (own, all []int) {
	there := func(list []int) []int {
		return slices.DeleteFunc(slices.Clone(list), func(at int) bool { return at < 0 || at >= len(r.Indicators) })
	}
	proof, basis := there(e.Evidence), there(e.basis().Evidence)
	if len(proof) == 0 {
		return basis, basis
	}
	return proof, slices.Concat(proof, basis)
}

// decides reports whether an element is one of the crimes that a class names, or
// whether the class names neither.
func decides(class screen.Class, id screen.ElementID) bool {
	ofSmuggling := strings.HasPrefix(string(id), "som_") || id == screen.Aggravating
	if !class.HasTrafficking() && !class.HasSmuggling() {
		return true
	}
	return ofSmuggling && class.HasSmuggling() || !ofSmuggling && class.HasTrafficking()
}

// byStrength orders quotes by the strength of their fact, then as they stand.
func byStrength(r *Row, a, b int) int {
	return cmp.Or(cmp.Compare(strengthRank(r, a), strengthRank(r, b)), cmp.Compare(a, b))
}

func strengthRank(r *Row, at int) int {
	return slices.Index([]extract.Strength{
		extract.Conclusive, extract.Strong, extract.Medium, extract.Weak, extract.Contextual,
	}, r.Indicators[at].Strength)
}

// first puts what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// shownBasis is how many quotes are named behind an inferred element.
const shownBasis = 4

// inferences say of every element that no words state what it was inferred from.
func (q *queue) inferences(r *Row) []reason {
	var list []reason
	for id, e := range r.Elements.all() {
		if !e.Inferred {
			continue
		}
		text := q.words.with("text", "inferred", "element", q.words.element(id))
		if from := q.basis(r, e); from != "" {
			text = q.words.with("text", "inferred_from", "element", q.words.element(id), "from", from)
		}
		list = append(list, reason{Text: text})
	}
	return list
}

// basis names elements first, then the strongest quotes in their order, and of
// those that overlap one.
func (q *queue) basis(r *Row, e *Element) string {
	var names []string
	for _, id := range e.basis().Elements {
		names = append(names, q.words.element(id))
	}
	_, quotes := standingOn(r, &Element{From: e.From})
	slices.SortFunc(quotes, func(a, b int) int { return byStrength(r, a, b) })
	var named []int
	for _, at := range quotes {
		if !overlapsOne(r, at, slices.Values(named)) {
			named = append(named, at)
		}
	}
	more := len(named) > shownBasis
	named = named[:min(shownBasis, len(named))]
	slices.Sort(named)
	for _, at := range named {
		quote := &r.Indicators[at]
		names = append(names, quote.label()+"“"+strings.Clone(flatten(brief(quote.Quote), false))+"”")
	}
	if more {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// overlapsOne reports whether a quote shares words with one of others.
func overlapsOne(r *Row, at int, others iter.Seq[int]) bool {
	a := &r.Indicators[at]
	for other := range others {
		if b := &r.Indicators[other]; a.Field == b.Field && a.Start < b.End && b.Start < a.End {
			return true
		}
	}
	return false
}
