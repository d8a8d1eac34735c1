package screen

import (
	"slices"

	"palermo/extract"
)

// Weight is what makes a record come early among those of its priority.
type Weight string

// Weights. Of those about people, and of those about facts that point to
// trafficking, a record has one at most.
const (
	ChildConcerned     Weight = "child"        // among those exploited or moved
	StillGoingOn       Weight = "ongoing"      // exploitation or a means is told in the present
	LossTold           Weight = "loss"         // somebody died or was left behind
	ForceTold          Weight = "force"        // violence, rape, ransom, confinement
	TraffickingPending Weight = "trafficking"  // it is trafficking, or that is left open
	DangerTold         Weight = "danger"       // danger or ill-treatment on the way
	FewPeople          Weight = "people_few"   // two to nine
	ManyPeople         Weight = "people_many"  // ten and more
	MassOfPeople       Weight = "people_mass"  // fifty and more
	OnePointer         Weight = "one_pointer"  // one kind of fact that points to trafficking
	TwoPointers        Weight = "two_pointers" // two kinds
	MorePointers       Weight = "three_or_more_pointers"
)

// Weights lists every weight in output order.
func Weights() []Weight {
	return []Weight{
		ChildConcerned, StillGoingOn, LossTold, ForceTold, TraffickingPending, DangerTold,
		OnePointer, TwoPointers, MorePointers, FewPeople, ManyPeople, MassOfPeople,
	}
}

var points = map[Weight]int{
	ChildConcerned: 8, StillGoingOn: 4, LossTold: 4, ForceTold: 2, TraffickingPending: 2, DangerTold: 1,
	OnePointer: 3, TwoPointers: 6, MorePointers: 9, FewPeople: 1, ManyPeople: 2, MassOfPeople: 3,
}

// Points is how much a weight adds to the harm of a record, 1 to 9; 0 for one
// that is not known.
func (w Weight) Points() int { return points[w] }

// weights returns what makes a record come early, in output order. Facts that
// point to trafficking do so in a screened record that the facts don't decide,
// where nothing excludes exploitation: the more kinds of them, the likelier a
// victim whom the reading missed.
func (fw *Framework) weights(f *Finding) []Weight {
	a, evidence := &f.Assessment, f.Reading.Evidence
	var list []Weight
	add := func(w Weight, told bool) {
		if told {
			list = append(list, w)
		}
	}
	add(ChildConcerned, a.Element(VictimChild).State == Present)
	add(StillGoingOn, ongoing(f))
	add(LossTold, fw.tells(f, extract.OfLoss))
	add(ForceTold, fw.tells(f, extract.OfForce))
	add(TraffickingPending, a.Class.HasTrafficking() || a.Undetermined)
	add(DangerTold, a.Element(Aggravating).State == Present)
	if a.Class == InsufficientInformation && a.Decision != NotScreenedRow && a.Element(ExploitationExcluded).State != Present {
		pointers := fw.pointers(evidence)
		add(OnePointer, pointers == 1)
		add(TwoPointers, pointers == 2)
		add(MorePointers, pointers > 2)
	}
	most := people(evidence)
	add(most, most != "")
	return list
}

// pointing are the elements of the taxonomy of which a fact points to trafficking.
var pointing = []string{"act", "means", "purpose"}

// pointers counts the kinds of facts that bear on an act, a means or a purpose
// of trafficking.
func (fw *Framework) pointers(evidence []extract.Evidence) int {
	var kinds []string
	for i := range evidence {
		e := &evidence[i]
		if e.Counts && slices.Contains(pointing, fw.definition.taxonomy[e.Indicator].Element) {
			kinds = append(kinds, e.Indicator)
		}
	}
	slices.Sort(kinds)
	return len(slices.Compact(kinds))
}

// people is the greatest number of people that a record tells of, in its words or
// in a column; empty for one person. A number that is only supposed, or one of
// people in general, is none.
func people(evidence []extract.Evidence) Weight {
	var most Weight
	for i := range evidence {
		if e := &evidence[i]; e.Indicator == extract.People && e.Assertion.Counts() {
			w := map[string]Weight{"few": FewPeople, "many": ManyPeople, "mass": MassOfPeople}[e.Facet]
			if w.Points() > most.Points() {
				most = w
			}
		}
	}
	return most
}

// ongoing reports whether exploitation or a means is told in the present.
func ongoing(f *Finding) bool {
	for _, id := range []ElementID{TIPMeans, TIPPurpose} {
		for _, at := range f.Assessment.Element(id).Grounds() {
			if e := &f.Reading.Evidence[at]; e.Counts && e.Time == extract.Current {
				return true
			}
		}
	}
	return false
}

// tells reports whether something of a trait is evidence in a record.
func (fw *Framework) tells(f *Finding, t extract.Trait) bool {
	return slices.ContainsFunc(f.Reading.Evidence, func(e extract.Evidence) bool {
		return e.Counts && slices.Contains(fw.definition.taxonomy[e.Indicator].Traits, t)
	})
}
