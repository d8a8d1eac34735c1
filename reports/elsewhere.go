package reports

import (
	"cmp"
	"maps"
	"slices"
	"strings"

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

// frameworks puts the rates of all frameworks of a run beside each other. They
// are rates of the same records, so none is held against the others.
func (f *Figures) frameworks(run *Run) {
	further := slices.DeleteFunc(slices.Sorted(maps.Keys(run.Versions)), func(name string) bool {
		return !strings.HasPrefix(name, frameworkVersion) || name == frameworkVersion+run.Framework
	})
	if len(further) == 0 || run.Totals.Records == 0 {
		return
	}
	b := Breakdown{By: ByFramework, Groups: []Group{groupUnder(run.Framework, &run.Totals.Counts)}}
	for _, name := range further {
		framework := strings.TrimPrefix(name, frameworkVersion)
		counts := new(Counts)
		counts.Merge(&run.Totals.Counts)
		if shift := run.Totals.Shifts[framework]; shift != nil {
			counts.Merge(shift)
		}
		b.Groups = append(b.Groups, groupUnder(framework, counts))
	}
	f.Breakdowns = slices.DeleteFunc(f.Breakdowns, func(b Breakdown) bool { return b.By == ByFramework })
	f.Breakdowns = append(f.Breakdowns, b)
}

// frameworkVersion is before the name of a framework among the versions.
const frameworkVersion = "framework/"

func groupUnder(framework string, c *Counts) Group {
	return Group{Name: framework, Records: Count{N: c.Records}, Rates: c.Rates(), Counts: c}
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
