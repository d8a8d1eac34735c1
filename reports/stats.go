package reports

import (
	"math"

	"palermo/screen"
)

// z is the 0.975 quantile of the standard normal distribution.
const z = 1.959963984540054

// Interval is a range of a proportion, from 0 to 1.
type Interval struct {
	Lower, Upper float64
}

// Wilson returns the 95 % score interval of x successes in n trials (Wilson
// 1927). It is not available for n = 0, which is not the same as 0 %.
func Wilson(x, n int64) (Interval, bool) {
	if n <= 0 {
		return Interval{}, false
	}
	size := float64(n)
	p := float64(x) / size
	scale := 1 + z*z/size
	centre := (p + z*z/(2*size)) / scale
	half := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size)) / scale
	return Interval{max(0, centre-half), min(1, centre+half)}, true
}

// Rate is a share of records with everything needed to judge it.
type Rate struct {
	Name  string // wire name
	Title string // for a person
	Of    string // what the denominator counts, for a person

	Numerator    int64
	Denominator  int64 // determinable records
	Undetermined int64 // records that belong here, but whose class could not be told
}

// Value returns the rate; not available without a denominator.
func (r Rate) Value() (float64, bool) { return ratio(r.Numerator, r.Denominator) }

// Interval returns the 95 % Wilson interval.
func (r Rate) Interval() (Interval, bool) { return Wilson(r.Numerator, r.Denominator) }

// UndeterminedShare returns the part of the records that the rate leaves out.
func (r Rate) UndeterminedShare() (float64, bool) {
	return ratio(r.Undetermined, r.Denominator+r.Undetermined)
}

// Bounds returns the rate if all undetermined records had the right label
// (lower) and if all had the wrong one (upper).
func (r Rate) Bounds() (Interval, bool) {
	all := r.Denominator + r.Undetermined
	lower, ok := ratio(r.Numerator, all)
	upper, _ := ratio(r.Numerator+r.Undetermined, all)
	return Interval{lower, upper}, ok
}

// Rates returns the rates of a group in output order. The two directions of
// mislabelling are never added up: they harm different people.
//
// Records that are not a case are in no rate: nothing in them can be labelled
// wrongly. Records that could not be determined or were not screened are in no
// denominator, and in the bounds.
func (c *Counts) Rates() []Rate {
	labelled := []screen.Label{screen.LabelTrafficking, screen.LabelSmuggling, screen.LabelBoth}
	over := c.rate(labelled[:1], func(k screen.Class) bool { return k.HasSmuggling() && !k.HasTrafficking() })
	over.Name, over.Title, over.Of = "over_labelling", "Recorded as trafficking, reads as smuggling", "records labelled trafficking that can be determined"
	under := c.rate(labelled[1:2], screen.Class.HasTrafficking)
	under.Name, under.Title, under.Of = "under_labelling", "Recorded as smuggling, reads as trafficking or both", "records labelled smuggling that can be determined"
	unsupported := c.rate(labelled, func(k screen.Class) bool { return k == screen.NeitherOtherOffence })
	unsupported.Name, unsupported.Title, unsupported.Of = "unsupported_label", "Label not supported by the facts", "labelled records that can be determined"
	return []Rate{
		over, under, unsupported,
		c.flagRate(labelled, Rate{Name: "co_use", Title: "Both terms used for one event", Of: "labelled records"}, screen.ConflatedTerms),
		c.flagRate(labelled, Rate{Name: "ambiguous_term", Title: "Label can mean either crime", Of: "labelled records"}, screen.AmbiguousTerm),
	}
}

// rate counts the classes that match among the records of some labels.
func (c *Counts) rate(labels []screen.Label, match func(screen.Class) bool) Rate {
	var r Rate
	for _, l := range labels {
		for _, class := range columns() {
			n := c.Cells[Cell{l, class}]
			switch {
			case class == screen.InsufficientInformation || class == notScreened:
				r.Undetermined += n
			case !class.Determinable():
			case match(class):
				r.Numerator += n
				r.Denominator += n
			default:
				r.Denominator += n
			}
		}
	}
	return r
}

// flagRate counts a flag among all records of some labels; what the facts read
// as does not matter to it, so nothing is undetermined.
func (c *Counts) flagRate(labels []screen.Label, r Rate, flag screen.Flag) Rate {
	for _, l := range labels {
		r.Numerator += c.Flags[FlagCell{l, flag}]
		r.Denominator += c.Row(l)
	}
	return r
}

func ratio(x, n int64) (float64, bool) {
	if n <= 0 {
		return 0, false
	}
	return float64(x) / float64(n), true
}
