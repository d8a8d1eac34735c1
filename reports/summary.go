package reports

import (
	"cmp"
	"io"
	"maps"
	"math"
	"slices"

	"palermo/screen"
)

// summary writes summary.json: what the run counted, and nothing of any record.
type summary struct {
	unheard
	out io.Writer
}

// summaryObject is the contract of summary.json.
type summaryObject struct {
	Program                 string           `json:"program"`
	Framework               string           `json:"framework_profile"`
	Ledger                  LedgerLine       `json:"ledger"`
	groupObject                              // of all records
	TraffickingUndetermined int64            `json:"trafficking_undetermined"`
	Flags                   tally            `json:"flags"`
	Priorities              tally            `json:"review_priorities"`
	ByYear                  []groupObject    `json:"by_year"`
	ByUnit                  []groupObject    `json:"by_unit"`
	ByLanguage              []groupObject    `json:"by_language"`
	ByDocument              []groupObject    `json:"by_document_type"`
	Cases                   casesObject      `json:"cases"`
	Decisions               tally            `json:"decisions,omitempty"` // of reviewers, by whether they count
	OtherFrameworks         []elsewhereTotal `json:"other_frameworks,omitempty"`
}

// elsewhereTotal counts one difference between two frameworks.
type elsewhereTotal struct {
	Framework string       `json:"framework_profile"`
	Here      screen.Class `json:"assessed_class"`
	There     screen.Class `json:"assessed_class_there"`
	Row       string       `json:"row"` // of the table of differences
	Why       string       `json:"why"`
	Records   int64        `json:"records"`
}

type groupObject struct {
	Group    *string        `json:"group,omitempty"` // "" when not stated, left out for all records
	Records  int64          `json:"records"`
	Rates    []rateObject   `json:"rates"`
	Matrix   []matrixObject `json:"label_by_class"`
	Findings tally          `json:"findings"`
}

type rateObject struct {
	Name              string      `json:"name"`
	Of                string      `json:"of"`
	Numerator         int64       `json:"numerator"`
	Denominator       int64       `json:"denominator"`
	Rate              *float64    `json:"rate"` // null without a denominator
	Wilson95          *[2]float64 `json:"wilson_95"`
	Undetermined      int64       `json:"undetermined"`
	UndeterminedShare *float64    `json:"undetermined_share"`
	Bounds            *[2]float64 `json:"bounds"`
}

type matrixObject struct {
	Label   screen.Label `json:"recorded_label"`
	Records int64        `json:"records"`
	Classes tally        `json:"classes"`
}

// tally is counts by wire value, zeros included, so that keys never come and go.
type tally map[string]int64

type casesObject struct {
	Cases     int64 `json:"cases"`
	Documents int64 `json:"documents"`
	States    tally `json:"states"`
	Classes   tally `json:"classes"`
	Findings  tally `json:"findings"`
}

func openSummary(w io.Writer, _ Options) (Writer, error) { return &summary{out: w}, nil }

// Close implements Writer.
func (s *summary) Close(run *Run) error {
	t := &run.Totals
	return writeJSON(s.out, summaryObject{
		Program: run.Program, Framework: run.Framework, Ledger: run.Ledger.Total,
		groupObject:             groupOf(nil, &t.Counts),
		TraffickingUndetermined: t.TraffickingUndetermined,
		Flags:                   tallies(screen.Flags(), t.Flagged),
		Priorities:              prioritiesOf(t),
		ByYear:                  groupsOf(t.ByYear), ByUnit: groupsOf(t.ByUnit),
		ByLanguage: groupsOf(t.ByLanguage), ByDocument: groupsOf(t.ByDocument),
		Cases: casesOf(&run.Cases), OtherFrameworks: elsewhereOf(t),
		Decisions: rulingTally(run.Rulings),
	})
}

func groupsOf(g Groups) []groupObject {
	groups := []groupObject{}
	for _, key := range slices.Sorted(maps.Keys(g)) {
		groups = append(groups, groupOf(&key, g[key]))
	}
	return groups
}

func groupOf(name *string, c *Counts) groupObject {
	g := groupObject{Group: name, Records: c.Records}
	for _, r := range c.Rates() {
		g.Rates = append(g.Rates, rateOf(r))
	}
	for _, l := range screen.Labels() {
		g.Matrix = append(g.Matrix, matrixObject{l, c.Row(l), tallies(columns(), func(k screen.Class) int64 {
			return c.Cells[Cell{l, k}]
		})})
	}
	g.Findings = tallies(screen.Kinds(), func(k screen.Kind) int64 { return c.Kinds[k] })
	return g
}

func rateOf(r Rate) rateObject {
	return rateObject{
		Name: r.Name, Of: r.Of, Numerator: r.Numerator, Denominator: r.Denominator,
		Rate: number(r.Value()), Wilson95: pair(r.Interval()),
		Undetermined: r.Undetermined, UndeterminedShare: number(r.UndeterminedShare()), Bounds: pair(r.Bounds()),
	}
}

func casesOf(t *CaseTotals) casesObject {
	return casesObject{
		Cases: t.Cases, Documents: t.Documents,
		States:   tallies(caseStates(), func(s screen.CaseState) int64 { return t.States[s] }),
		Classes:  tallies(columns(), func(k screen.Class) int64 { return t.Classes[k] }),
		Findings: tallies(screen.Kinds(), func(k screen.Kind) int64 { return t.Kinds[k] }),
	}
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

func elsewhereOf(t *Totals) []elsewhereTotal {
	var list []elsewhereTotal
	for _, c := range t.ElsewhereCells() {
		list = append(list, elsewhereTotal{c.Framework, c.Here, c.There, c.Row, c.Why, t.Elsewhere[c]})
	}
	return list
}

func prioritiesOf(t *Totals) tally {
	return tallies([]string{"1", "2", "3", "4", "5"}, func(p string) int64 {
		return t.Priorities[int(p[0]-'0')]
	})
}

// tallies counts every name, those with nothing too.
func tallies[T ~string](names []T, count func(T) int64) tally {
	t := tally{}
	for _, name := range names {
		t[string(name)] = count(name)
	}
	return t
}

func number(p float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	p = rounded(p)
	return &p
}

func pair(i Interval, ok bool) *[2]float64 {
	if !ok {
		return nil
	}
	return &[2]float64{rounded(i.Lower), rounded(i.Upper)}
}

// rounded keeps six decimals: processors differ in the last bits of a float,
// and the files must not.
func rounded(p float64) float64 { return math.Round(p*1e6) / 1e6 }
