package pipeline

import (
	"cmp"
	"context"
	"slices"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
	"palermo/screen/columns"
)

// Survey is what reading the inputs comes to, without screening them.
type Survey struct {
	Inputs   []source.Input         `json:"inputs"`
	Mappings []source.Mapping       `json:"mappings"`
	Ledger   reports.Ledger         `json:"ledger"` // Out counts the records that an audit would screen
	Labels   []LabelValue           `json:"labels"`
	Rejects  []RejectKind           `json:"left_out"`
	Problems []reports.ProblemCount `json:"problems"`
	Unread   bool                   `json:"unread"` // something would be quarantined, or a table has nothing to screen
}

// LabelValue is one recorded label as written, and how an audit would read it.
type LabelValue struct {
	Value string       `json:"value"`
	Count int64        `json:"count"`
	Label screen.Label `json:"label"`
	Known bool         `json:"known"`
}

// RejectKind counts rows that an audit would leave out for one reason.
type RejectKind struct {
	Outcome source.Outcome `json:"outcome"`
	Reason  string         `json:"reason"`
	Hint    string         `json:"hint,omitempty"`
	Rows    int64          `json:"rows"`
	First   []string       `json:"first"` // where the first of them stand
}

// Check reads the inputs as Audit does and says how they are read. Errors are
// as those of Audit.
func Check(ctx context.Context, o Options) (*Survey, error) {
	rooms, err := open(o)
	if err != nil {
		return nil, err
	}
	defer rooms.close()
	found, err := find(ctx, o.Inputs, o.Stdin)
	defer found.remove()
	if err != nil {
		return nil, err
	}
	c := &checker{
		survey: Survey{ // lists also where they are empty
			Inputs: []source.Input{}, Mappings: []source.Mapping{}, Labels: []LabelValue{}, Rejects: []RejectKind{},
		},
		labels: rooms.labels, facts: rooms.facts, progress: newMeter(o.Progress, found.list), index: map[[2]string]int{},
	}
	for i := range found.rejects {
		c.reject(&found.rejects[i])
	}
	seen := newDuplicates()
	for _, in := range found.list {
		c.survey.Inputs = append(c.survey.Inputs, in.Input)
		if err := readFile(ctx, in, rooms.options, seen, c.item); err != nil {
			return nil, err
		}
		c.bytes += in.Bytes
		c.progress.report(in.File, c.bytes, c.ledger.rows)
	}
	c.progress.done()
	return c.done(), nil
}

// checker collects a survey.
type checker struct {
	survey   Survey
	labels   *screen.LabelMap
	facts    *columns.Map
	progress *meter
	bytes    int64
	ledger   ledger
	counts   labelCounts
	problems problemCounts
	index    map[[2]string]int // of rejects by outcome and reason
}

func (c *checker) item(item source.Item) error {
	switch {
	case item.Table != nil:
		c.survey.Mappings = append(c.survey.Mappings, *item.Table)
	case item.Reject != nil:
		c.reject(item.Reject)
	case item.Record != nil:
		r := item.Record
		c.ledger.in(r.Location, 1)
		c.ledger.screened(r.Location)
		c.counts.add(r.Label)
		c.facts.Read(extract.Reading{Record: r}) // notes what it can't read
		c.problems.add(r)
	}
	return nil
}

// keptExamples is how many places are named for every reason.
const keptExamples = 3

func (c *checker) reject(r *source.Reject) {
	c.ledger.in(r.Location, r.Rows)
	c.ledger.rejected(r)
	c.survey.Unread = c.survey.Unread || leavesUnread(r)
	reason := r.Reason
	if r.Outcome == source.Duplicate {
		reason = "stands in the input already" // each names another place
	}
	key := [2]string{string(r.Outcome), reason}
	i, met := c.index[key]
	if !met {
		i = len(c.survey.Rejects)
		c.index[key] = i
		c.survey.Rejects = append(c.survey.Rejects, RejectKind{Outcome: r.Outcome, Reason: reason, Hint: r.Hint})
	}
	kind := &c.survey.Rejects[i]
	kind.Rows += int64(r.Rows)
	if len(kind.First) < keptExamples {
		kind.First = append(kind.First, r.Location.String())
	}
}

func (c *checker) done() *Survey {
	for _, count := range c.counts.list() {
		label, flags := c.labels.Normalise(count.Value)
		c.survey.Labels = append(c.survey.Labels, LabelValue{
			Value: count.Value, Count: count.Count, Label: label, Known: !slices.Contains(flags, screen.UnmappedLabel),
		})
	}
	c.survey.Ledger = c.ledger.total()
	c.survey.Problems = append([]reports.ProblemCount{}, c.problems.list()...)
	slices.SortStableFunc(c.survey.Rejects, func(a, b RejectKind) int {
		return cmp.Or(cmp.Compare(a.Outcome, b.Outcome), cmp.Compare(b.Rows, a.Rows))
	})
	return &c.survey
}
