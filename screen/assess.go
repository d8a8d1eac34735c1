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
		Elements:      f.elementsOf(&c, &h),
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
	inferred uint64         // one bit for each fact
	clash    uint64         // facts that the words state and deny
	verdicts [maxFacts]int8 // the row that fired, for facts with a table
	row      int            // of the decision table
}

// run works out every fact and then the row of the decision table.
func (c *course) run(f *Framework, h *hits) {
	for i := range f.facts {
		c.workOut(i, f, h)
	}
	c.decide(f)
}

// suppose puts facts of a course that was run into other states, and works out what
// follows from them: the states of the facts that look at these, and the row.
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
	var said, firm, inferred, denied bool
	for j := range x.present {
		switch w := &x.present[j]; {
		case !c.open(w, h):
		case w.firm:
			firm = true
		case w.inferred:
			inferred = true
		default:
			said = true
		}
	}
	for j := range x.absent {
		denied = denied || c.open(&x.absent[j], h)
	}
	if denied && (said || firm || inferred && x.standoff == isUnknown) {
		c.clash |= 1 << i
	}
	switch {
	case said:
		c.states[i] = isPresent
	case firm:
		c.states[i] = isPresent
		c.inferred |= 1 << i
	case denied && inferred && x.standoff == isUnknown:
	case denied:
		c.states[i] = isAbsent
	case inferred:
		c.states[i] = isPresent
		c.inferred |= 1 << i
	}
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

func (c *course) holds(when []cond) bool {
	for _, q := range when {
		if c.states[q.fact]&q.in == 0 {
			return false
		}
	}
	return true
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
