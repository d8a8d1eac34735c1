package pipeline

import (
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
)

// publisher is where a run puts what it found.
type publisher interface {
	reports.Writer
	Outputs() []reports.Output
}

// publish opens the reports of a run, or nothing where it is a dry one.
func publish(o Options, rooms *rooms, inputs []input) (publisher, error) {
	if o.DryRun {
		return nowhere{}, nil
	}
	return reports.Open(o.Out, o.Formats, reports.Options{
		Codebook:  rooms.reader.Indicators(),
		Decisions: rooms.framework.Decisions(),
		Inputs:    paths(inputs),
		Changes:   func(f *screen.Finding) []screen.Change { return rooms.framework.Changes(&f.Reading) },
	})
}

// nowhere takes everything and writes nothing.
type nowhere struct{}

func (nowhere) Add(*screen.Finding) error  { return nil }
func (nowhere) Reject(source.Reject) error { return nil }
func (nowhere) Case(*screen.Case) error    { return nil }
func (nowhere) Close(*reports.Run) error   { return nil }
func (nowhere) Abort()                     {}
func (nowhere) Outputs() []reports.Output  { return nil }
