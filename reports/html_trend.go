package reports

import "strings"

// trendTable is how the rates went from run to run.
type trendTable struct {
	Chart *timeChart
	Rates []string
	Runs  []trendLine
	Left  string
}

type trendLine struct {
	Number, Day, Rules string
	Rates              []groupRate
}

// trendLines is nil for a run that there is none to compare with.
func trendLines(w *Words, trends []Trend) *trendTable {
	all := w.runs(trends)
	if len(all) < 2 {
		return nil
	}
	t := &trendTable{Chart: chartOf(w, all), Rates: []string{w.of("rate", overLabelling), w.of("rate", underLabelling)}}
	t.Chart.Title, t.Chart.Note = w.of("trend", "chart"), w.of("trend", "note")
	shown := lastOf(all)
	if len(shown) < len(all) {
		t.Left = w.with("trend", "left", "n", w.whole(int64(len(shown))), "all", w.whole(int64(len(all))))
	}
	for _, m := range shown {
		line := trendLine{Number: w.whole(m.Run), Day: m.Name, Rules: strings.Join(m.Rules, ", ")}
		for _, r := range m.Rates[:2] {
			line.Rates = append(line.Rates, groupRate{
				Of:    w.count(r.Numerator) + " " + w.of("page", "of") + " " + w.count(r.Denominator),
				Value: w.value(r), Interval: w.interval(r.Interval()), Bar: barOf(r),
			})
		}
		t.Runs = append(t.Runs, line)
	}
	return t
}

// yearChart is the rates by year of the records.
func yearChart(w *Words, f *Figures) *timeChart {
	c := chartOf(w, years(f))
	if c != nil {
		c.Title, c.Note = w.of("page", "by_year_chart"), w.of("page", "chart_note")
	}
	return c
}
