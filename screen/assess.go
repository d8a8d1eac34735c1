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
	var space [32]atomSet // enough for nearly every record
	h := f.hear(r.Evidence, space[:0])
	var c course
	c.run(f, &h)
	row := &f.rows[c.row]
	a := Assessment{
		Framework:     f.ID,
		Elements:      c.elements(f, &h),
		Class:         row.Class,
		Undetermined:  row.Undetermined,
		Decision:      row.ID,
		Conflicts:     c.conflicts(f),
		OpenQuestions: f.ask(&h, &c),
	}
	a.Events = f.events(&a, r)
	return a
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

// run works out every fact and then the row of the decision table.
func (c *course) run(f *Framework, h *hits) {
	for i := range f.facts {
		c.workOut(i, f, h)
	}
	c.decide(f)
}

// suppose puts facts of a course that was run into other states, and works out what
// follows from them: the states of the facts that look at these, and the row. What
// states rest on is not worked out anew.
func (c *course) suppose(f *Framework, h *hits, supposed []cond) {
	var fixed, changed uint64 // one bit for each fact
	for _, s := range supposed {
		fixed |= 1 << s.fact
		if c.states[s.fact] != s.in {
			c.states[s.fact] = s.in
			changed |= 1 << s.fact
		}
	}
	for i := range f.facts {
		if fixed>>i&1 == 1 || f.facts[i].asks&changed == 0 {
			continue
		}
		before := c.states[i]
		c.workOut(i, f, h)
		if c.states[i] != before {
			changed |= 1 << i
		}
	}
	c.decide(f)
}

func (c *course) workOut(i int, f *Framework, h *hits) {
	if x := &f.facts[i]; len(x.table) > 0 {
		c.consult(i, x)
	} else {
		c.establish(i, x, h)
	}
}

// decide takes the first row of the decision table that holds.
func (c *course) decide(f *Framework) {
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
	c.states[i] = isUnknown
	if !x.givenOnly && !x.looksAt.meets(&h.found) {
		return
	}
	var said, firm, inferred, denied grounds
	for j := range x.present {
		switch w := &x.present[j]; {
		case !c.open(w, h):
		case w.firm:
			c.rest(&firm, w, h)
		case w.inferred:
			c.rest(&inferred, w, h)
		default:
			c.rest(&said, w, h)
		}
	}
	for j := range x.absent {
		if w := &x.absent[j]; c.open(w, h) {
			c.rest(&denied, w, h)
		}
	}
	if denied.any && (said.any || firm.any || inferred.any && x.standoff == isUnknown) {
		c.clash |= 1 << i
	}
	switch {
	case said.any:
		c.states[i], c.used[i] = isPresent, said.atoms
		c.used[i].addAll(&inferred.atoms)
	case firm.any:
		c.states[i], c.used[i] = isPresent, firm.atoms
		c.inferred |= 1 << i
	case denied.any && inferred.any && x.standoff == isUnknown:
	case denied.any:
		c.states[i], c.used[i] = isAbsent, denied.atoms
	case inferred.any:
		c.states[i], c.used[i] = isPresent, inferred.atoms
		c.inferred |= 1 << i
	}
}

// grounds are the atoms that the open ways of one kind rest on.
type grounds struct {
	any   bool // one of the ways is open
	atoms atomSet
}

// open reports whether everything that a way asks for is there.
func (c *course) open(w *way, h *hits) bool {
	if !w.basis.empty() && !w.basis.meets(&h.found) {
		return false
	}
	found := h.found
	if w.undenied {
		found.remove(&h.denied)
	}
	return (w.any.empty() || found.shared(&w.any) >= w.atLeast) &&
		(w.with.empty() || found.meets(&w.with)) &&
		!h.found.meets(&w.without) &&
		(w.weigh.empty() || h.heavy(&w.weigh)) &&
		c.holds(w.given)
}

// rest adds what an open way rests on: its own atoms, and those of the facts
// that it was inferred from.
func (c *course) rest(g *grounds, w *way, h *hits) {
	g.any = true
	own := w.basis
	own.keep(&h.found)
	g.atoms.addAll(&own)
	for _, q := range w.given {
		g.atoms.addAll(&c.used[q.fact])
	}
}

func (c *course) holds(when []cond) bool {
	for _, q := range when {
		if c.states[q.fact]&q.in == 0 {
			return false
		}
	}
	return true
}

// elements lists the elements with the evidence that their state rests on. They
// share one array, as far as it reaches.
func (c *course) elements(f *Framework, h *hits) []Element {
	list := make([]Element, len(f.elements))
	pool := make([]int, 0, 3*len(h.each))
	for k, at := range f.elements {
		e := Element{ID: ElementID(f.facts[at].id), State: c.states[at].state(), Inferred: c.inferred>>at&1 == 1}
		from := len(pool)
		for i := 0; i < len(h.each) && c.states[at] != isUnknown; i++ {
			if h.each[i].meets(&c.used[at]) {
				pool = append(pool, i)
			}
		}
		if len(pool) > from {
			e.Evidence = pool[from:len(pool):len(pool)]
		}
		list[k] = e
	}
	return list
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
