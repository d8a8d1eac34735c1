package reports

import (
	"io"
	"math"
	"strconv"

	"palermo/pipeline/history"
	"palermo/reports/stats"
	"palermo/screen"
)

// summary writes summary.json: what the run counted, and nothing of any record.
type summary struct {
	unheard
	out io.Writer
}

// summaryObject is the contract of summary.json. A count that is withheld is
// null there; a rate is null without a denominator too.
type summaryObject struct {
	Program                 string                  `json:"program"`
	Tier                    string                  `json:"tier"`
	Floor                   int64                   `json:"smallest_count,omitempty"`
	Framework               string                  `json:"framework_profile"`
	Ledger                  LedgerLine              `json:"ledger"`
	Records                 *int64                  `json:"records"`
	Repeated                int64                   `json:"repeated_texts"` // of records that are listed and not counted
	Rates                   []rateObject            `json:"rates"`
	Matrix                  []matrixObject          `json:"label_by_class"`
	Findings                tally                   `json:"findings"`
	TraffickingUndetermined *int64                  `json:"trafficking_undetermined"`
	Flags                   tally                   `json:"flags"`
	Priorities              tally                   `json:"review_priorities"`
	OpenQuestions           []questionObject        `json:"open_questions"`
	Breakdowns              []breakdownObject       `json:"breakdowns"`
	Cases                   *casesObject            `json:"cases,omitempty"`
	Decisions               tally                   `json:"decisions,omitempty"` // of reviewers, by whether they count
	OtherFrameworks         []elsewhereTotal        `json:"other_frameworks,omitempty"`
	States                  map[history.State]int64 `json:"states,omitempty"` // findings against the last run of a store
	Trends                  []Trend                 `json:"trends,omitempty"` // over the runs of a store
}

type breakdownObject struct {
	By          Dimension     `json:"by"`
	Comparisons int           `json:"comparisons"`
	Groups      []groupObject `json:"groups"`
}

type groupObject struct {
	Group       string             `json:"group"` // "" when not stated
	Records     *int64             `json:"records"`
	Rates       []rateObject       `json:"rates"`
	Differences []differenceObject `json:"against_all_others"` // of the first two rates
	Matrix      []matrixObject     `json:"label_by_class,omitempty"`
	Findings    tally              `json:"findings,omitempty"`
}

type rateObject struct {
	Name              string      `json:"name"`
	Of                string      `json:"of"`
	Numerator         *int64      `json:"numerator"`
	Denominator       *int64      `json:"denominator"`
	Rate              *float64    `json:"rate"`
	Wilson95          *[2]float64 `json:"wilson_95"`
	Undetermined      *int64      `json:"undetermined"`
	UndeterminedShare *float64    `json:"undetermined_share"`
	Bounds            *[2]float64 `json:"bounds"`
}

type differenceObject struct {
	Name       string      `json:"name"`
	Difference *float64    `json:"difference"`
	Newcombe95 *[2]float64 `json:"newcombe_95"`
	ToldApart  bool        `json:"told_apart"` // the interval leaves out zero
}

type questionObject struct {
	Text    string `json:"text"`
	Records *int64 `json:"records"`
}

type matrixObject struct {
	Label   screen.Label `json:"recorded_label"`
	Records *int64       `json:"records"`
	Classes tally        `json:"classes"`
}

// tally is counts by wire value, zeros included, so that keys never come and go.
type tally map[string]*int64

type casesObject struct {
	Cases     int64            `json:"cases"`
	Documents int64            `json:"documents"`
	States    map[string]int64 `json:"states"`
	Classes   map[string]int64 `json:"classes"`
	Findings  map[string]int64 `json:"findings"`
}

func openSummary(w io.Writer, o Options) (Writer, error) { return &summary{out: w}, nil }

// Close implements Writer.
func (s *summary) Close(run *Run) error {
	f := run.Figures
	o := summaryObject{
		Program: run.Program, Tier: run.Tier, Floor: f.Floor, Framework: run.Framework, Ledger: run.Ledger.Total,
		Records: counted64(f.Records), Repeated: f.Repeated, Rates: ratesOf(f.Rates), Matrix: matrixOf(f.Matrix),
		Findings:                tallied(screen.Kinds(), f.Kinds),
		TraffickingUndetermined: counted64(f.Open),
		Flags:                   tallied(screen.Flags(), f.Flags),
		Priorities:              tallied(priorityNames(), f.Priorities),
		OpenQuestions:           []questionObject{}, Breakdowns: []breakdownObject{},
		Cases: casesOf(run), OtherFrameworks: f.Elsewhere, Decisions: rulingTally(run.Rulings), States: run.States, Trends: run.Trends,
	}
	for _, q := range f.Questions {
		o.OpenQuestions = append(o.OpenQuestions, questionObject{q.Text, counted64(q.Records)})
	}
	for i := range f.Breakdowns {
		o.Breakdowns = append(o.Breakdowns, breakdownObjectOf(&f.Breakdowns[i]))
	}
	return writeJSON(s.out, o)
}

