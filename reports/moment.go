package reports

import (
	"palermo/reports/stats"
)

// moment is a point in time with its rates: a year of the records, or a run.
type moment struct {
	Name  string
	Run   int64 // 0 for a year
	Rules []string
	Rates []Rate
}

// years are the years of the records that are known.
func years(f *Figures) []moment {
	var list []moment
	for _, b := range f.Breakdowns {
		if b.By != ByYear {
			continue
		}
		for _, g := range b.Groups {
			if len(g.Name) == 4 {
				list = append(list, moment{Name: g.Name, Rates: g.Rates})
			}
		}
	}
	return list
}

// runs are the runs of the series whose rates are known. How many records were
// undetermined in each is not.
func (w *Words) runs(trends []Trend) []moment {
	var list []moment
	for _, t := range trends {
		m := moment{Name: t.Day, Run: t.Run, Rules: t.Rules}
		if m.Name == "" {
			m.Name = w.of("trend", "this_run")
		}
		for _, r := range t.Rates {
			m.Rates = append(m.Rates, Rate{Name: r.Name, Numerator: Count{N: r.Numerator}, Denominator: Count{N: r.Denominator}})
		}
		list = append(list, m)
	}
	return list
}

// since is how far a rate lies from that of an earlier moment whose records are
// others.
func since(now, before Rate) Difference {
	if now.Withheld() || before.Withheld() {
		return Difference{}
	}
	if n := min(now.Denominator.N, before.Denominator.N); n < minCompared {
		return Difference{Few: n > 0}
	}
	var d Difference
	d.Value, d.Interval, d.OK = stats.Newcombe(now.Numerator.N, now.Denominator.N, before.Numerator.N, before.Denominator.N)
	return d
}
