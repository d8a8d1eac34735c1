package screen

import (
	"maps"
	"math/bits"
	"slices"
	"strings"

	"palermo/extract"
)

// anyIndicator is the reference that matches every indicator.
const anyIndicator = "*"

// compiler turns the names of a definition into numbers.
type compiler struct {
	*definition
	framework *Framework
	factIndex map[string]int
	bits      map[string]uint8 // by reference as written
	idle      map[string]bool  // inherited rows that no case reaches under this law
}

func (d *definition) compile() (*Framework, error) {
	c := &compiler{
		definition: d,
		framework: &Framework{
			ID: d.ID, Version: d.Version, Title: d.Title, Switches: d.Switches,
			atoms: map[string][]atom{}, ignored: setOf(d.IgnoreFacets), undenied: setOf(d.IgnoreDenied), stages: d.stages, definition: d,
		},
		factIndex: map[string]int{},
		bits:      map[string]uint8{},
		idle:      map[string]bool{},
	}
	for _, step := range []func() error{c.compileFacts, c.listElements, c.compileDecision, c.compileQuestions, c.check} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return c.framework, nil
}

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

func (c *compiler) compileFacts() error {
	for _, def := range c.Facts {
		if _, twice := c.factIndex[def.ID.text]; twice {
			return c.fault(def.ID, "fact %q stands here twice", def.ID.text)
		}
		f, err := c.fact(def)
		if err != nil {
			return err
		}
		if len(c.framework.facts) == maxFacts {
			return c.fault(def.ID, "more than %d facts", maxFacts)
		}
		// Only now, so that a fact cannot look at itself.
		c.factIndex[f.id] = len(c.framework.facts)
		c.framework.facts = append(c.framework.facts, f)
	}
	return nil
}

func (c *compiler) fact(def factDef) (fact, error) {
	f := fact{
		id: def.ID.text, cite: def.Cite, says: def.Says, conflict: def.Conflict, standoff: isAbsent,
		element: slices.Contains(Elements(), ElementID(def.ID.text)),
	}
	if (len(def.Table) > 0) == (len(def.Present) > 0) {
		return f, c.fault(def.ID, "fact %q needs either a table or ways to be present", f.id)
	}
	var err error
	if def.Standoff.line > 0 {
		if f.standoff, err = c.states(def.Standoff); err != nil {
			return f, err
		}
		if f.standoff != isAbsent && f.standoff != isUnknown {
			return f, c.fault(def.Standoff, "a standoff leaves a fact absent or unknown, not %q", def.Standoff.text)
		}
	}
	if f.present, err = c.ways(def.Present, f.element); err != nil {
		return f, err
	}
	if f.absent, err = c.ways(def.Absent, f.element); err != nil {
		return f, err
	}
	for _, w := range slices.Concat(f.present, f.absent) {
		f.looksAt.addAll(&w.basis)
		f.givenOnly = f.givenOnly || w.basis.empty()
		f.ask(w.given)
	}
	if f.table, err = c.verdicts(def.Table); err != nil {
		return f, err
	}
	for _, row := range f.table {
		f.ask(row.when)
	}
	return f, nil
}

// ask notes the facts that a fact looks at.
func (f *fact) ask(conds []cond) {
	for _, q := range conds {
		f.asks |= 1 << q.fact
	}
}

func (c *compiler) verdicts(defs []rowDef) ([]verdict, error) {
	var rows []verdict
	for _, def := range defs {
		is, err := c.states(def.Is)
		if err != nil {
			return nil, err
		}
		if bits.OnesCount8(uint8(is)) != 1 {
			return nil, c.fault(def.Is, "a row decides for one state, not %q", def.Is.text)
		}
		when, err := c.conds(def.When)
		if err != nil {
			return nil, err
		}
		rows = append(rows, verdict{
			id: def.ID.text, says: def.Says, cite: def.Cite, when: when, is: is, conflict: def.Conflict,
		})
	}
	return rows, nil
}

