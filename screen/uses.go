package screen

import (
	"slices"
	"strings"
)

// Use is what an indicator does for a legal element by itself or beside other
// facts.
type Use struct {
	Element ElementID `json:"element"`
	State   State     `json:"state"`           // that it speaks for
	Facet   string    `json:"facet,omitempty"` // the narrower reading that is asked for
	Denied  bool      `json:"denied"`          // it has to be denied
	Alone   bool      `json:"alone"`           // no other fact is needed
}

// Uses returns what an indicator does for the elements, in the order of the
// elements. Of two uses that differ only in what they need beside it, the one
// that needs nothing is given. An indicator that the framework does not name has
// no use in it: it is found and reported, and decides nothing.
func (f *Framework) Uses(indicator string) []Use {
	var uses []Use
	for _, at := range f.elements {
		fact := &f.facts[at]
		for _, a := range f.atoms[indicator] {
			if a.manner == told || a.manner == denied {
				uses = fact.uses(uses, a, Present, fact.present)
				uses = fact.uses(uses, a, Absent, fact.absent)
			}
		}
	}
	return uses
}

func (f *fact) uses(uses []Use, a atom, s State, ways []way) []Use {
	var only atomSet
	only.add(a.bit)
	for i := range ways {
		w := &ways[i]
		if !w.basis.meets(&only) {
			continue
		}
		var nothing atomSet
		alone := w.any.meets(&only) && w.with == nothing && w.weigh == nothing && len(w.given) == 0 && w.atLeast <= 1
		use := Use{Element: ElementID(f.id), State: s, Facet: strings.TrimSuffix(a.facet, noFacet), Denied: a.manner == denied, Alone: alone}
		same := slices.IndexFunc(uses, func(u Use) bool {
			u.Alone = alone
			return u == use
		})
		if same < 0 {
			uses = append(uses, use)
		} else if alone {
			uses[same].Alone = true
		}
	}
	return uses
}
