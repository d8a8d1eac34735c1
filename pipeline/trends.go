package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"palermo/pipeline/history"
	"palermo/reports"
)

// trends follows the rates of a series from run to run, for the reports.
type trends struct {
	list []reports.Trend
	last *history.Run // that has a Trend
}

// trendsOf follows the runs of a series, the oldest first.
func trendsOf(runs []history.Run) trends {
	var t trends
	for i := range runs {
		t.add(&runs[i], runs[i].Finished.Format(time.DateOnly))
	}
	return t
}

// add follows one run more. A run that came to the same rates adds nothing, so
// that a night on which nothing changed has nothing new to report.
func (t *trends) add(run *history.Run, day string) {
	one := reports.Trend{Run: run.ID, Day: day, Rules: []string{}}
	for _, r := range new(reports.Counts).Rates() {
		of := run.Rates[r.Name]
		one.Rates = append(one.Rates, reports.TrendRate{Name: r.Name, Numerator: of.Numerator, Denominator: of.Denominator})
	}
	if t.last != nil {
		if slices.Equal(t.list[len(t.list)-1].Rates, one.Rates) {
			return
		}
		one.Rules = append(one.Rules, run.RulesSince(t.last)...)
	}
	t.list, t.last = append(t.list, one), run
}

// with is what the reports of a run are told.
func (t trends) with(run *history.Run) []reports.Trend {
	t.list = slices.Clone(t.list)
	t.add(run, "")
	if len(t.list) < 2 {
		return nil
	}
	return t.list
}

// digest tells whether earlier runs are told of alike.
func (t trends) digest() string {
	sum := sha256.New()
	_ = json.NewEncoder(sum).Encode(t.list) // a hash takes everything, and the list is plain data
	return hex.EncodeToString(sum.Sum(nil))
}