// ways leaves out the ways whose switch is off, and those that ask for one of
// a set that is empty under this law.
func (c *compiler) ways(defs []wayDef, element bool) ([]way, error) {
	var ways []way
	for _, def := range defs {
		w, err := c.way(def, element)
		if err != nil {
			return nil, err
		}
		on := true
		if def.Switch.line > 0 {
			var known bool
			if on, known = c.Switches[def.Switch.text]; !known {
				return nil, c.fault(def.Switch, "unknown switch %q; list it under switches", def.Switch.text)
			}
		}
		if on && !w.never {
			ways = append(ways, w)
		}
	}
	return ways, nil
}

func (c *compiler) way(def wayDef, element bool) (way, error) {
	w := way{atLeast: max(1, def.AtLeast), undenied: def.Undenied, inferred: def.Inferred, firm: def.Firm}
	parts := []struct {
		refs     []ref
		into     *atomSet
		evidence bool // of an element
	}{{def.Any, &w.any, element}, {def.With, &w.with, element}, {def.Weigh, &w.weigh, element}, {def.Without, &w.without, false}}
	for _, p := range parts {
		if err := c.gather(p.refs, p.into, p.evidence); err != nil {
			return w, err
		}
		w.never = w.never || p.into != &w.without && len(p.refs) > 0 && p.into.empty()
	}
	for _, part := range []*atomSet{&w.any, &w.with, &w.weigh} {
		w.basis.addAll(part)
	}
	w.words = w.any
	w.words.addAll(&w.weigh)
	var err error
	w.given, err = c.conds(def.Given)
	return w, err
}

// gather resolves references and sets into bits.
func (c *compiler) gather(refs []ref, into *atomSet, evidence bool) error {
	for _, r := range refs {
		if name, isSet := strings.CutPrefix(r.text, "@"); isSet {
			members, ok := c.Sets[name]
			if !ok {
				return c.fault(r, "unknown set %q", name)
			}
			if err := c.gather(members, into, evidence); err != nil {
				return err
			}
			continue
		}
		bit, err := c.bit(r, evidence)
		if err != nil {
			return err
		}
		into.add(bit)
	}
	return nil
}

// bit returns the number of a reference, a new one when it is met first.
func (c *compiler) bit(r ref, evidence bool) (uint8, error) {
	m, id := manners(r.text)
	id, facet, _ := strings.Cut(id, "/")
	if err := c.known(r, id, evidence); err != nil {
		return 0, err
	}
	if bit, ok := c.bits[r.text]; ok {
		return bit, nil
	}
	if len(c.bits) == maxAtoms {
		return 0, c.fault(r, "more than %d different references to evidence", maxAtoms)
	}
	bit := uint8(len(c.bits))
	c.bits[r.text] = bit
	c.framework.atoms[id] = append(c.framework.atoms[id], atom{facet: facet, manner: m, bit: bit})
	return bit, nil
}

// manners splits the sign off a reference.
func manners(text string) (manner, string) {
	switch text[:min(1, len(text))] {
	case "!":
		return denied, text[1:]
	case "?":
		return raised, text[1:]
	case "~":
		return general, text[1:]
	case "%":
		return madeUp, text[1:]
	}
	return told, text
}

// known refuses what the taxonomy does not have, and elements that rest on context.
func (c *compiler) known(r ref, id string, evidence bool) error {
	if c.taxonomy == nil || id == anyIndicator {
		return nil
	}
	indicator, ok := c.taxonomy[id]
	if !ok {
		return c.fault(r, "the taxonomy has no indicator %q", id)
	}
	if evidence && indicator.Strength == extract.Contextual {
		return c.fault(r, "%q is contextual and never evidence of an element", id)
	}
	return nil
}

// conds resolves conditions in the order of the facts, so that the result does
// not depend on the order of a map.
func (c *compiler) conds(defs map[string]ref) ([]cond, error) {
	var list []cond
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		at, ok := c.factIndex[name]
		if !ok {
			return nil, c.fault(defs[name], "no fact %q stands above", name)
		}
		in, err := c.states(defs[name])
		if err != nil {
			return nil, err
		}
		list = append(list, cond{fact: at, in: in})
	}
	slices.SortFunc(list, func(a, b cond) int { return a.fact - b.fact })
	return list, nil
}
