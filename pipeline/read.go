package pipeline

import (
	"context"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/screen"
)

// batchSize is how many items travel together: enough that channels cost
// nothing, few enough that the last batch does not keep one worker busy alone.
const batchSize = 256

// batch is what travels between the stages.
type batch struct {
	number   int
	items    []source.Item
	records  int
	findings []screen.Finding  // of the records among the items, in order
	traces   []history.Trace   // of the same
	changes  [][]screen.Change // of the same: what would alter each
	fresh    []history.Fresh   // readings that the store does not have
	file     string            // being read when the batch was sent
	bytes    int64             // of the inputs, read when the batch was sent
}

// batcher collects items and sends them on.
type batcher struct {
	ctx     context.Context
	tickets chan<- struct{}
	out     chan<- *batch
	next    *batch
	number  int
	file    string
	done    int64 // bytes of the files before this one
	begun   int64 // bytes of this file, estimated from what was read of it
}

// readAll reads every input in order.
func readAll(ctx context.Context, inputs []input, o source.Options, tickets chan<- struct{}, out chan<- *batch) error {
	b := &batcher{ctx: ctx, tickets: tickets, out: out}
	seen := newDuplicates()
	for _, in := range inputs {
		b.file, b.begun = in.File, 0
		if err := b.readFile(in, o, seen); err != nil {
			return err
		}
		b.done += in.Bytes
	}
	b.begun = 0
	return b.send()
}

// readFile reads one input and sends its items on.
func (b *batcher) readFile(in input, o source.Options, seen *duplicates) error {
	return readFile(b.ctx, in, o, seen, func(item source.Item) error {
		if item.Record != nil {
			b.begun = min(b.begun+size(item.Record), in.Bytes)
		}
		return b.add(item)
	})
}

// readFile reads one input. A file that can't be read to its end is
// quarantined, and what was read of it stands.
func readFile(ctx context.Context, in input, o source.Options, seen *duplicates, sink func(source.Item) error) error {
	if in.fault != nil {
		return sink(source.Item{Reject: in.fault})
	}
	var stopped error // what ended the reading from our side
	err := source.Read(ctx, in.Input, o, func(item source.Item) error {
		if item.Record != nil {
			item = seen.pass(item)
		}
		stopped = sink(item)
		return stopped
	})
	switch {
	case stopped != nil:
		return stopped
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		fault := source.Quarantine(in.File, err)
		return sink(source.Item{Reject: &fault})
	}
	return nil
}

// add puts an item into the batch and sends the batch when it is full.
func (b *batcher) add(item source.Item) error {
	if b.next == nil {
		b.next = &batch{number: b.number, items: make([]source.Item, 0, batchSize)}
		b.number++
	}
	b.next.items = append(b.next.items, item)
	if item.Record != nil {
		b.next.records++
	}
	if len(b.next.items) < batchSize {
		return nil
	}
	return b.send()
}

// send waits for a ticket and hands the batch on.
func (b *batcher) send() error {
	if b.next == nil {
		return nil
	}
	b.next.file, b.next.bytes = b.file, b.done+b.begun
	select {
	case b.tickets <- struct{}{}:
	case <-b.ctx.Done():
		return b.ctx.Err()
	}
	select {
	case b.out <- b.next:
	case <-b.ctx.Done():
		return b.ctx.Err()
	}
	b.next = nil
	return nil
}

// size is about what a record took in its file, in bytes.
func size(r *source.Record) int64 {
	var n int64
	for _, f := range r.Fields {
		n += int64(len(f.Value)) + 1
	}
	return n
}
