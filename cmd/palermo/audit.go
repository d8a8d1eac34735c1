package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"palermo/extract/packs"
	"palermo/pipeline"
	"palermo/reports"
)

// auditFlags are the flags of audit as they were written.
type auditFlags struct {
	plan, packs, out    string
	frameworks, formats []string
	workers, failOn     int
	json, quiet         bool
	tier                tierFlags
}

// audit is the verb that screens the input and writes the reports.
func (s *shell) audit() *cobra.Command {
	var f auditFlags
	cmd := &cobra.Command{
		Use:   "audit INPUT...",
		Short: "Screen case logs and reports, and write what was found",
		Long: `audit reads files, folders and patterns: case logs as .csv, .tsv or .xlsx, and
reports as .txt or .md. Columns are recognised by their names and values unless
a plan says otherwise; the columns that were used are printed. The reports
replace those of the run before only when all of them are complete.`,
		Args: inputs,
		RunE: func(cmd *cobra.Command, args []string) error { return s.auditInputs(cmd.Context(), args, f) },
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
	flags.IntVar(&f.failOn, "fail-on", 0, fmt.Sprintf("exit with %d where a finding has this priority or a more urgent one: 1 to %d",
		found, leastUrgent))
	flags.BoolVar(&f.json, "json", false, "write progress to stderr as lines of JSON")
	flags.BoolVar(&f.quiet, "quiet", false, "print nothing but errors")
	return cmd
}

// leastUrgent is the last priority that asks for a review; the one after it
// stands for nothing to review.
const leastUrgent = 4

func (s *shell) auditInputs(ctx context.Context, inputs []string, f auditFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	o, err := f.options()
	if err != nil {
		return err
	}
	o.Inputs = inputs
	o.Lang = f.tier.lang
	if o.Shareable, err = f.tier.shareable(); err != nil {
		return err
	}
	p := s.progress(f.json, f.quiet)
	o.Progress = p.tell
	result, err := pipeline.Audit(ctx, o)
	p.end()
	if err != nil {
		return err
	}
	if !f.quiet {
		if err := summarise(s.stdout, result, o.Out); err != nil {
			return fmt.Errorf("print the summary: %w", err)
		}
	}
	return verdict(result, f.failOn, o.Out)
}

// check finds what cannot be meant, before anything is read.
func (f *auditFlags) check() error {
	if f.workers < 1 {
		return &failure{usage, fmt.Sprintf("--workers %d: at least one is needed", f.workers), "leave it out to use every core"}
	}
	if f.failOn < 0 || f.failOn > leastUrgent {
		return &failure{usage, fmt.Sprintf("--fail-on %d: priorities are 1 to %d", f.failOn, leastUrgent),
			"1 is possibly missed trafficking of a child"}
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
	plan := &pipeline.Plan{}
	if f.plan != "" {
		var err error
		if plan, err = pipeline.ReadPlan(f.plan); err != nil {
			return pipeline.Options{}, err
		}
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

// verdict is what a run that was published comes to.
func verdict(result *pipeline.Result, failOn int, out string) error {
	var urgent int64
	for priority := 1; priority <= failOn; priority++ {
		urgent += result.Run.Totals.Priorities[priority]
	}
	switch {
	case urgent > 0:
		return &failure{found, fmt.Sprintf("%s of priority %d or more urgent", number(urgent, "finding"), failOn), ""}
	case result.Unread:
		return &failure{unread, "some of the input could not be read or screened",
			"quarantine.csv in " + out + " says what could not be read, and the records not_screened in the findings why they could not be screened"}
	}
	return nil
}
