package reports

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"palermo/pipeline/source"
	"palermo/screen"
)

// view is what the template is told: everything in words.
type view struct {
	Run            *Run
	Policy         string
	Style          template.CSS
	Script         template.JS
	Shareable      bool
	Headlines      []string
	Reading        string // what none of the figures covers
	Tier           string
	Columns        []string
	Matrix         []matrixLine
	Totals         []string
	Records        string
	Rates          []rateLine
	Findings       []countLine
	Years          *timeChart
	Trends         *trendTable
	Breakdowns     []breakdownTable
	Elsewhere      []elsewhereLine
	AlsoOpen       string
	Questions      []countLine
	NotScreened    []countLine
	Queue          []*entry
	Left           string
	Decisions      []rulingLine // all of them, whether they count or not
	Labels         []choice     // of the filter
	Classes        []choice
	Outcomes       []countLine
	Method, Limits []string
}

type matrixLine struct {
	Label   string
	Cells   []shareCell
	Records string
}

// shareCell is a cell of the matrix; Heat is its shade from 0 to 5.
type shareCell struct {
	Count, Percent string
	Heat           int
}

type rateLine struct {
	Title, Of                   string
	Numerator, Denominator      string
	Value, Interval             string
	Undetermined, Share, Bounds string
	Bar                         *bar
}

type countLine struct{ Name, Count, Percent string }

type elsewhereLine struct{ Framework, Here, There, Why, Count string }

type choice struct{ Value, Name string }

type breakdownTable struct {
	ID, Title, Of string
	Rates         []string
	Groups        []groupLine
	Note          string
}

type groupLine struct {
	Name, Records string
	Rates         []groupRate
}

type groupRate struct {
	Of, Value, Interval, Against string
	Bar                          *bar
}

// viewOf puts the figures of a run into words. Rows that did not become records
// are counted by the ledger; outcomes counts those that were seen.
func viewOf(w *Words, run *Run, outcomes map[source.Outcome]int64) *view {
	f := run.Figures
	v := &view{
		Run: run, Shareable: run.Tier == TierShareable,
		Headlines: w.headlines(run), Reading: w.reading(run), Tier: w.tier(run),
		Matrix: matrixLines(w, f), Records: w.count(f.Records), Rates: rateLines(w, f.Rates),
		Years: yearChart(w, f), Trends: trendLines(w, run.Trends),
		Method: w.sequence("method"), Limits: w.sequence("limit"),
		NotScreened: notScreenedLines(w, f), Outcomes: outcomeLines(w, run, outcomes),
	}
	for _, class := range classColumns() {
		v.Columns = append(v.Columns, w.class(class))
	}
	for _, c := range f.Columns {
		v.Totals = append(v.Totals, w.count(c))
	}
	for i, k := range screen.Kinds() {
		v.Findings = append(v.Findings, countLine{w.Kind(k), w.count(f.Kinds[i]), w.percent(ratio(f.Kinds[i], f.Records))})
	}
	for i := range f.Breakdowns {
		if len(f.Breakdowns[i].Groups) == 1 {
			continue // all records over again
		}
		v.Breakdowns = append(v.Breakdowns, breakdownLines(w, &f.Breakdowns[i], f.Floor))
	}
	if f.Open.N > 0 {
		v.AlsoOpen = w.with("page", "also_open", "n", w.count(f.Open))
	}
	for _, e := range f.Elsewhere {
		v.Elsewhere = append(v.Elsewhere, elsewhereLine{e.Framework, w.class(e.Here), w.class(e.There), strings.TrimSpace(e.Row + " " + e.Why), w.whole(e.Records)})
	}
	for _, q := range f.Questions {
		v.Questions = append(v.Questions, countLine{Name: w.question(q.Text), Count: w.count(q.Records)})
	}
	return v
}