func breakdownObjectOf(b *Breakdown) breakdownObject {
	o := breakdownObject{By: b.By, Comparisons: b.Comparisons, Groups: []groupObject{}}
	for _, g := range b.Groups {
		group := groupObject{Group: g.Name, Records: counted64(g.Records), Rates: ratesOf(g.Rates), Differences: differencesOf(g)}
		if g.Counts != nil {
			of := figuresOf(&Totals{Counts: *g.Counts}, 0)
			group.Matrix, group.Findings = matrixOf(of.Matrix), tallied(screen.Kinds(), of.Kinds)
		}
		o.Groups = append(o.Groups, group)
	}
	return o
}

func differencesOf(g Group) []differenceObject {
	list := []differenceObject{}
	for i, d := range g.Against {
		o := differenceObject{Name: g.Rates[i].Name, ToldApart: d.Told(), Newcombe95: pair(d.Interval, d.OK)}
		o.Difference = number(d.Value, d.OK)
		list = append(list, o)
	}
	return list
}

func ratesOf(rates []Rate) []rateObject {
	list := []rateObject{}
	for _, r := range rates {
		list = append(list, rateObject{
			Name: r.Name, Of: rateDenominators()[r.Name],
			Numerator: counted64(r.Numerator), Denominator: counted64(r.Denominator),
			Rate: number(r.Value()), Wilson95: pair(r.Interval()),
			Undetermined: counted64(r.Undetermined), UndeterminedShare: number(r.UndeterminedShare()), Bounds: pair(r.Bounds()),
		})
	}
	return list
}

// rateDenominators says for programs what each rate is a share of.
func rateDenominators() map[string]string {
	return map[string]string{
		overLabelling:    "records labelled trafficking that can be determined",
		underLabelling:   "records labelled smuggling that can be determined",
		unsupportedLabel: "labelled records that can be determined",
		coUse:            "labelled records",
		ambiguousTerm:    "labelled records",
	}
}

func matrixOf(rows []MatrixRow) []matrixObject {
	list := []matrixObject{}
	for _, r := range rows {
		list = append(list, matrixObject{r.Label, counted64(r.Total), tallied(classColumns(), r.Cells)})
	}
	return list
}

// casesOf counts cases; by label and class they are small counts, so there are
// none in the shareable tier.
func casesOf(run *Run) *casesObject {
	if run.Tier == TierShareable {
		return nil
	}
	t := &run.Cases
	return &casesObject{
		Cases: t.Cases, Documents: t.Documents,
		States: named64(screen.CaseStates(), t.States), Classes: named64(classColumns(), t.Classes), Findings: named64(screen.Kinds(), t.Kinds),
	}
}

// named64 counts every name, those with nothing too.
func named64[T ~string](names []T, counts map[T]int64) map[string]int64 {
	m := map[string]int64{}
	for _, name := range names {
		m[string(name)] = counts[name]
	}
	return m
}

// priorityNames are the priorities as keys.
func priorityNames() []string {
	var names []string
	for _, p := range screen.Priorities() {
		names = append(names, strconv.Itoa(p))
	}
	return names
}

// tallied puts counts beside their names.
func tallied[T ~string](names []T, counts []Count) tally {
	t := tally{}
	for i, name := range names {
		t[string(name)] = counted64(counts[i])
	}
	return t
}

func counted64(c Count) *int64 {
	if c.Withheld {
		return nil
	}
	return &c.N
}

func number(p float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	p = rounded(p)
	return &p
}

func pair(i stats.Interval, ok bool) *[2]float64 {
	if !ok {
		return nil
	}
	return &[2]float64{rounded(i.Lower), rounded(i.Upper)}
}

// rounded keeps six decimals: processors differ in the last bits of a float,
// and the files must not.
func rounded(p float64) float64 { return math.Round(p*1e6) / 1e6 }
