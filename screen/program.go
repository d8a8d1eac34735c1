package screen

import "math/bits"

// stateSet is a set of states, one bit each.
type stateSet uint8

const (
	isPresent stateSet = 1 << iota
	isAbsent
	isUnknown
)

func stateOf(s State) (stateSet, bool) {
	switch s {
	case Present:
		return isPresent, true
	case Absent:
		return isAbsent, true
	case Unknown:
		return isUnknown, true
	}
	return 0, false
}

// state names a set of one.
func (s stateSet) state() State {
	switch s {
	case isPresent:
		return Present
	case isAbsent:
		return Absent
	}
	return Unknown
}

// maxAtoms is how many different references a framework may make to evidence.
const maxAtoms = 192

// atomSet is a set of atoms: a framework is a few hundred set operations on
// them, whatever the length of the record.
type atomSet [maxAtoms / 64]uint64

func (s *atomSet) add(bit uint8) { s[bit/64] |= 1 << (bit % 64) }

func (s *atomSet) addAll(t *atomSet) {
	for i := range s {
		s[i] |= t[i]
	}
}

func (s *atomSet) remove(t *atomSet) {
	for i := range s {
		s[i] &^= t[i]
	}
}

func (s *atomSet) keep(t *atomSet) {
	for i := range s {
		s[i] &= t[i]
	}
}

// and is what two sets share.
func (s *atomSet) and(t *atomSet) *atomSet {
	both := *s
	both.keep(t)
	return &both
}

// meets reports whether two sets share an atom.
func (s *atomSet) meets(t *atomSet) bool {
	for i := range s {
		if s[i]&t[i] != 0 {
			return true
		}
	}
	return false
}

// shared counts the atoms that two sets share.
func (s *atomSet) shared(t *atomSet) int {
	n := 0
	for i := range s {
		n += bits.OnesCount64(s[i] & t[i])
	}
	return n
}

func (s *atomSet) empty() bool { return *s == atomSet{} }

// manner is how a piece of evidence has to be told to match an atom.
type manner uint8

const (
	told    manner = iota // counted as evidence, or a contextual mention
	denied                // said not to be so
	raised                // only suspected, feared or supposed
	general               // said of people in general, or boilerplate
	madeUp                // told of somebody whom an investigator made up
	unheard               // matches nothing
)

// atom is one reference of a framework to evidence.
type atom struct {
	facet  string // empty matches every facet
	manner manner
	bit    uint8
}

// noFacet is written for evidence that no facet narrows: `illegal_entry/-`.
const noFacet = "-"

func (a *atom) fits(facet string) bool {
	return a.facet == "" || a.facet == facet || a.facet == noFacet && facet == ""
}

// cond asks that a fact be in one of some states.
type cond struct {
	fact int
	in   stateSet
}

// way is one way to establish a fact. An empty set asks for nothing.
type way struct {
	any, with, without, weigh atomSet
	basis                     atomSet // any, with and weigh together
	words                     atomSet // any and weigh: what says it; with only stands beside that
	atLeast                   int     // of any
	given                     []cond
	undenied, inferred, firm  bool
	never                     bool // nothing can open it
}

// fact is an element or a step on the way to one: either it has ways or a table.
type fact struct {
	id              string
	cite            string
	says            saysDef
	conflict        string   // said when the words state and deny it
	standoff        stateSet // when it is inferred and denied
	element         bool
	present, absent []way
	looksAt         atomSet // all that its ways may rest on
	asks            uint64  // one bit for each fact that its ways or its table look at
	givenOnly       bool    // some way rests on facts alone
	table           []verdict
}

// verdict is one row of the table of a fact.
type verdict struct {
	id, says, cite string
	when           []cond
	is             stateSet
	conflict       string
}

// decision is one row of the decision table.
type decision struct {
	Decision
	when     []cond
	conflict string
}

// question is what to ask when the supposed answer would change the class.
type question struct {
	text     string
	supposes []cond
	when     []cond
}
