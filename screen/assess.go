package screen

import "palermo/extract"

// maxFacts is how many facts a framework may have.
const maxFacts = 64

// NotScreenedRow is the decision of a record that could not be screened.
const NotScreenedRow = "not_screened"

// Assess says what the facts of a reading read as. A record that was not
// screened has every element unknown.
func (f *Framework) Assess(r *extract.Reading) Assessment {
	if !r.Coverage.Screened {
		return f.unscreened()
	}
	var h hits
	h.read(f, r.Evidence)
	var c course
	c.run(f, &h, nil)
	row := &f.rows[c.row]
	return Assessment{
		Framework:     f.ID,
		Elements:      c.elements(f, &h),
		Class:         row.Class,
		Undetermined:  row.Undetermined,
		Decision:      row.ID,
		Conflicts:     c.conflicts(f),
		OpenQuestions: f.ask(&h, &c),
	}
}

func (f *Framework) unscreened() Assessment {
	a := Assessment{Framework: f.ID, Class: InsufficientInformation, Decision: NotScreenedRow}
	for _, id := range Elements() {
		a.Elements = append(a.Elements, Element{ID: id, State: Unknown})
	}
	return a
}

// course is one run through the facts of a framework.
type course struct {
	states   [maxFacts]stateSet
	used     [maxFacts]atomSet // the atoms that a state rests on
	inferred uint64            // one bit for each fact
	clash    uint64            // facts that the words state and deny
	verdicts [maxFacts]int8    // the row that fired, for facts with a table
	row      int               // of the decision table
}

// run works out every fact, except those that are supposed to be in a state,
// and then the row of the decision table.
func (c *course) run(f *Framework, h *hits, supposed []cond) {
	for i := range f.facts {
		if s, ok := state(supposed, i); ok {
			c.states[i] = s
			continue
		}
		if x := &f.facts[i]; len(x.table) > 0 {
			c.consult(i, x)
		} else {
			c.establish(i, x, h)
		}
	}
	for i := range f.rows {
		if c.holds(f.rows[i].when) {
			c.row = i
			return
		}
	}
}

func state(supposed []cond, fact int) (stateSet, bool) {
	for _, s := range supposed {
		if s.fact == fact {
			return s.in, true
		}
	}
	return 0, false
}

// consult takes the first row of a table that holds; loading has checked that
// there is one.
func (c *course) consult(i int, x *fact) {
	for j := range x.table {
		if c.holds(x.table[j].when) {
			c.states[i], c.verdicts[i] = x.table[j].is, int8(j)
			return
		}
	}
}

// establish works out a fact from its ways. Words that state it win over words
// that deny it, since a record tells of several people; words that deny it win
// over an inference.
func (c *course) establish(i int, x *fact, h *hits) {
	var saidBy, inferredBy, deniedBy atomSet
	said, inferred, denies := false, false, false
	for j := range x.present {
		w := &x.present[j]
		switch {
		case !c.open(w, h):
		case w.inferred:
			inferred = true
			inferredBy.addAll(c.basis(w, h))
		default:
			said = true
			saidBy.addAll(c.basis(w, h))
		}
	}
	for j := range x.absent {
		if w := &x.absent[j]; c.open(w, h) {
			denies = true
			deniedBy.addAll(c.basis(w, h))
		}
	}
	if denies && (said || inferred && x.standoff == isUnknown) {
		c.clash |= 1 << i
	}
	switch {
	case said:
		c.states[i], c.used[i] = isPresent, saidBy
		c.used[i].addAll(inferredBy)
	case denies && inferred:
		c.states[i], c.used[i] = x.standoff, deniedBy
	case denies:
		c.states[i], c.used[i] = isAbsent, deniedBy
	case inferred:
		c.states[i], c.used[i] = isPresent, inferredBy
		c.inferred |= 1 << i
	default:
		c.states[i] = isUnknown
	}
}

// open reports whether everything that a way asks for is there.
func (c *course) open(w *way, h *hits) bool {
	found := h.found
	if w.undenied {
		found = found.without(h.denied)
	}
	return (w.any.empty() || found.and(w.any).count() >= w.atLeast) &&
		(w.with.empty() || !found.and(w.with).empty()) &&
		h.found.and(w.without).empty() &&
		(w.weigh.empty() || h.heavy(w.weigh)) &&
		c.holds(w.given)
}

// basis is what an open way rests on: its own atoms, and those of the facts
// that it was inferred from.
func (c *course) basis(w *way, h *hits) atomSet {
	set := w.any
	set.addAll(w.with)
	set.addAll(w.weigh)
	set = set.and(h.found)
	for _, q := range w.given {
		set.addAll(c.used[q.fact])
	}
	return set
}

func (c *course) holds(when []cond) bool {
	for _, q := range when {
		if c.states[q.fact]&q.in == 0 {
			return false
		}
	}
	return true
}

// elements lists the elements with the evidence that their state rests on. All
// of them share one array.
func (c *course) elements(f *Framework, h *hits) []Element {
	list := make([]Element, len(f.elements))
	total := 0
	for _, at := range f.elements {
		total += c.count(at, h)
	}
	pool := make([]int, 0, total)
	for k, at := range f.elements {
		e := Element{ID: ElementID(f.facts[at].id), State: c.states[at].state(), Inferred: c.inferred>>at&1 == 1}
		if from := len(pool); e.State != Unknown {
			for i := range h.each {
				if !h.each[i].and(c.used[at]).empty() {
					pool = append(pool, i)
				}
			}
			e.Evidence = pool[from:len(pool):len(pool)]
		}
		list[k] = e
	}
	return list
}

func (c *course) count(fact int, h *hits) int {
	n := 0
	for i := range h.each {
		if !h.each[i].and(c.used[fact]).empty() {
			n++
		}
	}
	return n
}

// conflicts says in words which facts stand against each other.
func (c *course) conflicts(f *Framework) []string {
	var list []string
	for i := range f.facts {
		x := &f.facts[i]
		switch {
		case len(x.table) > 0 && x.table[c.verdicts[i]].conflict != "":
			list = append(list, x.table[c.verdicts[i]].conflict)
		case c.clash>>i&1 == 1 && x.conflict != "":
			list = append(list, x.conflict)
		}
	}
	if text := f.rows[c.row].conflict; text != "" {
		list = append(list, text)
	}
	return list
}
