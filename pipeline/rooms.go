package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
	"palermo/screen/columns"
)

// rooms is everything that is loaded once and then only read.
type rooms struct {
	reader    *extract.Reader
	framework *screen.Framework
	further   []*screen.Framework
	labels    *screen.LabelMap
	facts     *columns.Map
	screener  *screen.Screener
	options   source.Options
}

// open loads packs, framework and labels. Errors are *RulesError, or *UsageError
// where the folder of packs is not there.
func open(o Options) (*rooms, error) {
	reader, err := LoadPacks(o.Packs, o.OwnPacks)
	if err != nil {
		return nil, err
	}
	framework, further, err := frameworks(o, reader.Indicators())
	if err != nil {
		return nil, &RulesError{err}
	}
	differences, err := screen.LoadDifferences()
	if err != nil {
		return nil, &RulesError{err}
	}
	labels, err := screen.LoadLabels()
	if err != nil {
		return nil, &RulesError{err}
	}
	if labels, err = labels.In(o.Plan.Country).With(o.Plan.Labels); err != nil {
		return nil, &RulesError{err}
	}
	facts, err := structured(o.Plan, reader.Indicators())
	if err != nil {
		return nil, &RulesError{err}
	}
	return &rooms{
		reader:    reader,
		framework: framework,
		further:   further,
		labels:    labels,
		facts:     facts,
		screener:  screen.New(framework, labels).Also(further, differences),
		options:   source.Options{Tables: o.Plan.Tables, CaseID: o.Plan.CaseID, HoldsFacts: facts.Knows},
	}, nil
}

// structured loads what the columns of data standards and of the plan state.
func structured(plan *Plan, indicators []extract.Indicator) (*columns.Map, error) {
	facts, err := columns.Load(indicators)
	if err != nil {
		return nil, err
	}
	for _, header := range slices.Sorted(maps.Keys(plan.Facts)) {
		if err := facts.Check(plan.Facts[header]); err != nil {
			return nil, fmt.Errorf("facts of the plan, column %q: %w\nhint: palermo packs lists the indicators", header, err)
		}
	}
	return facts.With(plan.Facts), nil
}

// screen reads a record and screens it.
func (r *rooms) screen(rec *source.Record) screen.Finding {
	return r.screener.Screen(r.facts.Read(r.reader.Read(rec)))
}

// changes finds the smallest changes that would alter a finding that is to be
// reviewed. It takes about as long as screening does.
func (r *rooms) changes(f *screen.Finding) []screen.Change {
	if !reports.Reviewed(f) {
		return nil
	}
	return r.framework.Changes(&f.Reading)
}

// frameworks loads the framework that decides and the further ones.
func frameworks(o Options, indicators []extract.Indicator) (*screen.Framework, []*screen.Framework, error) {
	first := cmp.Or(o.Framework, o.Plan.Framework, DefaultFramework)
	names := []string{first}
	for _, name := range o.Also {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	var loaded []*screen.Framework
	for _, name := range names {
		fw, err := screen.LoadFramework(screen.Frameworks(), name+".yaml", indicators)
		if err != nil {
			return nil, nil, err
		}
		for _, name := range slices.Sorted(maps.Keys(o.Plan.Switches)) {
			if fw, err = fw.With(name, o.Plan.Switches[name]); err != nil {
				return nil, nil, fmt.Errorf("switches of the plan: %w", err)
			}
		}
		loaded = append(loaded, fw)
	}
	return loaded[0], loaded[1:], nil
}

// versions names the rule data of the run.
func (r *rooms) versions() map[string]string {
	v := map[string]string{
		"framework/" + r.framework.ID: r.framework.Version,
		"labels":                      r.labels.Version,
		"columns":                     r.facts.Version,
	}
	for _, fw := range r.further {
		v["framework/"+fw.ID] = fw.Version
	}
	for name, version := range r.reader.Versions() {
		v[name] = version
	}
	return v
}

// input is a file of the run, or why it can't be read.
type input struct {
	source.Input
	fault *source.Reject
}

// find lists and identifies the files of a run. A file that stands there twice
// under different names is read once.
func find(ctx context.Context, args []string) ([]input, []source.Reject, error) {
	files, rejects, err := source.Find(args)
	if err != nil {
		return nil, nil, &UsageError{err}
	}
	var inputs []input
	first := map[string]string{}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		in, err := source.Digest(f)
		switch earlier, twice := first[in.SHA256]; {
		case err != nil:
			fault := source.Quarantine(in.File, err)
			inputs = append(inputs, input{in, &fault})
		case twice && in.Bytes > 0:
			inputs = append(inputs, input{in, sameFile(in.File, earlier)})
		default:
			first[in.SHA256] = in.File
			inputs = append(inputs, input{Input: in})
		}
	}
	return inputs, rejects, nil
}

func sameFile(file, earlier string) *source.Reject {
	return &source.Reject{
		Location: source.Location{File: file}, Outcome: source.Duplicate, Rows: 1,
		Reason: "is the same, byte for byte, as " + earlier,
	}
}

func paths(inputs []input) []string {
	var list []string
	for _, in := range inputs {
		list = append(list, in.File)
	}
	return list
}