func matrixLines(w *Words, f *Figures) []matrixLine {
	var rows []matrixLine
	for _, r := range f.Matrix {
		row := matrixLine{Label: w.label(r.Label), Records: w.count(r.Total)}
		for _, c := range r.Cells {
			share, ok := ratio(c, r.Total)
			cell := shareCell{Count: w.count(c)}
			if ok {
				cell.Percent = w.percent(share, true)
			}
			if ok && c.N > 0 {
				cell.Heat = 1 + min(4, int(share*5))
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

func rateLines(w *Words, rates []Rate) []rateLine {
	var rows []rateLine
	for _, r := range rates {
		rows = append(rows, rateLine{
			Title: w.rateTitle(r), Of: w.rateOf(r),
			Numerator: w.count(r.Numerator), Denominator: w.count(r.Denominator),
			Value: w.value(r), Interval: w.interval(r.Interval()),
			Undetermined: w.count(r.Undetermined), Share: w.percent(r.UndeterminedShare()), Bounds: w.interval(r.Bounds()),
			Bar: barOf(r),
		})
	}
	return rows
}

func breakdownLines(w *Words, b *Breakdown, floor int64) breakdownTable {
	t := breakdownTable{
		ID: "by-" + string(b.By), Title: w.of("by", string(b.By)), Of: w.of("dimension", string(b.By)),
		Rates: []string{w.of("rate", overLabelling), w.of("rate", underLabelling)},
		Note:  w.with("text", "comparisons", "n", w.whole(int64(b.Comparisons))),
	}
	if b.By == ByFramework {
		t.Note = w.of("text", "same_records")
	}
	for _, g := range b.Groups {
		row := groupLine{Name: w.group(b.By, g.Name, floor), Records: w.count(g.Records)}
		for i, r := range g.Rates[:2] {
			row.Rates = append(row.Rates, groupRate{
				Of:    w.count(r.Numerator) + " " + w.of("page", "of") + " " + w.count(r.Denominator),
				Value: w.value(r), Interval: w.interval(r.Interval()), Against: w.against(&g, i), Bar: barOf(r),
			})
		}
		t.Groups = append(t.Groups, row)
	}
	return t
}

// notScreenedLines counts the records that were not read, by their language.
func notScreenedLines(w *Words, f *Figures) []countLine {
	var list []countLine
	for _, b := range f.Breakdowns {
		if b.By != ByLanguage {
			continue
		}
		for _, g := range b.Groups {
			if g.Counts != nil && g.Counts.Kinds[screen.NotScreened] > 0 {
				list = append(list, countLine{Name: w.group(b.By, g.Name, 0), Count: w.whole(g.Counts.Kinds[screen.NotScreened])})
			}
		}
	}
	return list
}

func outcomeLines(w *Words, run *Run, outcomes map[source.Outcome]int64) []countLine {
	total := run.Ledger.Total
	var list []countLine
	for _, o := range []struct {
		source.Outcome
		rows int64
	}{
		{source.Quarantined, total.Quarantined}, {source.Skipped, total.Skipped}, {source.Duplicate, total.Duplicate},
	} {
		list = append(list, countLine{Name: w.outcome(o.Outcome), Count: w.whole(max(o.rows, outcomes[o.Outcome]))})
	}
	if n := run.Figures.Repeated; n > 0 {
		list = append(list, countLine{Name: w.of("outcome", "repeated"), Count: w.whole(n)})
	}
	return list
}

// choices lists the labels and classes that stand in the queue.
func choices(w *Words, queue []*entry) (labels, classes []choice) {
	for _, l := range screen.Labels() {
		if slices.ContainsFunc(queue, func(e *entry) bool { return e.Label == l }) {
			labels = append(labels, choice{string(l), w.label(l)})
		}
	}
	for _, c := range classColumns() {
		if slices.ContainsFunc(queue, func(e *entry) bool { return e.Class == c }) {
			classes = append(classes, choice{string(c), w.class(c)})
		}
	}
	return labels, classes
}

// Number is the priority as text, for the filter.
func (e *entry) Number() string { return strconv.Itoa(e.Priority) }
