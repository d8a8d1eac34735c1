package reports

import (
	"cmp"
	"maps"
	"slices"

	"palermo/screen"
)

// elsewhereTotal counts one difference between two frameworks.
type elsewhereTotal struct {
	Framework string       `json:"framework_profile"`
	Here      screen.Class `json:"assessed_class"`
	There     screen.Class `json:"assessed_class_there"`
	Row       string       `json:"row"` // of the table of differences
	Why       string       `json:"why"`
	Records   int64        `json:"records"`
}

// ElsewhereCells lists the differences by framework, the most frequent first.
func (t *Totals) ElsewhereCells() []ElsewhereCell {
	return slices.SortedFunc(maps.Keys(t.Elsewhere), func(a, b ElsewhereCell) int {
		return cmp.Or(
			cmp.Compare(a.Framework, b.Framework), cmp.Compare(t.Elsewhere[b], t.Elsewhere[a]),
			cmp.Compare(a.Row, b.Row), cmp.Compare(a.Here, b.Here), cmp.Compare(a.There, b.There),
		)
	})
}

// elsewhereTotals lays them out for the reports. A record that frameworks part
// over is rare, so in the shareable tier none of this is told.
func elsewhereTotals(t *Totals, floor int64) []elsewhereTotal {
	if floor > 0 {
		return nil
	}
	var list []elsewhereTotal
	for _, c := range t.ElsewhereCells() {
		list = append(list, elsewhereTotal{c.Framework, c.Here, c.There, c.Row, c.Why, t.Elsewhere[c]})
	}
	return list
}
