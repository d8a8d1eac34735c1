package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"palermo/pipeline/history"
	"palermo/reports"
	"palermo/screen"
)

// past is what a run has to do with those before it. Without a store it is nil,
// and then none of this happens.
type past struct {
	session *history.Session
	cache   *history.Cache // nil where every text is read anew
	now     func() history.Outcome
	mark    history.Mark // of the finding that is on its way to the reports
}

// recall begins the session of a run with the store. A store that another run
// works with is an error like a folder that one writes to.
func recall(ctx context.Context, o Options, rooms *rooms, inputs []input) (*past, error) {
	if o.Store == nil {
		return nil, nil
	}
	rules, err := rulesOf(o, rooms)
	if err != nil {
		return nil, err
	}
	session, err := o.Store.Begin(ctx, history.Run{
		Series: o.Series, Started: o.now(), Out: o.Out,
		Basis: history.Basis{
			Program: o.Program, Build: o.Build, Plan: o.Plan.SHA256, Asked: o.Asked + " " + strings.Join(o.Formats, ","),
			Inputs: digestOfInputs(inputs), Rules: rules, Words: rooms.versions(),
		},
	}, o.claim())
	if err != nil {
		return nil, err
	}
	p := &past{session: session, now: func() history.Outcome { return history.Outcome{Finished: o.now()} }}
	if !o.NoCache {
		if p.cache, err = session.Remember(ctx); err != nil {
			session.Close()
			return nil, err
		}
	}
	return p, nil
}

// repeat ends a run that would find and say what the last one did, while its
// reports stand as they were published. It returns nil for any other run.
func (p *past) repeat(ctx context.Context, o Options, rooms *rooms) (*Result, error) {
	if p == nil || o.NoCache || !p.session.Repeats() || !reports.Stand(o.Out, p.session.Last().Manifest) {
		return nil, nil
	}
	if err := p.session.Repeat(ctx, p.now()); err != nil {
		return nil, err
	}
	run := p.run()
	return &Result{
		Run:  reports.Run{Program: o.Program, Framework: rooms.framework.ID},
		Past: run, Unread: run.Unread, Stands: true, Cached: run.Records,
	}, nil
}

// readings is what was read out of texts before, nil for nothing.
func (p *past) readings() *history.Cache {
	if p == nil {
		return nil
	}
	return p.cache
}

// keep hands fresh readings to the store.
func (p *past) keep(fresh []history.Fresh) error {
	for i := range fresh {
		if err := p.session.Keep(&fresh[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *past) close() {
	if p != nil {
		p.session.Close()
	}
}

// teller is what reports ask, nothing at all without a store.
func (p *past) teller() reports.Past {
	if p == nil {
		return nil
	}
	return p
}

// Mark implements reports.Past.
func (p *past) Mark() *history.Mark { return &p.mark }

// hold holds a finding against the last run.
func (p *past) hold(f *screen.Finding, t history.Trace) error {
	if p == nil {
		return nil
	}
	var err error
	p.mark, err = p.session.Mark(f, t)
	return err
}

// publish puts the sealed reports in their place. With a store, everything but
// the end of its transaction comes before that, so that the reports of the last
// run and what the store knows of it stand until both can change; the store
// comes last, since a rerun then gives the same reports again.
func (p *past) publish(ctx context.Context, out *reports.Set, run *reports.Run, unread bool) error {
	if p == nil {
		return out.Publish()
	}
	outcome := p.now()
	outcome.Rows, outcome.Unread, outcome.Unsure = run.Ledger.Total.In, unread, unsure(run.Ledger)
	if err := p.session.Prepare(ctx, outcome); err != nil {
		return err
	}
	if err := out.Publish(); err != nil {
		return err
	}
	if err := p.session.Commit(ctx, out.ManifestSHA256()); err != nil {
		return fmt.Errorf("the reports are published, the store still ends with the run before: %w\nhint: run the same again", err)
	}
	return nil
}

// run is the run as it stands in the store.
func (p *past) run() *history.Run {
	if p == nil {
		return nil
	}
	run := p.session.Run()
	return &run
}

// unsure tells of which files some rows could not be read, so that a record
// which is missing may still stand in them.
func unsure(l reports.Ledger) func(string) bool {
	files := map[string]bool{}
	for _, line := range l.Lines {
		if line.Quarantined > 0 {
			files[line.File] = true
		}
	}
	return func(file string) bool { return files[file] }
}

func digestOfInputs(inputs []input) string {
	sum := sha256.New()
	for _, in := range inputs {
		fmt.Fprintf(sum, "%s  %s\n", in.SHA256, in.File)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// rulesOf is a digest of every part of the rule data that a change can come
// from. The packs that are built in are told apart by language.
func rulesOf(o Options, rooms *rooms) (map[string]string, error) {
	rules := map[string]string{"labels": rooms.labels.Version}
	entries, err := fs.ReadDir(o.Packs, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".yaml")
		if e.IsDir() {
			name = "pack/" + name
		}
		if rules[name], err = digestOfFiles(o.Packs, e.Name()); err != nil {
			return nil, err
		}
	}
	for _, own := range rooms.reader.OwnPacks() {
		rules["own_packs/"+own.Folder] = own.SHA256
	}
	name := "framework/" + rooms.framework.ID
	rules[name], err = digestOfFiles(screen.Frameworks(), ".")
	return rules, err
}

// digestOfFiles is a digest of the names and bytes below a file or folder.
func digestOfFiles(files fs.FS, root string) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(files, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		fmt.Fprintf(sum, "\x00%s\x00", name)
		_, err = io.Copy(sum, f)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}

// SeriesOf names the chain of runs that a plan, or without one the inputs, give
// under a framework. Runs of other series are never held against each other.
func SeriesOf(planFile, framework string, inputs []string) history.Series {
	name := planFile
	if name == "" {
		name = strings.Join(inputs, " ")
	}
	return history.Series(fmt.Sprintf("%s (%s)", name, framework))
}
