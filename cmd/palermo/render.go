package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"palermo/pipeline/history/hold"
	"palermo/reports"
)

// renderFlags are the flags of render as they were written.
type renderFlags struct {
	out, template string
	formats       []string
	tier          tierFlags
}

// render is the verb that makes reports of a run that was saved.
func (s *shell) render() *cobra.Command {
	var f renderFlags
	cmd := &cobra.Command{
		Use:   "render RUN",
		Short: "Write other reports of a finished run, without screening again",
		Long: `render reads the folder that palermo audit wrote and makes reports from its
findings.jsonl: other formats, another language, a version that may be passed
on, or text through a template of your own. It refuses files that were changed
since the run.

A template is a Go text/template. It is told .Summary, .Manifest and .Codebook,
and .Findings and .Cases to range over, with the names of the fields that stand
in the files; join, percent, cell and json are functions. Its text goes to
standard output.`,
		Example: `  palermo render palermo-out --format html,markdown --lang es
  palermo render palermo-out --shareable --key-file palermo.key --out shareable
  palermo render palermo-out --template letter.tmpl > letter.txt`,
		Args: oneRun,
		RunE: func(cmd *cobra.Command, args []string) error { return s.renderRun(cmd.Context(), args[0], f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&f.formats, "format", nil, "reports to write: "+strings.Join(reports.Formats(), ",")+" (default all)")
	flags.StringVar(&f.out, "out", "", "folder for the reports (default RUN itself)")
	flags.StringVar(&f.template, "template", "", "template that the run is written through, to standard output")
	f.tier.add(flags)
	return cmd
}

func oneRun(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return errors.New("render needs the folder of one run\nhint: palermo render palermo-out --format html")
	}
	return nil
}

func (s *shell) renderRun(ctx context.Context, dir string, f renderFlags) error {
	if err := errors.Join(checkFormats(f.formats), f.tier.check()); err != nil {
		return err
	}
	if f.template != "" && (f.out != "" || len(f.formats) > 0 || f.tier.share) {
		return &failure{usage, "--template writes to standard output, and goes with no --format, --out or --shareable", ""}
	}
	if _, err := os.Stat(dir); err != nil {
		return &failure{exit: usage, text: err.Error()}
	}
	run, err := reports.OpenRun(dir)
	if err != nil {
		return err
	}
	if f.template != "" {
		return s.fill(run, f.template)
	}
	r := reports.Rendering{Formats: f.formats, Out: f.out, Lang: f.tier.lang, Claim: hold.Claim{Now: s.now()}}
	if r.Shareable, err = f.tier.shareable(); err != nil {
		return err
	}
	if len(r.Formats) == 0 {
		r.Formats = reports.Formats()
	}
	done, err := run.Render(ctx, r)
	if err != nil {
		return err
	}
	if f.out != "" {
		dir = f.out
	}
	for _, o := range done.Outputs {
		fmt.Fprintln(s.stdout, printable(filepath.Join(dir, o.File)))
	}
	if done.Aside != "" {
		fmt.Fprintln(s.stderr, told(putAside(dir, done.Aside)))
	}
	return nil
}

func (s *shell) fill(run *reports.Saved, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return &failure{exit: usage, text: err.Error()}
	}
	return run.Fill(s.stdout, filepath.Base(name), string(text))
}
