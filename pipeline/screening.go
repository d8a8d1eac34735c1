package pipeline

import (
	"context"

	"palermo/extract"
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
	readings, err := s.read(ctx, b, records)
	if err != nil {
		return err
	}
	b.findings, b.traces = make([]screen.Finding, len(records)), make([]history.Trace, len(records))
	b.changes = make([][]screen.Change, len(records))
	for i := range readings {
		b.findings[i] = s.rooms.decide(readings[i])
		b.traces[i] = history.TraceOf(&b.findings[i])
		if s.told {
			b.changes[i] = s.rooms.changes(&b.findings[i])
		}
	}
	return nil
}

// read reads records. What the store does not know yet goes into the batch.
func (s *screening) read(ctx context.Context, b *batch, records []*source.Record) ([]extract.Reading, error) {
	readings := make([]extract.Reading, len(records))
	if s.cache == nil {
		for i, r := range records {
			readings[i] = s.rooms.reader.Read(r)
		}
		return readings, nil
	}
	keys := make([]history.Key, len(records))
	for i, r := range records {
		keys[i] = s.cache.Key(r)
	}
	known, err := s.cache.Get(ctx, keys)
	if err != nil {
		return nil, err
	}
	for i, r := range records {
		var hit bool
		if readings[i], hit = s.cache.Reading(known[keys[i]], r); hit {
			continue
		}
		readings[i] = s.rooms.reader.Read(r)
		if fresh, whole := s.cache.Fresh(keys[i], &readings[i]); whole {
			b.fresh = append(b.fresh, fresh)
		}
	}
	return readings, nil
}
