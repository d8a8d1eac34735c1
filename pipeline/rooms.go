package pipeline

import (
	"cmp"
	"fmt"
	"maps"
	"runtime/debug"
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

// loadingGCPercent is by how much memory may grow before it is collected while
// the rules are loaded. They are built once and nearly all of it stays, so that
// to collect in between costs two fifths of a start and frees little.
const loadingGCPercent = 400

// open loads packs, framework and labels. Errors are *RulesError, or *UsageError
// where the folder of packs is not there.
func open(o Options) (*rooms, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(loadingGCPercent))
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
		options:   sourceOptions(o.Plan, facts),
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
func (r *rooms) screen(rec *source.Record) screen.Finding { return r.decide(r.reader.Read(rec)) }

// decide adds what the columns of a record state to what its text says, and
// decides on both.
func (r *rooms) decide(text extract.Reading) screen.Finding {
	return r.screener.Screen(r.facts.Read(text))
}

// changes finds the smallest changes that would alter a finding that is to be
// reviewed. It takes about as long as screening does.
func (r *rooms) changes(f *screen.Finding) []screen.Change {
	if !reports.Reviewed(f) {
		return nil
	}
	return reports.WouldChange(r.framework.Changes(&f.Reading))
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

// sourceOptions are what a plan says about reading.
func sourceOptions(p *Plan, facts *columns.Map) source.Options {
	return source.Options{
		Tables: p.Tables, CaseID: p.CaseID, SplitCases: p.SplitCases,
		HoldsFacts: facts.Knows, Decides: facts.Decides, Tools: &source.Tools{},
	}
}

// close stops what reading has started.
func (r *rooms) close() { _ = r.options.Tools.Close() } // the run is over: nothing depends on it

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
