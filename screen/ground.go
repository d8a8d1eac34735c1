package screen

import "slices"

// ground is what the state of a fact rests on. A quote is shown beside the
// element that its own words prove, and what follows from it by inference is
// told apart: else every quote would seem to prove everything.
type ground struct {
	proof atomSet // words that say it themselves
	basis atomSet // words that lead to it by an inference
	from  uint64  // elements that lead to it by an inference, one bit for each fact
}

// grounds works out what the facts of a course that was run rest on. It is a run
// of its own, since what is only supposed rests on nothing.
func (c *course) grounds(f *Framework, h *hits, list *[maxFacts]ground) {
	for i := range f.facts {
		ways := f.facts[i].present
		switch c.states[i] {
		case isUnknown:
			continue
		case isAbsent:
			ways = f.facts[i].absent
		}
		for j := range ways {
			if w := &ways[j]; c.open(w, h) {
				c.rest(f, list, i, w, h)
			}
		}
	}
}

// rest adds what an open way rests on. A step on the way to an element is nothing
// that a reader knows of, so that what follows from a step follows from the words
// behind it; what follows from an element is told to follow from that.
func (c *course) rest(f *Framework, list *[maxFacts]ground, i int, w *way, h *hits) {
	g, heard := &list[i], h.found
	if w.undenied {
		heard.remove(&h.denied)
	}
	says := !w.inferred && !w.firm
	leads := !says || !f.facts[i].element
	if says {
		g.proof.addAll(w.words.and(&heard))
	}
	if leads {
		g.basis.addAll(w.basis.and(&heard))
	}
	for _, q := range w.given {
		if f.facts[q.fact].element {
			if leads && c.states[q.fact] != isUnknown {
				g.from |= 1 << q.fact
			}
			continue
		}
		step := &list[q.fact]
		if says && w.basis.empty() {
			g.proof.addAll(&step.proof)
		}
		if leads {
			g.basis.addAll(&step.basis)
			g.from |= step.from
		}
	}
}

// elementsOf lists the elements with what their state rests on.
func (f *Framework) elementsOf(c *course, h *hits) []Element {
	var grounds [maxFacts]ground
	c.grounds(f, h, &grounds)
	list := make([]Element, len(f.elements))
	for k, at := range f.elements {
		g := &grounds[at]
		list[k] = Element{
			ID: ElementID(f.facts[at].id), State: c.states[at].state(), Inferred: c.inferred>>at&1 == 1,
			Evidence: h.of(&g.proof, &atomSet{}), Basis: h.of(&g.basis, &g.proof),
		}
		for _, other := range f.elements {
			if g.from>>other&1 == 1 {
				list[k].From = append(list[k].From, ElementID(f.facts[other].id))
			}
		}
	}
	return list
}

// of lists the evidence that holds one of some atoms, and none of others.
func (h *hits) of(atoms, but *atomSet) []int {
	var list []int
	for i := range h.each {
		if h.each[i].meets(atoms) && !h.each[i].meets(but) {
			list = append(list, i)
		}
	}
	return list
}

// Grounds is all evidence that an element rests on, by its words or by inference.
func (e Element) Grounds() []int {
	list := slices.Concat(e.Evidence, e.Basis)
	slices.Sort(list)
	return slices.Compact(list)
}
