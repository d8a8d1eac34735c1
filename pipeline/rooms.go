package pipeline

import (
	"cmp"

	"palermo/extract"
	"palermo/pipeline/source"
	"palermo/screen"
)

// rooms is everything that is loaded once and then only read.
type rooms struct {
	reader    *extract.Reader
	framework *screen.Framework
	labels    *screen.LabelMap
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
	name := cmp.Or(o.Framework, o.Plan.Framework, DefaultFramework)
	framework, err := screen.LoadFramework(screen.Frameworks(), name+".yaml", reader.Indicators())
	if err != nil {
		return nil, &RulesError{err}
	}
	labels, err := planLabels(o.Plan)
	if err != nil {
		return nil, err
	}
	return &rooms{
		reader:    reader,
		framework: framework,
		labels:    labels,
		screener:  screen.New(framework, labels),
		options:   sourceOptions(o.Plan),
	}, nil
}

// sourceOptions are what a plan says about reading.
func sourceOptions(p *Plan) source.Options {
	return source.Options{Tables: p.Tables, CaseID: p.CaseID, SplitCases: p.SplitCases, Tools: &source.Tools{}}
}

// close stops what reading has started.
func (r *rooms) close() { _ = r.options.Tools.Close() } // the run is over: nothing depends on it

// versions names the rule data of the run.
func (r *rooms) versions() map[string]string {
	v := map[string]string{
		"framework/" + r.framework.ID: r.framework.Version,
		"labels":                      r.labels.Version,
	}
	for name, version := range r.reader.Versions() {
		v[name] = version
	}
	return v
}
