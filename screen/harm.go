package screen

import (
	"slices"

	"palermo/extract"
)

// harm orders the records of one review priority: what may still be done for
// somebody comes first, and where nothing is decided the likeliest victim. It
// adds up
//
//	8  a child among those exploited or moved
//	4  exploitation or a means that is told as going on
//	4  somebody died or was left behind
//	2  force: violence, rape, ransom, confinement
//	2  it is trafficking, or whether it is trafficking is left open
//	1  danger or ill-treatment on the way
//	1  two to nine people; 2 for ten and more; 3 for fifty and more
//
// and counts each once, so that a long text weighs no more than a short one. In a
// screened record that the facts don't decide, and where nothing excludes
// exploitation, it adds 3 for each kind of fact that points to trafficking, up to
// three kinds: the more of them, the likelier a victim whom the reading missed.
func (fw *Framework) harm(f *Finding) int {
	a := &f.Assessment
	sum := 0
	for _, h := range [...]struct {
		is     bool
		weight int
	}{
		{a.Element(VictimChild).State == Present, 8},
		{ongoing(f), 4},
		{fw.tells(f, extract.OfLoss), 4},
		{fw.tells(f, extract.OfForce), 2},
		{a.Class.HasTrafficking() || a.Undetermined, 2},
		{a.Element(Aggravating).State == Present, 1},
	} {
		if h.is {
			sum += h.weight
		}
	}
	undecided := a.Class == InsufficientInformation && a.Decision != NotScreenedRow
	if undecided && a.Element(ExploitationExcluded).State != Present {
		sum += 3 * fw.pointers(f.Reading.Evidence)
	}
	return sum + people(f.Reading.Evidence)
}

// pointing are the elements of the taxonomy of which a fact points to trafficking.
var pointing = []string{"act", "means", "purpose"}

// pointers counts the kinds of facts that bear on an act, a means or a purpose
// of trafficking, up to three.
func (fw *Framework) pointers(evidence []extract.Evidence) int {
	var kinds []string
	for i := range evidence {
		e := &evidence[i]
		if e.Counts && slices.Contains(pointing, fw.definition.taxonomy[e.Indicator].Element) {
			kinds = append(kinds, e.Indicator)
		}
	}
	slices.Sort(kinds)
	return min(len(slices.Compact(kinds)), 3)
}

// people weighs the greatest number of people that a record tells of, in its
// words or in a column. A number that is only supposed, or one of people in
// general, weighs nothing.
func people(evidence []extract.Evidence) int {
	most := 0
	for i := range evidence {
		if e := &evidence[i]; e.Indicator == extract.People && e.Assertion.Counts() {
			most = max(most, map[string]int{"few": 1, "many": 2, "mass": 3}[e.Facet])
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
