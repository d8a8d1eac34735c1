package extract

import (
	"maps"
	"slices"
	"strings"

	"palermo/extract/strictyaml"
)

// A user's files are read after those that are built in. What they say is added:
// words to a class, rules to an indicator, cues to the context. Only where they
// say so does something else go.

// over lays what a user's files say about a language over the definition.
func (d *definition) over(own *definition) {
	if d.version == "" {
		d.version = own.version
	}
	d.abbreviations = append(d.abbreviations, own.abbreviations...)
	d.numberAbbreviations = append(d.numberAbbreviations, own.numberAbbreviations...)
	maps.Copy(d.numbers, own.numbers)
	for _, c := range own.classes {
		d.layClass(c)
	}
	d.cues = append(d.cues, own.cues...)
	for _, r := range own.rules {
		if r.replace {
			d.drop(r)
		}
	}
	for _, r := range own.rules {
		d.layRule(r)
	}
}

// layClass adds a class, or changes the one of that name.
func (d *definition) layClass(own wordClass) {
	at := slices.IndexFunc(d.classes, func(c wordClass) bool { return c.name.text == own.name.text })
	if at < 0 {
		if own.replace || len(own.without) > 0 {
			own.name.reject("there is no class <"+own.name.text+"> to change", meant(own.name.text, d.classNames(), "a new class is a list of words"))
		}
		d.classes = append(d.classes, own)
		return
	}
	c := &d.classes[at]
	if own.replace {
		c.members = nil
	}
	for _, w := range own.without {
		c.remove(w)
	}
	c.members = append(c.members, own.members...)
}

func (c *wordClass) remove(word line) {
	before := len(c.members)
	c.members = slices.DeleteFunc(c.members, func(m line) bool { return m.text == word.text })
	if len(c.members) == before {
		word.reject("class <"+c.name.text+"> has no member "+word.text, "write the member as it stands in "+c.name.place())
	}
}

func (d *definition) classNames() []string {
	var names []string
	for _, c := range d.classes {
		names = append(names, c.name.text)
	}
	return names
}

// drop takes away the rules that find what a user's rule replaces.
func (d *definition) drop(own rule) {
	before := len(d.rules)
	d.rules = slices.DeleteFunc(d.rules, func(r rule) bool { return r.fact() == own.fact() })
	if len(d.rules) == before {
		own.at.reject("no rule finds "+own.fact()+", so there is none to replace", d.facetsOf(own.Indicator))
	}
}

// layRule adds a rule. One that has no patterns adds its exceptions and examples
// to the rules for the same fact.
func (d *definition) layRule(own rule) {
	if len(own.Patterns) > 0 {
		d.checkFacet(&own)
		d.rules = append(d.rules, own)
		return
	}
	if own.replace {
		return // the fact is off
	}
	first := true
	for i := range d.rules {
		r := &d.rules[i]
		if r.fact() != own.fact() {
			continue
		}
		r.Unless = append(r.Unless, own.Unless...)
		if first {
			r.Hits, r.Misses, r.Negated = append(r.Hits, own.Hits...), append(r.Misses, own.Misses...), append(r.Negated, own.Negated...)
			first = false
		}
	}
	if first {
		own.at.reject("the rule lacks patterns, and there is no rule that finds "+own.fact()+" to add to", d.facetsOf(own.Indicator))
	}
}

// checkFacet refuses a facet that looks like a known one and is not. Any other may
// be one that a user's own framework asks for.
func (d *definition) checkFacet(own *rule) {
	known := map[string]bool{}
	for i := range d.rules {
		known[d.rules[i].Facet] = true
	}
	delete(known, "")
	names := slices.Sorted(maps.Keys(known))
	if own.Facet != "" && !known[own.Facet] && len(strictyaml.Nearest(own.Facet, names, 1)) > 0 {
		own.at.reject("the facet "+own.Facet+" is known to no rule", strictyaml.Instead(own.Facet, names))
	}
}

// facetsOf says which facts the rules of an indicator find.
func (d *definition) facetsOf(indicator string) string {
	var facts []string
	for _, r := range d.rules {
		if r.Indicator == indicator && !slices.Contains(facts, r.fact()) {
			facts = append(facts, r.fact())
		}
	}
	if len(facts) == 0 {
		return "write patterns: that find it"
	}
	return "there are rules that find " + strings.Join(facts, ", ")
}

// inOrder returns the classes so that each stands behind those that it names.
func (d *definition) inOrder() []wordClass {
	o := ordering{index: map[string]int{}, classes: d.classes, state: make([]visit, len(d.classes))}
	for i, c := range d.classes {
		o.index[c.name.text] = i
	}
	for i := range d.classes {
		if o.state[i] == unseen {
			o.visit(i)
		}
	}
	return o.out
}

// ordering walks the classes from those that name to those that are named.
type ordering struct {
	classes []wordClass
	index   map[string]int
	state   []visit
	out     []wordClass
}

type visit uint8

const (
	unseen   visit = iota
	lookedAt       // its members are being looked at
	placed
)

func (o *ordering) visit(i int) {
	o.state[i] = lookedAt
	c := o.classes[i]
	c.members = nil
	for _, m := range o.classes[i].members {
		if o.stands(m) {
			c.members = append(c.members, m)
		}
	}
	o.state[i] = placed
	o.out = append(o.out, c)
}

// stands reports whether a member is a word, or a class that can stand above.
func (o *ordering) stands(m line) bool {
	name, isClass := strings.CutPrefix(m.text, "<")
	if !isClass {
		return true
	}
	name = strings.TrimSuffix(name, ">")
	other, known := o.index[name]
	switch {
	case !known:
		m.reject("no class is called <"+name+">", meantClass(name, slices.Sorted(maps.Keys(o.index))))
		return false
	case o.state[other] == lookedAt:
		m.reject("class <"+name+"> holds itself", "a class can't name one that names it")
		return false
	case o.state[other] == unseen:
		o.visit(other)
	}
	return true
}

// defineIt is what to do about a class that is not there.
const defineIt = "define it under classes:"

// meant names the word that is nearest to one that is not known, or says what
// else to do. There are too many to name them all.
func meant(word string, known []string, otherwise string) string {
	if near := strictyaml.Nearest(word, known, 1); len(near) > 0 {
		return "did you mean " + near[0] + "?"
	}
	return otherwise
}

// meantClass is meant for a class, as patterns and members name it.
func meantClass(name string, known []string) string {
	if near := strictyaml.Nearest(name, known, 1); len(near) > 0 {
		return "did you mean <" + near[0] + ">?"
	}
	return defineIt
}
