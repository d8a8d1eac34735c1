package screen

import (
	"cmp"
	"slices"

	"palermo/extract"
)

// Explanation says why a record reads as it does: the row that decided, the
// steps on the way, every element in words, and what would change the reading.
// All of it is computed from the framework, so that it can't drift from it.
type Explanation struct {
	Assessment Assessment
	Decision   Decision
	Steps      []Step
	Elements   []ToldElement
	Changes    []Change
}

// Step is a row that decided whether one of the crimes is established.
type Step struct {
	Fact     string // "trafficking" or "smuggling"
	State    State
	Says     string
	Citation string
}

// ToldElement is an element with what its state comes to.
type ToldElement struct {
	Element
	Says     string
	Citation string
}

// Change is a smallest set of findings about the elements that would make the
// record read as another class.
type Change struct {
	Class        Class
	Undetermined bool
	Decision     Decision
	If           []Supposition
}

// Supposition is an element in another state than the one that it has.
type Supposition struct {
	Element ElementID
	State   State
	Says    string
	Now     string // what the state that it has comes to
	Known   bool   // the text says otherwise; it would have to be found wrong
}

// Explain assesses a reading and says why.
func (f *Framework) Explain(r *extract.Reading) Explanation {
	e := Explanation{Assessment: f.Assess(r)}
	e.Decision = f.Decision(e.Assessment.Decision)
	for i, x := range e.Assessment.Elements {
		says, cite := "", f.Citation(x.ID)
		if r.Coverage.Screened {
			says = f.facts[f.elements[i]].says.of(x.State)
		}
		e.Elements = append(e.Elements, ToldElement{x, says, cite})
	}
	if !r.Coverage.Screened {
		return e
	}
	h := f.hear(r.Evidence, nil)
	var c course
	c.run(f, &h)
	e.Steps, e.Changes = f.steps(&c), f.changes(&h, &c)
	return e
}

// Changes finds the smallest changes that would make a reading another class.
func (f *Framework) Changes(r *extract.Reading) []Change {
	if !r.Coverage.Screened {
		return nil
	}
	h := f.hear(r.Evidence, nil)
	var c course
	c.run(f, &h)
	return f.changes(&h, &c)
}

func (s saysDef) of(state State) string {
	switch state {
	case Present:
		return s.Present
	case Absent:
		return s.Absent
	}
	return s.Unknown
}

// steps are the rows that fired in the tables of facts.
func (f *Framework) steps(c *course) []Step {
	var list []Step
	for i := range f.facts {
		x := &f.facts[i]
		if len(x.table) == 0 || x.table[c.verdicts[i]].says == "" {
			continue
		}
		v := &x.table[c.verdicts[i]]
		list = append(list, Step{x.id, c.states[i].state(), v.says, cmp.Or(v.cite, x.cite)})
	}
	return list
}

// maxChange is how many elements a change may touch, and enoughChange how many
// are tried when fewer led somewhere. What needs more is another story and not a
// change.
const (
	maxChange    = 3
	enoughChange = 2
)

// maxAlternatives is how many changes of one size are given for a class.
const maxAlternatives = 3

// changes tries sets of other states of the elements, the smallest first, and
// keeps for every class the first ones that lead there. A fact that the text
// leaves open is tried before one that would have to be found wrong.
func (f *Framework) changes(h *hits, c *course) []Change {
	found := map[Class][]Change{}
	flips := f.flips(c)
	for size := 1; size <= maxChange && (size <= enoughChange || len(found) == 0); size++ {
		reached := map[Class][]Change{}
		combine(flips, size, func(set []cond) {
			other := *c
			other.suppose(f, h, set)
			row := &f.rows[other.row]
			if row.Class == f.rows[c.row].Class || len(found[row.Class]) > 0 {
				return
			}
			reached[row.Class] = append(reached[row.Class], f.change(row, set, c))
		})
		for class, list := range reached {
			slices.SortStableFunc(list, func(a, b Change) int { return a.known() - b.known() })
			found[class] = list[:min(maxAlternatives, len(list))]
		}
	}
	var list []Change
	for _, class := range Classes() {
		list = append(list, found[class]...)
	}
	slices.SortStableFunc(list, func(a, b Change) int { return len(a.If) - len(b.If) })
	return list
}

// flips are the other states that each element could be found in. One that the
// text settles could be found to be open.
func (f *Framework) flips(c *course) []cond {
	var list []cond
	for _, at := range f.elements {
		domain := f.facts[at].domain()
		for _, s := range []stateSet{isPresent, isAbsent, isUnknown} {
			if s == c.states[at] || domain&s == 0 || c.states[at] != isUnknown && s != isUnknown {
				continue
			}
			list = append(list, cond{fact: at, in: s})
		}
	}
	return list
}

// combine calls visit with every set of the size that touches no element twice. The
// set is valid until visit returns.
func combine(flips []cond, size int, visit func([]cond)) {
	var choose func(flips, chosen []cond)
	choose = func(flips, chosen []cond) {
		if len(chosen) == size {
			visit(chosen)
			return
		}
		for i, x := range flips {
			if _, twice := state(chosen, x.fact); !twice {
				choose(flips[i+1:], append(chosen, x))
			}
		}
	}
	choose(flips, make([]cond, 0, size))
}

// state is what a fact is supposed to be, if anything.
func state(supposed []cond, fact int) (stateSet, bool) {
	for _, s := range supposed {
		if s.fact == fact {
			return s.in, true
		}
	}
	return 0, false
}

func (f *Framework) change(row *decision, set []cond, c *course) Change {
	change := Change{Class: row.Class, Undetermined: row.Undetermined, Decision: row.Decision}
	for _, q := range set {
		x := &f.facts[q.fact]
		now := c.states[q.fact]
		change.If = append(change.If, Supposition{
			ElementID(x.id), q.in.state(), x.says.of(q.in.state()), x.says.of(now.state()), now != isUnknown,
		})
	}
	return change
}

// Asks reports whether the change rests on answers alone, and on nothing in the
// text being wrong.
func (c Change) Asks() bool { return c.known() == 0 }

// known counts the facts that would have to be found wrong.
func (c Change) known() int {
	n := 0
	for _, s := range c.If {
		if s.Known {
			n++
		}
	}
	return n
}
