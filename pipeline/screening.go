package pipeline

import (
	"context"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/screen"
)

// screening is the work of one worker: a record is read, unless the store knows
// what its text says, and decided on.
type screening struct {
	rooms *rooms
	cache *history.Cache // nil for a run without a store
	told  bool           // somebody is told what would change the findings
}

// all screens batches until there are no more.
func (s *screening) all(ctx context.Context, in <-chan *batch, out chan<- *batch) error {
	for b := range in {
		if err := s.batch(ctx, b); err != nil {
			return err
		}
		select {
		case out <- b:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

func (s *screening) batch(ctx context.Context, b *batch) error {
	records := make([]*source.Record, 0, b.records)
	for _, item := range b.items {
		if item.Record != nil {
			records = append(records, item.Record)
		}
	}
	known, err := s.recall(ctx, records)
	if err != nil {
		return err
	}
	b.findings, b.traces = make([]screen.Finding, len(records)), make([]history.Trace, len(records))
	b.changes = make([][]screen.Change, len(records))
	for i, r := range records {
		k := &known[i]
		if !k.Read {
			k.Reading = s.rooms.reader.Read(r)
		}
		f := &b.findings[i]
		*f = s.rooms.decide(k.Reading)
		b.traces[i] = history.TraceOf(f)
		if s.told {
			b.changes[i] = s.changes(k, f)
		}
		if fresh, ok := s.cache.Fresh(k); ok {
			b.fresh = append(b.fresh, fresh)
		}
	}
	return nil
}

// recall looks up what the store knows of the texts of records.
func (s *screening) recall(ctx context.Context, records []*source.Record) ([]history.Known, error) {
	if s.cache == nil {
		return make([]history.Known, len(records)), nil
	}
	return s.cache.Recall(ctx, records)
}

// changes finds what would alter a finding, unless the store knows it.
func (s *screening) changes(k *history.Known, f *screen.Finding) []screen.Change {
	if changes, ok := s.cache.Changes(k, f); ok {
		return changes
	}
	changes := s.rooms.changes(f)
	s.cache.Learn(k, f, changes)
	return changes
}
