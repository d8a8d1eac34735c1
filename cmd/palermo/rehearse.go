package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"palermo/extract/packs"
	"palermo/pipeline"
	"palermo/pipeline/history"
)

// rehearseFlags say which run is gone through again.
type rehearseFlags struct {
	storeFlags
	plan       string
	frameworks []string
	packs      string // of one's own, over the others
	instead    string // folder that takes the place of the packs that are built in
}

func (f *rehearseFlags) add(cmd *cobra.Command) {
	f.storeFlags.add(cmd)
	cmd.Flags().StringVar(&f.plan, "plan", "", "plan of the run")
	cmd.Flags().StringSliceVar(&f.frameworks, "framework", nil, "legal framework of the run")
}

// rehearse goes through the inputs again, and holds them against the last run. The
// store stays as it is.
func (s *shell) rehearse(ctx context.Context, f *rehearseFlags, inputs []string) (*pipeline.Rehearsal, error) {
	audit := auditFlags{plan: f.plan, frameworks: f.frameworks, packs: f.packs, workers: runtime.GOMAXPROCS(0)}
	o, err := audit.options()
	if err != nil {
		return nil, err
	}
	if f.instead != "" {
		folder, close, err := pipeline.PacksIn(f.instead)
		if err != nil {
			return nil, err
		}
		defer close()
		o.Packs = folder
	}
	if f.store == "" {
		return nil, noStoreNamed()
	}
	if o.Store, err = history.OpenAsItIs(ctx, f.store); err != nil {
		return nil, err
	}
	o.Inputs, o.Now, o.Build = inputs, s.now, build()
	var r *pipeline.Rehearsal
	if err = f.exact(ctx, o.Store); err == nil {
		o.Series, err = f.seriesOf(ctx, o.Store, f.plan, &o)
	}
	if err == nil {
		r, err = pipeline.Rehearse(ctx, o)
	}
	if err = errors.Join(err, o.Store.Close()); err != nil {
		return nil, err
	}
	if r.Last == nil {
		return nil, &failure{usage, fmt.Sprintf("the store holds no run of %s to hold this against", o.Series),
			"name the inputs and the plan as the audit does, or the series with --series"}
	}
	return r, nil
}

// previewPacks is the verb that shows what changed packs would change.
func (s *shell) previewPacks(own *string, asJSON *bool) *cobra.Command {
	var f rehearseFlags
	var instead, builtIn bool
	cmd := &cobra.Command{
		Use:   "preview DIR INPUT...",
		Short: "Show which records changed packs would flip, before you adopt them",
		Long: `preview reads the inputs with the packs of a folder over those built in, and holds
what comes of it against the last run in the store. Nothing is published and
nothing is kept. It exits with 5 where an example in the packs does not hold. The records have to be there: the store has no text of them.
With --instead the folder takes the place of the packs that are built in, as the
packs of another version do. With --built-in there is no folder: a new version of
the program shows what its own packs and its own reading would flip, while the
old one still does the nights.`,
		Example: `  palermo packs preview new-packs --store palermo.db --plan palermo.yaml cases/
  palermo packs preview --instead extract/packs --store palermo.db cases/
  palermo-new packs preview --built-in --store palermo.db --plan palermo.yaml cases/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.packs = *own
			folder := args[0]
			switch {
			case builtIn && instead:
				return &failure{usage, "--built-in and --instead: both say which packs are read", ""}
			case builtIn:
				folder = program
			case instead:
				f.instead, args = folder, args[1:]
			case *own != "":
				return &failure{usage, "--packs and a folder: one of them is enough", "palermo packs preview DIR INPUT"}
			default:
				f.packs, args = folder, args[1:]
			}
			if len(args) == 0 {
				return &failure{usage, "preview needs the inputs that the last run read", "palermo packs preview DIR INPUT"}
			}
			return s.previewRun(cmd.Context(), &f, folder, args, *asJSON)
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&instead, "instead", false, "read the folder in place of the packs that are built in")
	cmd.Flags().BoolVar(&builtIn, "built-in", false, "name no folder: preview the packs of this program against a run of another version")
	return cmd
}

// previewRun prints what would change with other packs, and fails where these do
// not do what they say themselves.
func (s *shell) previewRun(ctx context.Context, f *rehearseFlags, with string, inputs []string, asJSON bool) error {
	r, err := s.rehearse(ctx, f, inputs)
	if err != nil {
		return err
	}
	if asJSON {
		err = writeJSON(s.stdout, r)
	} else {
		b := bufio.NewWriter(s.stdout)
		fmt.Fprintf(b, "With %s, against run %d: %s of %s would change\n", printable(with), r.Last.ID,
			grouped(int64(len(r.Moved))), number(r.Records, "record"))
		if r.Former {
			fmt.Fprintf(b, "  Run %d took its digests otherwise: what is found to be of another kind is told, and not where the evidence alone is another\n", r.Last.ID)
		}
		err = errors.Join(printDifferences(b, r.Moved), b.Flush())
	}
	if err != nil || f.packs == "" {
		return err
	}
	return examplesHold(f.packs)
}

// examplesHold reads the examples of all packs with those of a folder over them.
func examplesHold(folder string) error {
	reader, err := pipeline.LoadPacks(packs.FS, folder)
	if err != nil {
		return err
	}
	n := tried{Trials: reader.Try()}.failed()
	if n == 0 {
		return nil
	}
	return &failure{rules, fmt.Sprintf("with %s, %s %s not read as the rule says", folder, number(n, "example"), doDoes(n)),
		"palermo packs test --packs " + folder + " shows them"}
}

// prove reads the inputs of the last run again.
func (s *shell) prove(ctx context.Context, f *rehearseFlags, inputs []string) error {
	r, err := s.rehearse(ctx, f, inputs)
	if err != nil {
		return err
	}
	if r.Former {
		return &failure{failed, fmt.Sprintf("run %d took its digests otherwise, so that its findings can't be proved from their sources", r.Last.ID), "palermo audit makes a run of which they can"}
	}
	same := r.Counts.States[history.Unchanged] - int64(len(r.Edited))
	fmt.Fprintf(s.stdout, "%s of %s of run %d read again: same evidence, and nothing that is read has changed\n", grouped(same), number(r.Last.Records, "record"), r.Last.ID)
	if same == r.Last.Records && len(r.Moved)+len(r.Misquoted) == 0 {
		return nil
	}
	for _, id := range r.Edited {
		fmt.Fprintf(s.stdout, "  %s: its source has changed, the evidence in it has not\n", printable(id))
	}
	for _, id := range r.Misquoted {
		fmt.Fprintf(s.stdout, "  %s: the store keeps other words of it than the record has\n", printable(id))
	}
	if same == r.Last.Records && len(r.Moved) == 0 {
		return &failure{failed, "quotes in the store are not those of the sources", "remove them with palermo history prune --quotes"}
	}
	if len(r.Moved) > 0 {
		b := bufio.NewWriter(s.stdout)
		if err := errors.Join(printDifferences(b, r.Moved), b.Flush()); err != nil {
			return err
		}
	}
	return &failure{failed, "not every finding of the last run could be proved from its sources", "the sources, the packs or the program are others now: see above"}
}
