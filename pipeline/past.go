package pipeline

import (
	"context"
	"maps"
	"slices"
	"time"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
)

// past is what a run has to do with those before it, and with what reviewers
// decided. Without a store it only counts.
type past struct {
	session *history.Session // nil without a store
	cache   *history.Cache   // nil where every text is read anew
	docket  *history.Docket
	counts  *history.Run // of the session, or one that is not kept
	trends  trends       // of the runs before
	unread  map[string]history.UnreadFile
	now     func() time.Time

	dry bool // nothing is kept

	mark   *history.Mark // of the finding that is on its way to the reports
	ruling *history.Ruling
}

// recall begins the session of a run with the store. A store that another run
// works with is an error like a folder that one writes to.
func recall(ctx context.Context, o Options, rooms *rooms, inputs []input) (*past, error) {
	docket, err := docketOf(ctx, o)
	if err != nil {
		return nil, err
	}
	p := &past{docket: docket, counts: new(history.Run), now: o.now, dry: o.DryRun}
	if o.Store == nil {
		return p, nil
	}
	basis, err := basisOf(o, rooms, inputs)
	if err != nil {
		return nil, err
	}
	basis.Decided = digestOfRulings(docket.Rulings())
	p.session, err = o.Store.Begin(ctx, history.Run{Series: o.Series, Started: o.now(), Out: o.Out, Basis: basis}, o.claim())
	if err != nil {
		return nil, err
	}
	p.counts = p.session.Run()
	if o.KeepQuotes {
		p.session.KeepQuotes()
	}
	runs, err := o.Store.Runs(ctx, o.Series)
	if err != nil {
		p.close()
		return nil, err
	}
	p.trends = trendsOf(runs)
	p.counts.Basis.Told = p.trends.digest()
	return p, nil
}

// load reads what the run needs to know of the last one.
func (p *past) load(ctx context.Context, o Options) error {
	if p.session == nil {
		return nil
	}
	if err := p.session.Recall(ctx); err != nil || o.NoCache {
		return err
	}
	var err error
	p.cache, err = p.session.Remember(ctx)
	return err
}

// docketOf puts the decisions of the store and those of the user together.
func docketOf(ctx context.Context, o Options) (*history.Docket, error) {
	list := o.Decisions
	if o.Store != nil {
		kept, err := o.Store.Decisions(ctx)
		if err != nil {
			return nil, err
		}
		list = slices.Concat(kept, list)
	}
	return history.NewDocket(list, o.now(), o.TwoPersons), nil
}

// repeat ends a run that would find and say what the last one did, while its
// reports stand as they were published. It returns nil for any other run.
func (p *past) repeat(ctx context.Context, o Options, rooms *rooms) (*Result, error) {
	if p.session == nil || o.NoCache || p.dry || !p.session.Repeats() || !reports.Stand(o.Out, p.session.Last().Manifest) {
		return nil, nil
	}
	p.counts.Finished = p.now()
	if err := p.session.Repeat(ctx); err != nil {
		return nil, err
	}
	return &Result{
		Run:  reports.Run{Program: o.Program, Framework: rooms.framework.ID},
		Past: p.counts, Last: p.session.Last(), Unread: p.counts.Unread, Stands: true, Cached: p.counts.Records,
	}, nil
}

// keep hands fresh readings to the store.
func (p *past) keep(fresh []history.Fresh) error {
	for i := range fresh {
		if err := p.session.Keep(&fresh[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *past) close() { p.session.Close() }

// Mark implements reports.Past.
func (p *past) Mark() *history.Mark { return p.mark }

// Ruling implements reports.Past.
func (p *past) Ruling() *history.Ruling { return p.ruling }

// hold holds a finding against the last run and the decisions.
func (p *past) hold(f *screen.Finding, t history.Trace) error {
	p.ruling = p.docket.On(f)
	if p.session != nil {
		mark, err := p.session.Mark(f, t)
		if err != nil {
			return err
		}
		p.mark = &mark
	}
	p.counts.Add(f, p.mark, p.ruling)
	return nil
}

// tell adds to a run what is known of those before it.
func (p *past) tell(run *reports.Run, unread bool) {
	p.count(run, unread)
	run.Rulings = p.docket.Rulings()
	if p.session != nil {
		run.Trends, run.States = p.trends.with(p.counts), map[history.State]int64{}
		for _, state := range history.States() {
			run.States[state] = p.counts.States[state]
		}
	}
}

// absent finds what stood in the last run and stands no more.
func (p *past) absent(ctx context.Context, take func(*history.Gone) error) error {
	if p.session == nil {
		return nil
	}
	return p.session.Absent(ctx, p.unread, take)
}

// publish puts the sealed reports in their place. With a store, everything but
// the end of its transaction comes before that, so that the reports of the last
// run and what the store knows of it stand until both can change; the store
// comes last, since a rerun then gives the same reports again.
func (p *past) publish(ctx context.Context, out publisher, run *reports.Run) error {
	p.counts.Finished = p.now()
	if p.session == nil || p.dry {
		return out.Publish()
	}
	if err := p.session.Prepare(ctx, out.ManifestSHA256()); err != nil {
		return err
	}
	if err := out.Publish(); err != nil {
		return err
	}
	if err := p.session.Commit(); err != nil {
		return &UnkeptError{err}
	}
	return nil
}

// count notes what the whole run came to.
func (p *past) count(run *reports.Run, unread bool) {
	c, total := p.counts, &run.Ledger.Total
	c.Rows, c.UnreadRows, c.Unread = total.In, total.Quarantined, unread
	c.UnreadFiles = p.unreadFiles()
	c.Rates, c.ByYear = ratesOf(&run.Totals.Counts), map[string]map[string]history.Rate{}
	for year, counts := range run.Totals.By[reports.ByYear] {
		c.ByYear[year] = ratesOf(counts)
	}
}

func ratesOf(c *reports.Counts) map[string]history.Rate {
	rates := map[string]history.Rate{}
	for _, r := range c.Rates() {
		rates[r.Name] = history.Rate{Numerator: r.Numerator.N, Denominator: r.Denominator.N}
	}
	return rates
}

// maxUnreadFiles bounds how many files a run remembers by name.
const maxUnreadFiles = 5000

// noteUnread notes rows that could not be read.
func (p *past) noteUnread(r *source.Reject) {
	if r.Outcome != source.Quarantined {
		return
	}
	now := p.unread[r.File]
	now.Rows, now.Cut = now.Rows+int64(r.Rows), now.Cut || wholeTable(r)
	if p.unread == nil {
		p.unread = map[string]history.UnreadFile{}
	}
	p.unread[r.File] = now
}

// unreadFiles are those that a run remembers.
func (p *past) unreadFiles() map[string]history.UnreadFile {
	if len(p.unread) <= maxUnreadFiles {
		return p.unread
	}
	some := map[string]history.UnreadFile{}
	for _, file := range slices.Sorted(maps.Keys(p.unread))[:maxUnreadFiles] {
		some[file] = p.unread[file]
	}
	return some
}
