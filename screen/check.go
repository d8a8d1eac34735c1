package screen

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// listElements finds the facts that are elements, in output order.
func (c *compiler) listElements() error {
	for _, id := range Elements() {
		at, ok := c.factIndex[string(id)]
		if !ok {
			return fmt.Errorf("read framework %s: element %q is missing", c.file, id)
		}
		c.framework.elements = append(c.framework.elements, at)
	}
	return nil
}

func (c *compiler) compileDecision() error {
	for _, def := range c.Decision {
		if !slices.Contains(Classes(), Class(def.Class.text)) {
			return c.fault(def.ID, "row %q has the unknown class %q", def.ID.text, def.Class.text)
		}
		when, err := c.conds(def.When)
		if err != nil {
			return err
		}
		c.framework.rows = append(c.framework.rows, decision{
			Decision: Decision{
				ID: def.ID.text, Title: def.Says, Class: Class(def.Class.text), Undetermined: def.Undetermined, Citation: def.Cite,
			},
			when: when, conflict: def.Conflict,
		})
	}
	return nil
}

func (c *compiler) compileQuestions() error {
	for _, def := range c.Questions {
		supposes, err := c.conds(def.Supposes)
		if err != nil {
			return err
		}
		if len(supposes) == 0 {
			return c.fault(def.Text, "a question needs an answer that it supposes")
		}
		when, err := c.conds(def.When)
		if err != nil {
			return err
		}
		c.framework.questions = append(c.framework.questions, question{text: def.Text.text, supposes: supposes, when: when})
	}
	return nil
}

// check refuses tables that leave a case open and rows that no case reaches. A
// row of an extended framework that no case reaches under this law is taken out.
func (c *compiler) check() error {
	for i, f := range c.framework.facts {
		if len(f.table) == 0 {
			continue
		}
		whens := make([][]cond, len(f.table))
		for j, row := range f.table {
			whens[j] = row.when
		}
		if err := c.checkTable(f.id, whens, c.Facts[i].Table); err != nil {
			return err
		}
	}
	whens := make([][]cond, len(c.framework.rows))
	for j, row := range c.framework.rows {
		whens[j] = row.when
	}
	clear(c.idle)
	if err := c.checkTable("decision", whens, c.Decision); err != nil {
		return err
	}
	c.framework.rows = slices.DeleteFunc(c.framework.rows, func(r decision) bool { return c.idle[r.ID] })
	return nil
}

func (c *compiler) checkTable(name string, whens [][]cond, defs []rowDef) error {
	if len(whens) > maxRows {
		return fmt.Errorf("read framework %s: table %s has more than %d rows", c.file, name, maxRows)
	}
	t := newCoverage(c.framework, whens)
	t.enumerate(make([]stateSet, 0, len(t.facts)), 1<<len(whens)-1)
	if len(t.gaps) > 0 {
		return fmt.Errorf("read framework %s: table %s has no row for\n  %s", c.file, name, strings.Join(t.gaps, "\n  "))
	}
	seen := map[string]bool{}
	for i, def := range defs {
		switch inherited := def.ID.file != c.file; {
		case t.reached>>i&1 == 1:
		case inherited:
			c.idle[def.ID.text] = true
		default:
			return c.fault(def.ID, "no case reaches row %q of table %s; rows above take them all", def.ID.text, name)
		}
		if seen[def.ID.text] {
			return c.fault(def.ID, "row %q stands twice in table %s", def.ID.text, name)
		}
		seen[def.ID.text] = true
	}
	return nil
}

// maxRows is how many rows a table may have.
const maxRows = 63

// coverage goes through every combination of the states of the facts that a
// table uses.
type coverage struct {
	framework *Framework
	whens     [][]cond
	facts     []int       // that the table uses, ascending
	outcomes  [][]outcome // by place in facts
	settled   []uint64    // by how many facts are settled: the rows that ask for no others
	reached   uint64      // one bit for each row
	seen      map[prospect]bool
	gaps      []string // cases without a row, in words
}

// outcome is a state that a fact can be in, and the rows that it rules out.
type outcome struct {
	state    stateSet
	rulesOut uint64
}

func newCoverage(f *Framework, whens [][]cond) *coverage {
	t := &coverage{framework: f, whens: whens, seen: map[prospect]bool{}}
	for _, when := range whens {
		for _, q := range when {
			t.facts = append(t.facts, q.fact)
		}
	}
	slices.Sort(t.facts)
	t.facts = slices.Compact(t.facts)
	for n := range len(t.facts) + 1 {
		t.settled = append(t.settled, t.askingForNoneOf(t.facts[n:]))
	}
	for _, fact := range t.facts {
		var all []outcome
		for _, s := range []stateSet{isPresent, isAbsent, isUnknown} {
			if f.facts[fact].domain()&s != 0 {
				all = append(all, outcome{s, t.rulesOut(fact, s)})
			}
		}
		t.outcomes = append(t.outcomes, all)
	}
	return t
}

// prospect is what lies ahead of a prefix of states: how many facts are settled
// and which rows may still hold. Prefixes with the same prospect end alike.
type prospect struct {
	settled int
	rows    uint64
}

// maxGaps is how many cases without a row are told.
const maxGaps = 20

// enumerate goes on from a prefix of states with the rows that may still hold,
// and notes the cases that have none.
func (t *coverage) enumerate(prefix []stateSet, rows uint64) {
	if rows == 0 {
		if len(t.gaps) < maxGaps {
			t.gaps = append(t.gaps, t.describe(prefix))
		}
		return
	}
	if certain := rows & t.settled[len(prefix)]; certain != 0 {
		row := bits.TrailingZeros64(certain)
		rows &= 1<<(row+1) - 1 // it takes every case from those below
		if rows == 1<<row {
			t.reached |= rows
			return
		}
	}
	p := prospect{len(prefix), rows}
	if t.seen[p] {
		return
	}
	t.seen[p] = true
	for _, o := range t.outcomes[len(prefix)] {
		t.enumerate(append(prefix, o.state), rows&^o.rulesOut)
	}
}

// askingForNoneOf returns the rows that ask for none of some facts.
func (t *coverage) askingForNoneOf(facts []int) (rows uint64) {
	for i, when := range t.whens {
		if !slices.ContainsFunc(when, func(q cond) bool { return slices.Contains(facts, q.fact) }) {
			rows |= 1 << i
		}
	}
	return rows
}

// rulesOut returns the rows that do not allow a fact to be in a state.
func (t *coverage) rulesOut(fact int, s stateSet) (rows uint64) {
	for i, when := range t.whens {
		if slices.ContainsFunc(when, func(q cond) bool { return q.fact == fact && q.in&s == 0 }) {
			rows |= 1 << i
		}
	}
	return rows
}

func (t *coverage) describe(prefix []stateSet) string {
	parts := make([]string, len(prefix))
	for i, s := range prefix {
		parts[i] = fmt.Sprintf("%s %s", t.framework.facts[t.facts[i]].id, s.state())
	}
	return strings.Join(parts, ", ")
}

// domain is the set of states that a fact can be in.
func (f fact) domain() stateSet {
	if len(f.table) == 0 {
		set := isUnknown
		if len(f.present) > 0 {
			set |= isPresent
		}
		if len(f.absent) > 0 {
			set |= isAbsent
		}
		return set
	}
	var set stateSet
	for _, row := range f.table {
		set |= row.is
	}
	return set
}
