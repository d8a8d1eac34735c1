package pipeline

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Audit reads the inputs, screens every record and publishes the reports:
//
//	read ──batches──> screen (workers) ──batches──> gather ──> reports
//
// One goroutine reads, since order and duplicates are its business; any number
// screen, since a record is screened by itself; one gathers the batches in
// input order again. A ticket is taken for every batch that is read and given
// back when it is gathered, which bounds the memory whatever the input.
//
// Errors are a *UsageError, a *RulesError, the error of ctx, or anything that
// kept the reports from being written; then nothing is published. Only with an
// *UnkeptError there is a result as well.
func Audit(ctx context.Context, o Options) (*Result, error) {
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
	if result, err := past.repeat(ctx, o, rooms); result != nil || err != nil {
		return result, err
	}
	if err := past.load(ctx, o); err != nil {
		return nil, err
	}
	out, err := publish(ctx, o, rooms, inputs, past)
	if err != nil {
		return nil, err
	}
	defer out.Abort()
	cases, err := newCases()
	if err != nil {
		return nil, err
	}
	defer cases.close()

	g := &gatherer{out: out, cases: cases, past: past, changes: true, progress: newMeter(o.Progress, inputs)}
	if err := g.rejectAll(found.rejects); err != nil {
		return nil, err
	}
	if err := stages(ctx, o, rooms, inputs, g); err != nil {
		return nil, err
	}
	if err := past.emptied(o, g.rejects); err != nil {
		return nil, err
	}
	if err := cases.reconcile(ctx, rooms.screener, g.addCase); err != nil {
		return nil, err
	}
	run := g.run(o, rooms, inputs)
	if err := past.absent(ctx, out.Absent); err != nil {
		return nil, err
	}
	past.tell(&run, g.unread)
	if !run.Ledger.Total.Balanced() {
		return nil, fmt.Errorf("the ledger does not balance: %+v (this is a bug; nothing was published)", run.Ledger.Total)
	}
	if err := out.Seal(&run); err != nil {
		return nil, err
	}
	err = past.publish(ctx, out, &run)
	if unkept := (*UnkeptError)(nil); err != nil && !errors.As(err, &unkept) {
		return nil, err
	}
	g.progress.done()
	return &Result{
		Run: run, Outputs: out.Outputs(), Aside: out.Aside(), Rejects: g.rejects, Unread: g.unread,
		Past: past.counts, Last: past.session.Last(), Rulings: run.Rulings, Cached: past.cache.Hits(),
	}, err
}

// ticketsPerWorker is how many batches may be under way for every worker.
const ticketsPerWorker = 4

// stages joins the three stages and waits for them.
func stages(ctx context.Context, o Options, rooms *rooms, inputs []input, g *gatherer) error {
	group, ctx := errgroup.WithContext(ctx)
	tickets := make(chan struct{}, o.Workers*ticketsPerWorker)
	read := make(chan *batch, o.Workers)
	screened := make(chan *batch, o.Workers)

	group.Go(func() error {
		defer close(read)
		return readAll(ctx, inputs, rooms.options, tickets, read)
	})
	workers, workerCtx := errgroup.WithContext(ctx)
	for range o.Workers {
		workers.Go(func() error { return (&screening{rooms, g.past.cache, g.changes}).all(workerCtx, read, screened) })
	}
	group.Go(func() error {
		defer close(screened)
		return workers.Wait()
	})
	group.Go(func() error { return g.gather(ctx, screened, tickets) })
	return group.Wait()
}
