package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"palermo/extract/packs"
	"palermo/pipeline"
	"palermo/pipeline/history"
	"palermo/reports"
)

// auditFlags are the flags of audit as they were written.
type auditFlags struct {
	plan, packs, out    string
	frameworks, formats []string
	workers             int
	failOn              string
	json, quiet, dryRun bool
	tier                tierFlags
	storeFlags
	notices
	told       history.Series // the series of the run, as others are told
	wait       time.Duration
	noCache    bool
	keepQuotes bool
	allowEmpty bool
	decisions  string
	twoPersons bool
}

// auditVerb is what audit is called on the command line.
const auditVerb = "audit"

// audit is the verb that screens the input and writes the reports.
func (s *shell) audit() *cobra.Command {
	var f auditFlags
	cmd := &cobra.Command{
		Use:   auditVerb + " INPUT...",
		Short: "Screen case logs and reports, and write what was found",
		Long: `audit reads files, folders and patterns: case logs as .csv, .tsv, .xlsx or .jsonl,
and reports as .txt, .md, .html, .docx, .pdf or .eml, also within a .zip; "-" is
standard input. What a file is, is told by its content. Columns are recognised by their names and values unless
a plan says otherwise; the columns that were used are printed. The reports
replace those of the run before only when all of them are complete.`,
		Args: inputs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.auditInputs(cmd.Context(), args, f, cmd.Flags())
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.plan, "plan", "", "plan that says how the input is read; see palermo init")
	flags.StringSliceVar(&f.frameworks, "framework", nil, "legal framework: "+strings.Join(pipeline.Frameworks(), ", ")+
		"; of several, the first decides and differences are reported (default "+pipeline.DefaultFramework+")")
	flags.StringVar(&f.packs, "packs", "", ownPacks)
	flags.StringVar(&f.out, "out", "", "folder for the reports (default "+pipeline.DefaultOut+")")
	flags.StringSliceVar(&f.formats, "format", nil, "reports to write: "+strings.Join(reports.Formats(), ",")+" (default all)")
	f.tier.add(flags)
	flags.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "records screened at the same time")
	flags.StringVar(&f.failOn, "fail-on", never, failOnHelp())
	f.storeFlags.add(cmd)
	flags.StringVar(&f.decisions, "decisions", "", "file of reviewers' decisions, beside those in the store; see palermo decisions")
	flags.BoolVar(&f.twoPersons, "two-persons", false, "let a decision count once two people have made it")
	flags.BoolVar(&f.noCache, "no-cache", false, "read every text anew, also those that the store knows")
	flags.BoolVar(&f.keepQuotes, "keep-quotes", false, "let the store keep the words that findings stand on; without it, it keeps no text of a record")
	flags.BoolVar(&f.allowEmpty, "allow-empty", false, "publish a run that finds no record although the last one had some; without it, it fails")
	flags.DurationVar(&f.wait, "wait", 0, "how long to wait for another run that works on the same folder or series, such as 10m")
	f.notices.add(flags)
	flags.BoolVar(&f.dryRun, "dry-run", false, "do everything but write nothing")
	flags.BoolVar(&f.json, "json", false, "write nothing but lines of JSON to stderr: progress, what went wrong, and the outcome last")
	flags.BoolVar(&f.quiet, "quiet", false, "print nothing but errors")
	return cmd
}

// auditInputs audits, and tells everybody what came of it.
func (s *shell) auditInputs(ctx context.Context, inputs []string, f auditFlags, flags *pflag.FlagSet) error {
	begun := s.now()
	result, out, err := s.auditOnce(ctx, inputs, &f, flags)
	return s.conclude(ctx, &f, outcomeOf(result, err, begun, s.now(), out), err)
}

// auditOnce is one run. The result is nil where nothing was published.
func (s *shell) auditOnce(ctx context.Context, inputs []string, f *auditFlags, flags *pflag.FlagSet) (*pipeline.Result, string, error) {
	f.told = history.Series(f.series)
	if err := f.check(); err != nil {
		return nil, "", err
	}
	o, err := f.options()
	if err != nil {
		return nil, "", err
	}
	o.Inputs, o.Stdin, o.DryRun, o.Now, o.Asked = inputs, s.stdin, f.dryRun, s.now, asked(flags)
	o.Lang = f.tier.lang
	if o.Shareable, err = f.tier.shareable(); err != nil {
		return nil, o.Out, err
	}
	close, err := f.remember(ctx, &o)
	if err != nil {
		return nil, o.Out, err
	}
	defer close()
	if o.Store != nil && o.Store.Shown() {
		s.say(f.json, levelWarning, shown(o.Store))
	}
	p := s.progress(f.json, f.quiet)
	o.Progress = p.tell
	result, err := pipeline.Audit(ctx, o)
	p.end()
	if err != nil {
		return result, o.Out, err
	}
	if f.dryRun {
		o.Out = ""
	}
	if !f.quiet {
		if err := summarise(s.stdout, result, o.Out); err != nil {
			return result, o.Out, fmt.Errorf("print the summary: %w", err)
		}
	}
	return result, o.Out, verdict(result, f.failOn, o.Out)
}

// check finds what cannot be meant, before anything is read.
func (f *auditFlags) check() error {
	if f.workers < 1 {
		return &failure{usage, fmt.Sprintf("--workers %d: at least one is needed", f.workers), "leave it out to use every core"}
	}
	if _, err := parseThresholds(f.failOn); err != nil {
		return err
	}
	for _, id := range f.frameworks {
		if known := pipeline.Frameworks(); !slices.Contains(known, id) {
			return &failure{usage, fmt.Sprintf("--framework %s: there is no such framework", id), "use " + strings.Join(known, ", ")}
		}
	}
	return errors.Join(checkFormats(f.formats), f.tier.check())
}

// options joins flags, plan and defaults, in this order.
func (f *auditFlags) options() (pipeline.Options, error) {
	plan, err := readPlan(f.plan)
	if err != nil {
		return pipeline.Options{}, err
	}
	formats := f.formats
	for _, instead := range [][]string{plan.Formats, reports.Formats()} {
		if len(formats) == 0 {
			formats = instead
		}
	}
	first, also := cmp.Or(plan.Framework, pipeline.DefaultFramework), plan.Also
	if len(f.frameworks) > 0 {
		first, also = f.frameworks[0], f.frameworks[1:]
	}
	return pipeline.Options{
		Plan:      plan,
		Framework: first,
		Also:      also,
		Formats:   formats,
		Out:       cmp.Or(f.out, plan.Out, pipeline.DefaultOut),
		Workers:   f.workers,
		Program:   program,
		Packs:     packs.FS,
		OwnPacks:  cmp.Or(f.packs, plan.Packs),
	}, nil
}

// readPlan reads the plan that was named; without a name, one that says nothing.
func readPlan(name string) (*pipeline.Plan, error) {
	if name == "" {
		return &pipeline.Plan{}, nil
	}
	return pipeline.ReadPlan(name)
}

// verdict is what a run that was published comes to.
func verdict(result *pipeline.Result, failOn, out string) error {
	thresholds, err := parseThresholds(failOn)
	if err != nil {
		return err
	}
	for _, t := range thresholds {
		if told := t.passed(result.Past, result.Last); told != "" {
			return &failure{found, told, ""}
		}
	}
	switch {
	case result.Unread && out == "":
		return &failure{unread, "some of the input could not be read or screened", "palermo check says what and why"}
	case result.Unread:
		return &failure{unread, "some of the input could not be read or screened",
			"quarantine.csv in " + out + " says what could not be read, and the records not_screened in the findings why they could not be screened"}
	}
	return nil
}
