package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"palermo/pipeline/history"
	"palermo/reports/stats"
)

// trends is the verb that shows the rates over runs and over report dates.
func (s *shell) trends() *cobra.Command {
	var f storeFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "trends",
		Short: "Print how the rates went over the runs, and over the years of the reports",
		Long: `trends prints every rate with its two counts, for each run that the store keeps,
and by the year of the reports as the last run found them. A rate that changes
from run to run may come from the data or from the rules; palermo diff tells
which.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return f.with(cmd.Context(), func(store *history.Store, series history.Series) error {
				runs, err := store.Runs(cmd.Context(), series)
				if err != nil {
					return err
				}
				t := trendsOf(runs)
				if asJSON {
					return writeJSON(s.stdout, t)
				}
				return t.print(s.stdout)
			})
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// trend is one rate over time.
type trend struct {
	Name   string       `json:"name"`
	ByRun  []trendPoint `json:"by_run"`
	ByYear []trendPoint `json:"by_year"` // of the reports, in the last run
}

type trendPoint struct {
	At       string     `json:"at"`                 // day of the run, or year
	Run      int64      `json:"run,omitempty"`      // its number
	Finished *time.Time `json:"finished,omitempty"` // the time of the run
	history.Rate
}

type trendList []trend

func trendsOf(runs []history.Run) trendList {
	list := trendList{}
	for _, name := range rateNames() {
		t := trend{Name: name, ByRun: []trendPoint{}, ByYear: []trendPoint{}}
		for i := range runs {
			t.ByRun = append(t.ByRun, trendPoint{runs[i].Finished.Format(time.DateOnly), runs[i].ID, &runs[i].Finished, runs[i].Rates[name]})
		}
		years := runs[len(runs)-1].ByYear
		for _, year := range slices.Sorted(maps.Keys(years)) {
			t.ByYear = append(t.ByYear, trendPoint{At: year, Rate: years[year][name]})
		}
		list = append(list, t)
	}
	return list
}

func (l trendList) print(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, t := range l {
		fmt.Fprintf(b, "%s\n", words(t.Name))
		printPoints(b, "by run", t.ByRun)
		printPoints(b, "by year of the report", t.ByYear)
	}
	return b.Flush()
}

func printPoints(w io.Writer, title string, points []trendPoint) {
	fmt.Fprintf(w, "  %s\n", title)
	for _, p := range points {
		rate := "n/a"
		if v, ok := p.Value(); ok {
			interval, _ := stats.Wilson(p.Numerator, p.Denominator)
			rate = fmt.Sprintf("%5.1f%%  (95%% interval %.1f%% to %.1f%%)", 100*v, 100*interval.Lower, 100*interval.Upper)
		}
		fmt.Fprintf(w, "    %-10s  %s of %s  %s\n", p.label(), grouped(p.Numerator), grouped(p.Denominator), rate)
	}
}

// label is what a point is called: several runs may be of one day.
func (p *trendPoint) label() string {
	switch {
	case p.Finished != nil:
		return fmt.Sprintf("run %d, %s", p.Run, p.Finished.Format(time.RFC3339))
	case p.At == "":
		return "not stated"
	}
	return p.At
}
