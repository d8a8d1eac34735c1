package pipeline

import (
	"context"

	"palermo/pipeline/history"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
)

// taker takes what a run finds, in the order of the input.
type taker interface {
	Add(*screen.Finding, ...screen.Change) error
	Reject(source.Reject) error
	Case(*screen.Case) error
}

// publisher is where a run puts what it found.
type publisher interface {
	taker
	Absent(*history.Gone) error
	Seal(*reports.Run) error
	Publish() error
	Abort()
	Outputs() []reports.Output
	Aside() string
	ManifestSHA256() string
}

// publish opens the reports of a run, or nothing where it is a dry one.
func publish(ctx context.Context, o Options, rooms *rooms, inputs []input, past *past) (publisher, error) {
	if o.DryRun {
		return nowhere{}, nil
	}
	return reports.Open(ctx, o.Out, o.Formats, reports.Options{
		Codebook:  rooms.reader.Indicators(),
		Decisions: rooms.framework.Decisions(),
		Inputs:    paths(inputs),
		Claim:     o.claim(),
		Past:      past,
		Reviewed:  len(past.docket.Rulings()) > 0,
		Followed:  past.session.Last() != nil,
		Lang:      o.Lang,
		Shareable: o.Shareable,
	})
}

// nowhere takes everything and writes nothing.
type nowhere struct{}

func (nowhere) Add(*screen.Finding, ...screen.Change) error { return nil }
func (nowhere) Reject(source.Reject) error                  { return nil }
func (nowhere) Case(*screen.Case) error                     { return nil }
func (nowhere) Absent(*history.Gone) error                  { return nil }
func (nowhere) Seal(*reports.Run) error                     { return nil }
func (nowhere) Publish() error                              { return nil }
func (nowhere) ManifestSHA256() string                      { return "" }
func (nowhere) Aside() string                               { return "" }
func (nowhere) Abort()                                      {}
func (nowhere) Outputs() []reports.Output                   { return nil }
