package reports

import (
	"palermo/pipeline/history"
	"palermo/pipeline/source"
)

// tier stands between the findings and the writers, and decides how much of
// them is published.
type tier interface {
	add(r *Row, s *Set) error
	reject(r source.Reject, s *Set) error
	addCase(c *CaseRow, s *Set) error
	absent(g *history.Gone, s *Set) error
	close(run *Run, s *Set) (*Run, error) // the run as it is published
	abort()
}

func newTier(o Options) (tier, error) {
	if o.Shareable == nil {
		return restricted{}, nil
	}
	t, err := newShareable(o)
	if err != nil {
		return nil, err
	}
	return t, nil
}

// restricted passes everything on.
type restricted struct{}

func (restricted) add(r *Row, s *Set) error {
	return s.each(func(w Writer) error { return w.Add(r) })
}

func (restricted) reject(r source.Reject, s *Set) error {
	return s.each(func(w Writer) error { return w.Reject(r) })
}

func (restricted) addCase(c *CaseRow, s *Set) error {
	return s.each(func(w Writer) error { return w.Case(c) })
}

func (restricted) absent(g *history.Gone, s *Set) error {
	return s.each(func(w Writer) error { return w.Absent(g) })
}

func (restricted) close(run *Run, _ *Set) (*Run, error) {
	published := *run
	published.Tier = TierRestricted
	published.Figures = figuresOf(&run.Totals, 0)
	published.Figures.frameworks(run)
	return &published, nil
}

func (restricted) abort() {}
