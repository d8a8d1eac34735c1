package pipeline

import (
	"context"
	"errors"

	"palermo/pipeline/source"
	"palermo/screen"
)

// Explained is one finding with what its framework says of it.
type Explained struct {
	Finding     *screen.Finding
	Framework   *screen.Framework
	Explanation screen.Explanation
}

// Explain says why a finding reads as it does. The framework is that of the
// options, or else the one that the finding was made under; the evidence is what
// the finding holds, so that a finding of an earlier run is explained by what
// was found then.
func Explain(o Options, f *screen.Finding) (*Explained, error) {
	if o.Framework == "" {
		o.Framework = f.Assessment.Framework
	}
	reader, err := LoadPacks(o.Packs, o.OwnPacks)
	if err != nil {
		return nil, err
	}
	framework, _, err := frameworks(o, reader.Indicators())
	if err != nil {
		return nil, &RulesError{err}
	}
	e := &Explained{Finding: f, Framework: framework, Explanation: framework.Explain(&f.Reading)}
	framework.Redecide(f, e.Explanation.Assessment)
	return e, nil
}

// errFound ends a search.
var errFound = errors.New("found")

// Find reads the inputs as Audit does, so that records have the same ids, until it
// comes to a record, by its record id or its case id, and screens that one. It
// returns nil where there is none.
func Find(ctx context.Context, o Options, id string) (*screen.Finding, error) {
	rooms, err := open(o)
	if err != nil {
		return nil, err
	}
	defer rooms.close()
	inputs, err := find(ctx, o.Inputs, o.Stdin)
	defer inputs.remove()
	if err != nil {
		return nil, err
	}
	var names screen.Names
	var found *screen.Finding
	seen := newDuplicates()
	for _, in := range inputs.list {
		err := readFile(ctx, in, rooms.options, seen, func(item source.Item) error {
			if item.Record == nil {
				return nil
			}
			f := screen.Finding{RecordID: screen.RecordID(item.Record)}
			f.Reading.Record = item.Record
			names.Settle(&f)
			if f.RecordID != id && item.Record.CaseID != id {
				return nil
			}
			screened := rooms.screen(item.Record)
			screened.RecordID = f.RecordID
			found = &screened
			return errFound
		})
		if errors.Is(err, errFound) {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, nil
}
