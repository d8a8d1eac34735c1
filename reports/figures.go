package reports

import (
	"palermo/reports/stats"
	"palermo/screen"
)

// Figures is what a run counted, as it is published. In the shareable tier some
// counts are withheld, and nothing else is known of the records.
type Figures struct {
	Floor      int64 // smallest count that is shown, 0 where all are
	Records    Count
	Matrix     []MatrixRow // in the order of the labels
	Columns    []Count     // totals of the columns of the matrix
	Kinds      []Count     // in the order of screen.Kinds
	Rates      []Rate
	Breakdowns []Breakdown

	// Open is how many records of those that read as smuggling leave open
	// whether there is trafficking too.
	Open       Count
	Priorities []Count // from 1 to 5
	Flags      []Count // in the order of screen.Flags
	Questions  []Question
	Elsewhere  []elsewhereTotal
	Repeated   int64 // records that are listed and not counted: the ledger says as much
}

// MatrixRow is a row of the label x class table.
type MatrixRow struct {
	Label screen.Label
	Cells []Count // in the order of columns
	Total Count
}

// Question is an open question and how many records leave it open.
type Question struct {
	Text    string
	Records Count
}

// Rate is a share of records with everything needed to judge it.
type Rate struct {
	Name         string // wire name
	Numerator    Count
	Denominator  Count // determinable records
	Undetermined Count // records that belong here, but whose class could not be told
}

// Value returns the rate; not available without a denominator.
func (r Rate) Value() (float64, bool) { return ratio(r.Numerator, r.Denominator) }

// Interval returns the 95 % Wilson interval.
func (r Rate) Interval() (stats.Interval, bool) {
	if r.Numerator.Withheld || r.Denominator.Withheld {
		return stats.Interval{}, false
	}
	return stats.Wilson(r.Numerator.N, r.Denominator.N)
}

// UndeterminedShare returns the part of the records that the rate leaves out.
func (r Rate) UndeterminedShare() (float64, bool) {
	return ratio(r.Undetermined, plus(r.Denominator, r.Undetermined))
}

// Bounds returns the rate if all undetermined records had the right label
// (lower) and if all had the wrong one (upper).
func (r Rate) Bounds() (stats.Interval, bool) {
	all := plus(r.Denominator, r.Undetermined)
	lower, ok := ratio(r.Numerator, all)
	upper, too := ratio(plus(r.Numerator, r.Undetermined), all)
	return stats.Interval{Lower: lower, Upper: upper}, ok && too
}

// Withheld reports whether the rate can't be told because a count is withheld.
func (r Rate) Withheld() bool { return r.Numerator.Withheld || r.Denominator.Withheld }

func ratio(x, n Count) (float64, bool) {
	if x.Withheld || n.Withheld {
		return 0, false
	}
	return stats.Ratio(x.N, n.N)
}

func plus(a, b Count) Count {
	return Count{N: a.N + b.N, Withheld: a.Withheld || b.Withheld}
}

// The rates, in output order. The two directions of mislabelling are never
// added up: they harm different people.
const (
	overLabelling    = "over_labelling"
	underLabelling   = "under_labelling"
	unsupportedLabel = "unsupported_label"
	coUse            = "co_use"
	ambiguousTerm    = "ambiguous_term"
)

// rateRule is what a rate counts.
//
// Records that are not a case are in no rate: nothing in them can be labelled
// wrongly. Records that could not be determined or were not screened are in no
// denominator, and in the bounds.
type rateRule struct {
	name   string
	labels []screen.Label
	match  func(screen.Class) bool
	flag   screen.Flag // counted in place of classes, among all records of the labels
}

func rateRules() []rateRule {
	labelled := []screen.Label{screen.LabelTrafficking, screen.LabelSmuggling, screen.LabelBoth}
	return []rateRule{
		{name: overLabelling, labels: labelled[:1], match: func(k screen.Class) bool { return k.HasSmuggling() && !k.HasTrafficking() }},
		{name: underLabelling, labels: labelled[1:2], match: screen.Class.HasTrafficking},
		{name: unsupportedLabel, labels: labelled, match: func(k screen.Class) bool { return k == screen.NeitherOtherOffence }},
		{name: coUse, labels: labelled, flag: screen.ConflatedTerms},
		{name: ambiguousTerm, labels: labelled, flag: screen.AmbiguousTerm},
	}
}

// slot says where a class of the table goes in a rate.
type slot int

const (
	slotNone slot = iota
	slotNumerator
	slotComplement
	slotUndetermined
)

func (r *rateRule) slot(class screen.Class) slot {
	switch {
	case class == screen.InsufficientInformation || class == notScreened:
		return slotUndetermined
	case !class.Determinable():
		return slotNone
	case r.match(class):
		return slotNumerator
	}
	return slotComplement
}

// parts counts the records of a group that go into a rate.
func (r *rateRule) parts(c *Counts) (n [slotUndetermined + 1]int64) {
	for _, l := range r.labels {
		if r.flag != "" {
			flagged := c.Flags[FlagCell{l, r.flag}]
			n[slotNumerator] += flagged
			n[slotComplement] += c.Row(l) - flagged
			continue
		}
		for _, class := range classColumns() {
			n[r.slot(class)] += c.Cells[Cell{l, class}]
		}
	}
	return n
}

// Rates returns the rates of a group in output order, all of them told.
func (c *Counts) Rates() []Rate {
	var rates []Rate
	for _, rule := range rateRules() {
		n := rule.parts(c)
		rates = append(rates, Rate{
			Name:         rule.name,
			Numerator:    Count{N: n[slotNumerator]},
			Denominator:  Count{N: n[slotNumerator] + n[slotComplement]},
			Undetermined: Count{N: n[slotUndetermined]},
		})
	}
	return rates
}
