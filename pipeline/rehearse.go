package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Rehearsal is what a run would come to that is neither published nor kept.
type Rehearsal struct {
	Last    *history.Run         `json:"last"` // the run that it was held against
	Counts  history.Tally        `json:"counts"`
	Moved   []history.Difference `json:"differences"` // by record
	Unread  bool                 `json:"unread"`
	Records int64                `json:"records"`

	// Former says that the last run took its digests of other things: only the
	// records are told that are found to be of another kind.
	Former bool `json:"former_digests,omitempty"`
	// Edited are the records whose source has changed and whose finding has not.
	Edited []string `json:"edited,omitempty"`
	// Misquoted are the records of which the store keeps other words than they have.
	Misquoted []string `json:"misquoted,omitempty"`
}

// Rehearse screens the inputs as Audit does and holds them against the last run
// of the series, to see beforehand what packs that were changed would flip. It
// needs the records, since the store has no text of them.
func Rehearse(ctx context.Context, o Options) (*Rehearsal, error) {
	o.NoCache = true
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
	inputs := found.list
	past, err := recall(ctx, o, rooms, inputs)
	if err != nil {
		return nil, err
	}
	defer past.close()
	if err := past.load(ctx, o); err != nil {
		return nil, err
	}
	cases, err := newCases()
	if err != nil {
		return nil, err
	}
	defer cases.close()
	watch := &watcher{ctx: ctx, past: past, last: past.session.Last()}
	g := &gatherer{out: watch, cases: cases, past: past, progress: newMeter(o.Progress, inputs)}
	if err := g.rejectAll(found.rejects); err != nil {
		return nil, err
	}
	if err := stages(ctx, o, rooms, inputs, g); err != nil {
		return nil, err
	}
	slices.SortFunc(watch.moved, func(a, b history.Difference) int { return strings.Compare(a.RecordID(), b.RecordID()) })
	return &Rehearsal{
		Last: watch.last, Counts: past.counts.Tally, Moved: watch.moved, Unread: g.unread, Records: past.counts.Records,
		Former: past.session.Former(), Edited: watch.edited, Misquoted: watch.misquoted,
	}, nil
}

// watcher takes the place of the reports and notes what does not stand as it did.
type watcher struct {
	past  *past
	ctx   context.Context
	last  *history.Run
	moved []history.Difference

	edited, misquoted []string // record ids
}

// Add implements taker.
func (w *watcher) Add(f *screen.Finding, _ ...screen.Change) error {
	m := w.past.Mark()
	if m == nil {
		return nil
	}
	if m.State == history.Unchanged && m.Edited {
		w.edited = append(w.edited, strings.Clone(f.RecordID))
		return nil
	}
	if m.State == history.Unchanged {
		wrong, err := w.past.session.Misquotes(w.ctx, f, m)
		if wrong {
			w.misquoted = append(w.misquoted, strings.Clone(f.RecordID))
		}
		return err
	}
	if m.State == history.Updated && w.past.session.Former() {
		return nil
	}
	after := history.SideOf(f)
	d := history.Difference{State: m.State, Causes: m.Causes, After: &after}
	if m.State == history.Updated || m.Was != "" {
		d.Before = &history.Side{RecordID: after.RecordID, Kind: cmp.Or(m.Was, after.Kind)}
	}
	w.moved = append(w.moved, d)
	return nil
}

// Reject implements taker.
func (w *watcher) Reject(source.Reject) error { return nil }

// Case implements taker.
func (w *watcher) Case(*screen.Case) error { return nil }

var _ taker = (*watcher)(nil)
