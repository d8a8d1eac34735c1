package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"palermo/pipeline"
	"palermo/pipeline/history"
)

// rehearseFlags say which run is gone through again.
type rehearseFlags struct {
	storeFlags
	plan       string
	frameworks []string
}

func (f *rehearseFlags) add(cmd *cobra.Command) {
	f.storeFlags.add(cmd)
	cmd.Flags().StringVar(&f.plan, "plan", "", "plan of the run")
	cmd.Flags().StringSliceVar(&f.frameworks, "framework", nil, "legal framework of the run")
}

// rehearse goes through the inputs again with the packs of a folder, and holds
// them against the last run.
func (s *shell) rehearse(ctx context.Context, f *rehearseFlags, packs string, inputs []string) (*pipeline.Rehearsal, error) {
	audit := auditFlags{plan: f.plan, frameworks: f.frameworks, packs: packs, workers: runtime.GOMAXPROCS(0)}
	o, err := audit.options()
	if err != nil {
		return nil, err
	}
	if o.Store, err = f.open(ctx); err != nil {
		return nil, err
	}
	o.Inputs, o.Now, o.Build = inputs, s.now, build()
	o.Series = history.Series(cmp.Or(f.series, string(pipeline.SeriesOf(f.plan, o.Framework, inputs))))
	r, err := pipeline.Rehearse(ctx, o)
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
func (s *shell) previewPacks(asJSON *bool) *cobra.Command {
	var f rehearseFlags
	cmd := &cobra.Command{
		Use:   "preview DIR INPUT...",
		Short: "Show which records packs of your own would flip, before you adopt them",
		Long: `preview reads the inputs with the packs of a folder over those built in, and holds
what comes of it against the last run in the store. Nothing is published and
nothing is kept. The records have to be there: the store has no text of them.`,
		Example: `  palermo packs preview new-packs --store palermo.db --plan palermo.yaml cases/`,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := s.rehearse(cmd.Context(), &f, args[0], args[1:])
			if err != nil {
				return err
			}
			if *asJSON {
				return writeJSON(s.stdout, r)
			}
			b := bufio.NewWriter(s.stdout)
			fmt.Fprintf(b, "With %s, against run %d: %s of %s would change\n", printable(args[0]), r.Last.ID,
				grouped(int64(len(r.Moved))), number(r.Records, "record"))
			return errors.Join(printDifferences(b, r.Moved), b.Flush())
		},
	}
	f.add(cmd)
	return cmd
}

// prove reads the inputs of the last run again.
func (s *shell) prove(ctx context.Context, f *rehearseFlags, inputs []string) error {
	r, err := s.rehearse(ctx, f, "", inputs)
	if err != nil {
		return err
	}
	same := r.Counts.States[history.Unchanged]
	fmt.Fprintf(s.stdout, "%s of %s of run %d read again: same evidence on the same bytes\n", grouped(same), number(r.Last.Records, "record"), r.Last.ID)
	if same == r.Last.Records && len(r.Moved) == 0 {
		return nil
	}
	b := bufio.NewWriter(s.stdout)
	if err := errors.Join(printDifferences(b, r.Moved), b.Flush()); err != nil {
		return err
	}
	return &failure{failed, "not every finding of the last run could be proved from its sources", "the sources, the packs or the program are others now: see above"}
}
