package screen

import "palermo/extract"

// harm orders the records of one review priority: what may still be done for
// somebody comes first. It adds up
//
//	8  a child among those exploited or moved
//	4  exploitation or a means that is told as going on
//	4  somebody died or was left behind
//	2  force: violence, rape, ransom, confinement
//	2  it is trafficking, or whether it is trafficking is left open
//	1  danger or ill-treatment on the way
//	1  two to nine people; 2 for ten and more; 3 for fifty and more
//
// and counts each once, so that a long text weighs no more than a short one.
func harm(f *Finding) int {
	a := &f.Assessment
	sum := 0
	for _, h := range [...]struct {
		is     bool
		weight int
	}{
		{a.Element(VictimChild).State == Present, 8},
		{ongoing(f), 4},
		{counts(f, "death_injury") || counts(f, "abandonment"), 4},
		{forced(f), 2},
		{a.Class.HasTrafficking() || a.Undetermined, 2},
		{a.Element(Aggravating).State == Present, 1},
	} {
		if h.is {
			sum += h.weight
		}
	}
	return sum + people(f.Reading.Evidence)
}

// people weighs the greatest number of people that a record tells of, in its
// words or in a column. A number that is only supposed, or one of people in
// general, weighs nothing.
func people(evidence []extract.Evidence) int {
	most := 0
	for i := range evidence {
		if e := &evidence[i]; e.Indicator == peopleIndicator && e.Assertion.Counts() {
			most = max(most, map[string]int{"few": 1, "many": 2, "mass": 3}[e.Facet])
		}
	}
	return most
}

// peopleIndicator tells of how many people a record tells.
const peopleIndicator = "ctx_people"

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

func forced(f *Finding) bool {
	for _, id := range [...]string{
		"physical_violence", "sexual_violence", "ransom_extortion", "restricted_movement", "abduction", "threats_violence",
	} {
		if counts(f, id) {
			return true
		}
	}
	return false
}
