package screen

import "slices"

// ask lists the questions whose supposed answer is unknown and would change
// the class.
func (f *Framework) ask(h *hits, c *course) []string {
	var list []string
	var last []cond
	changes := false
	for i := range f.questions {
		q := &f.questions[i]
		if !c.holds(q.when) || !c.unanswered(q.supposes) {
			continue
		}
		// Neighbours mostly suppose the same.
		if !slices.Equal(last, q.supposes) {
			supposed := *c
			supposed.suppose(f, h, q.supposes)
			last, changes = q.supposes, f.differs(c.row, supposed.row)
		}
		if changes {
			list = append(list, q.text)
		}
	}
	return list
}

// unanswered reports whether an answer is wanted: one of the facts is unknown
// and none is known to be otherwise.
func (c *course) unanswered(supposes []cond) bool {
	open := false
	for _, q := range supposes {
		switch s := c.states[q.fact]; {
		case s == isUnknown:
			open = true
		case s&q.in == 0:
			return false
		}
	}
	return open
}

func (f *Framework) differs(row, other int) bool {
	return f.rows[row].Class != f.rows[other].Class || f.rows[row].Undetermined != f.rows[other].Undetermined
}
