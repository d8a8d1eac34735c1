package screen

import (
	"slices"

	"palermo/extract"
)

// Weight is a reason for which a record comes early in the review.
type Weight string

// Weights. Of those about people, and of those about facts that point to
// trafficking, a record has one at most.
const (
	ChildConcerned     Weight = "child"        // among those exploited or moved
	ExploitationTold   Weight = "exploitation" // a means or the exploitation itself, not as history
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
		ChildConcerned, ExploitationTold, LossTold, ForceTold, TraffickingPending, DangerTold,
		OnePointer, TwoPointers, MorePointers, FewPeople, ManyPeople, MassOfPeople,
	}
}

// Points is how much a weight adds to the harm of a record, 1 to 9; 0 for one
// that is not known.
func (w Weight) Points() int {
	switch w {
	case DangerTold, FewPeople:
		return 1
	case ForceTold, TraffickingPending, ManyPeople:
		return 2
	case OnePointer, MassOfPeople:
		return 3
	case ExploitationTold, LossTold:
		return 4
	case TwoPointers:
		return 6
	case ChildConcerned:
		return 8
	case MorePointers:
		return 9
	}
	return 0
}

// weights returns what makes a record come early, in output order.
func (fw *Framework) weights(f *Finding) []Weight {
	a, kinds, most := &f.Assessment, fw.pointers(f), people(f.Reading.Evidence)
	told := func(w Weight) bool {
		switch w {
		case ChildConcerned:
			return a.Element(VictimChild).State == Present
		case ExploitationTold:
			return exploited(f)
		case LossTold:
			return fw.tells(f, extract.OfLoss)
		case ForceTold:
			return fw.tells(f, extract.OfForce)
		case TraffickingPending:
			return a.Class.HasTrafficking() || a.Undetermined
		case DangerTold:
			return a.Element(Aggravating).State == Present
		case OnePointer:
			return kinds == 1
		case TwoPointers:
			return kinds == 2
		case MorePointers:
			return kinds > 2
		}
		return w == most
	}
	return slices.DeleteFunc(Weights(), func(w Weight) bool { return !told(w) })
}

// pointers counts the kinds of facts that point to trafficking in a screened
// record that the facts don't decide, and where nothing excludes exploitation:
// the more of them, the likelier a victim whom the reading missed. In any other
// record they are 0.
func (fw *Framework) pointers(f *Finding) int {
	a := &f.Assessment
	if a.Class != InsufficientInformation || a.Decision == NotScreenedRow || a.Element(ExploitationExcluded).State == Present {
		return 0
	}
	var kinds []string
	for i := range f.Reading.Evidence {
		e := &f.Reading.Evidence[i]
		if e.Counts && fw.definition.taxonomy[e.Indicator].OfTrafficking() {
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
			if w := peopleOf(e.Facet); w.Points() > most.Points() {
				most = w
			}
		}
	}
	return most
}

func peopleOf(facet string) Weight {
	switch facet {
	case extract.PeopleFew:
		return FewPeople
	case extract.PeopleMany:
		return ManyPeople
	case extract.PeopleMass:
		return MassOfPeople
	}
	return ""
}

// exploited reports whether a means or the exploitation itself is told, and not as
// history.
func exploited(f *Finding) bool {
	for _, id := range []ElementID{TIPMeans, TIPPurpose} {
		element := f.Assessment.Element(id)
		if element.State == Present && slices.ContainsFunc(element.Grounds(), func(at int) bool {
			e := &f.Reading.Evidence[at]
			return e.Counts && e.Time == extract.Current
		}) {
			return true
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
