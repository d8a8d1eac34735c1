package reports

import "palermo/screen"

// CaseTotals counts cases: what all documents of one event say together. The
// zero value is ready to use.
type CaseTotals struct {
	Cases     int64
	Documents int64
	States    map[screen.CaseState]int64
	Classes   map[screen.Class]int64
	Kinds     map[screen.Kind]int64
}

// Add counts one case.
func (t *CaseTotals) Add(c *screen.Case) {
	t.Cases++
	t.Documents += int64(c.Rows + c.Reports)
	increase(&t.States, c.State, 1)
	increase(&t.Classes, c.Class, 1)
	increase(&t.Kinds, c.Kind, 1)
}

// Merge adds the totals of other cases. A case must not be split between parts.
func (t *CaseTotals) Merge(o *CaseTotals) {
	t.Cases += o.Cases
	t.Documents += o.Documents
	mergeCounts(&t.States, o.States)
	mergeCounts(&t.Classes, o.Classes)
	mergeCounts(&t.Kinds, o.Kinds)
}
