package pipeline

import (
	"cmp"
	"slices"

	"palermo/pipeline/source"
	"palermo/reports"
)

// maxProblems bounds how many different problems are told apart.
const maxProblems = 200

// problemCounts counts what was noted of records as they were read.
type problemCounts struct {
	index map[string]int
	met   []reports.ProblemCount
}

func (c *problemCounts) add(r *source.Record) {
	for _, problem := range r.Problems {
		c.count(problem, r.Location)
	}
}

func (c *problemCounts) count(problem string, at source.Location) {
	i, known := c.index[problem]
	if !known && len(c.met) >= maxProblems {
		problem = "(any other problem)"
		i, known = c.index[problem]
	}
	if !known {
		if c.index == nil {
			c.index = map[string]int{}
		}
		i = len(c.met)
		c.index[problem] = i
		c.met = append(c.met, reports.ProblemCount{Problem: problem, First: at.String()})
	}
	c.met[i].Records++
}

// list returns the counts, the most frequent first.
func (c *problemCounts) list() []reports.ProblemCount {
	list := slices.Clone(c.met)
	slices.SortStableFunc(list, func(a, b reports.ProblemCount) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), cmp.Compare(a.Problem, b.Problem))
	})
	return list
}
