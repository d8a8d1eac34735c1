package screen

import (
	"slices"

	"palermo/extract"
)

// Event is one of the two crimes in a record that tells of both, with the
// evidence that is its own. What bears on both stands with neither.
type Event struct {
	Crime    Class // Smuggling or Trafficking
	Evidence []int // indexes into Reading.Evidence, ascending
	By       Order // what the order of the two rests on; the same for both
	Time     string
}

// Order is what the order of two events rests on.
type Order string

// Orders, the firmest first: dates that differ, words that name a stage ("on
// arrival", "three weeks later", "had paid"), and the order in which the record
// tells them, which is that of what happened far more often than not.
const (
	ByDate  Order = "date"
	ByStage Order = "stage"
	AsTold  Order = "told"
)

// events lists both crimes in the order in which they happened, as far as the
// record tells that, and otherwise in the order in which it tells of them: by
// the place of the first fact that bears on one of them alone.
func (f *Framework) events(a *Assessment, r *extract.Reading) []Event {
	if a.Class != SmugglingAndTrafficking {
		return nil
	}
	of := func(ids ...ElementID) []int {
		var list []int
		for _, id := range ids {
			list = append(list, a.Element(id).Grounds()...)
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	smuggling := of(SOMProcurement, SOMIllegalEntry, SOMCrossBorder, SOMBenefit)
	trafficking := of(TIPMeans, TIPPurpose)
	shared := func(list []int) func(int) bool {
		return func(i int) bool { return slices.Contains(list, i) }
	}
	list := []Event{
		{Crime: Smuggling, Evidence: slices.DeleteFunc(slices.Clone(smuggling), shared(trafficking))},
		{Crime: Trafficking, Evidence: slices.DeleteFunc(slices.Clone(trafficking), shared(smuggling))},
	}
	slices.SortStableFunc(list, func(x, y Event) int { return x.first(r.Evidence) - y.first(r.Evidence) })
	f.stages.settle(list, r)
	return list
}

// first is the place of the first fact of an event; one without facts of its own
// comes last.
func (e *Event) first(evidence []extract.Evidence) int {
	if len(e.Evidence) == 0 {
		return 1 << 40
	}
	span := evidence[e.Evidence[0]].Span
	return span.Field<<32 + span.Start
}
