package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
)

// gatherer is the last stage: it puts the batches into input order again and
// hands everything to the reports. It runs in one goroutine.
type gatherer struct {
	out      taker
	cases    *cases
	past     *past
	progress *meter

	names    screen.Names
	ledger   ledger
	mappings []source.Mapping
	totals   reports.Totals
	inCases  reports.CaseTotals
	unmapped labelCounts
	problems problemCounts
	rejects  []source.Reject // the first keptRejects
	unread   bool            // something of the input was not read or not screened
	changes  bool            // the reports are told what would alter a finding
}

// gather takes batches as they come and passes them on in order.
func (g *gatherer) gather(ctx context.Context, in <-chan *batch, tickets <-chan struct{}) error {
	early := map[int]*batch{}
	for next := 0; ; {
		var b *batch
		var ok bool
		select {
		case b, ok = <-in:
		case <-ctx.Done():
			return ctx.Err()
		}
		if !ok {
			return ctx.Err()
		}
		for early[b.number] = b; early[next] != nil; next++ {
			if err := g.pass(early[next]); err != nil {
				return err
			}
			delete(early, next)
			<-tickets
		}
	}
}

// pass hands one batch to the reports.
func (g *gatherer) pass(b *batch) error {
	findings, traces, changes := b.findings, b.traces, b.changes
	for _, item := range b.items {
		switch {
		case item.Table != nil:
			g.mappings = append(g.mappings, *item.Table)
		case item.Reject != nil:
			if err := g.reject(item.Reject); err != nil {
				return err
			}
		case item.Record != nil:
			if err := g.add(&findings[0], traces[0], changes[0]); err != nil {
				return err
			}
			findings, traces, changes = findings[1:], traces[1:], changes[1:]
		}
	}
	g.progress.report(b.file, b.bytes, g.ledger.rows)
	return g.past.keep(b.fresh)
}

func (g *gatherer) add(f *screen.Finding, t history.Trace, changes []screen.Change) error {
	at := f.Reading.Record.Location
	g.ledger.in(at, 1)
	g.names.Settle(f)
	g.totals.Add(f)
	g.unread = g.unread || f.Kind == screen.NotScreened
	if slices.Contains(f.Flags, screen.UnmappedLabel) {
		g.unmapped.add(f.Reading.Record.Label)
	}
	g.problems.add(f.Reading.Record)
	if err := g.past.hold(f, t); err != nil {
		return err
	}
	if err := g.cases.add(f); err != nil {
		return err
	}
	if err := g.out.Add(f, changes...); err != nil {
		return err
	}
	g.ledger.screened(at)
	return nil
}

// keptRejects is how many rejects a result holds.
const keptRejects = 5

func (g *gatherer) reject(r *source.Reject) error {
	if len(g.rejects) < keptRejects {
		g.rejects = append(g.rejects, *r)
	}
	g.ledger.in(r.Location, r.Rows)
	g.ledger.rejected(r)
	g.past.noteUnread(r)
	g.unread = g.unread || leavesUnread(r)
	return g.out.Reject(*r)
}

// leavesUnread reports whether a reject means that something of the input was
// not read, or a whole table not screened.
func leavesUnread(r *source.Reject) bool {
	return r.Outcome == source.Quarantined || r.Outcome == source.Skipped && wholeTable(r) && r.Rows > 0
}

func (g *gatherer) rejectAll(rejects []source.Reject) error {
	for i := range rejects {
		if err := g.reject(&rejects[i]); err != nil {
			return err
		}
	}
	return nil
}

// addCase counts a case, and hands it to the reports if they should list it.
func (g *gatherer) addCase(c *screen.Case, listed bool) error {
	g.inCases.Add(c)
	if !listed {
		return nil
	}
	return g.out.Case(c)
}

// run is everything that the reports are told at the end.
func (g *gatherer) run(o Options, rooms *rooms, inputs []input) reports.Run {
	run := reports.Run{
		Program:        o.Program,
		Framework:      rooms.framework.ID,
		Versions:       rooms.versions(),
		Packs:          rooms.reader.OwnPacks(),
		Ledger:         g.ledger.total(),
		Mappings:       g.mappings,
		Totals:         g.totals,
		Cases:          g.inCases,
		PlanSHA256:     o.Plan.SHA256,
		UnmappedLabels: g.unmapped.list(),
		Problems:       g.problems.list(),
	}
	for _, in := range inputs {
		run.Inputs = append(run.Inputs, in.Input)
	}
	return run
}

// maxLabels bounds how many different unmapped labels are told apart; a column
// taken for labels by mistake may hold millions.
const maxLabels = 1000

// labelCounts counts recorded labels as written.
type labelCounts map[string]int64

func (c *labelCounts) add(label string) {
	if *c == nil {
		*c = labelCounts{}
	}
	if n, known := (*c)[label]; known {
		(*c)[label] = n + 1
		return
	}
	if len(*c) >= maxLabels {
		label = "(any other value)"
	}
	(*c)[strings.Clone(label)]++ // the label is a piece of its record's row
}

// list returns the counts, the most frequent first.
func (c labelCounts) list() []reports.LabelCount {
	var out []reports.LabelCount
	for label, n := range c {
		out = append(out, reports.LabelCount{Value: label, Count: n})
	}
	slices.SortFunc(out, func(a, b reports.LabelCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out
}
