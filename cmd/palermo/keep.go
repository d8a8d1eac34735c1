package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
)

// pruneFlags are the flags of history prune as they were written.
type pruneFlags struct {
	storeFlags
	keep        history.Keep
	quotes, all bool
}

// pruneStore is the verb that removes old runs.
func (s *shell) pruneStore() *cobra.Command {
	var f pruneFlags
	cmd := &cobra.Command{
		Use:   "prune",
		Short: "Remove old runs from a store",
		Long: `prune keeps the last run of each of the latest days and months that have one, and
the last run of every series in any case. It removes the other runs, and what
was found in them alone. What was removed stays told in the chain. With --quotes
it removes the words of records that audit --keep-quotes kept, and no run unless
told to. With --all it removes the whole of one series.`,
		Example: `  palermo history prune --store palermo.db --keep-daily 30 --keep-monthly 24
  palermo history prune --store palermo.db --quotes
  palermo history prune --store palermo.db --series "/srv/old (un)" --all`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.check(); err != nil {
				return err
			}
			store, err := f.open(cmd.Context())
			if err != nil {
				return err
			}
			return errors.Join(s.prune(cmd.Context(), store, &f), store.Close())
		},
	}
	f.add(cmd)
	cmd.Flags().IntVar(&f.keep.Daily, "keep-daily", 0, "days of which the last run is kept")
	cmd.Flags().IntVar(&f.keep.Monthly, "keep-monthly", 0, "months of which the last run is kept")
	cmd.Flags().BoolVar(&f.quotes, "quotes", false, "remove the words of records that are kept")
	cmd.Flags().BoolVar(&f.all, "all", false, "remove all runs of the series that is named, the last one too")
	return cmd
}

// check finds what cannot be meant.
func (f *pruneFlags) check() error {
	nothing := f.keep == (history.Keep{})
	switch {
	case f.all && f.series == "":
		return &failure{usage, "--all: no series is named", "palermo status lists them; add --series NAME"}
	case f.all && !nothing:
		return &failure{usage, "--all: keeps no run", "leave out --keep-daily and --keep-monthly"}
	case f.keep.Daily < 0, f.keep.Monthly < 0, nothing && !f.quotes && !f.all:
		return &failure{usage, "say how much to keep", "--keep-daily 30 --keep-monthly 24"}
	}
	return nil
}

func (s *shell) prune(ctx context.Context, store *history.Store, f *pruneFlags) error {
	if err := f.exact(ctx, store); err != nil {
		return err
	}
	if f.quotes {
		n, err := store.DropQuotes(ctx, history.Series(f.series))
		if err != nil {
			return err
		}
		fmt.Fprintf(s.stdout, "quotes of %s removed\n", number(n, "finding"))
	}
	if f.all {
		return s.pruned(store.Remove(ctx, history.Series(f.series), hold.Claim{Now: s.now()}))
	}
	if f.keep == (history.Keep{}) {
		return nil
	}
	names := []history.Series{history.Series(f.series)}
	if f.series == "" {
		var err error
		if names, err = store.Series(ctx); err != nil {
			return err
		}
	}
	for _, name := range names {
		if err := s.pruned(store.Prune(ctx, name, f.keep)); err != nil {
			return err
		}
	}
	return nil
}

// pruned tells what was removed.
func (s *shell) pruned(p *history.Pruned, err error) error {
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "%s: %s removed, %s of findings\n", printable(string(p.Series)),
		number(len(p.Removed), "run"), number(p.Versions, "version"))
	return nil
}

// verifyStore is the verb that checks a store.
func (s *shell) verifyStore() *cobra.Command {
	var f rehearseFlags
	var head string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify [INPUT...]",
		Short: "Check that nothing in a store was changed since it was written",
		Long: `verify follows the chain of hashes from its first entry and adds up every run,
decision and finding again. Who can write to a store can write all of it anew; so
note the last hash elsewhere, as palermo status prints it, and give it back with
--head: it must still stand in the chain. With the inputs of the last run, every
record is read again without the store, and has to give the same evidence on the
same text as it did then.`,
		Example: `  palermo history verify --store palermo.db
  palermo history verify --store palermo.db --plan palermo.yaml cases/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			store, err := f.read(cmd.Context())
			if err != nil {
				return err
			}
			if err = f.exact(cmd.Context(), store); err == nil {
				err = s.verify(cmd.Context(), store, head, asJSON)
			}
			err = errors.Join(err, store.Close())
			if err != nil || len(args) == 0 {
				return err
			}
			return s.prove(cmd.Context(), &f, args)
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&head, "head", "", "a hash that was the last one once")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

func (s *shell) verify(ctx context.Context, store *history.Store, head string, asJSON bool) error {
	proof, err := store.Verify(ctx, head)
	if err != nil {
		return err
	}
	if asJSON {
		if err := writeJSON(s.stdout, proof); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(s.stdout, "%s of the chain, %s and %s of findings checked\n", entries(proof.Entries),
			number(proof.Runs, "run"), number(proof.Versions, "version"))
		for _, line := range proof.Broken {
			fmt.Fprintf(s.stdout, "  %s\n", printable(line))
		}
		fmt.Fprintf(s.stdout, "chain head %s\n", proof.Head)
	}
	if len(proof.Broken) > 0 {
		return &failure{failed, "the store is not as it was written", "bring back a backup, and ask who changed it"}
	}
	return nil
}

func entries(n int64) string {
	if n == 1 {
		return "1 entry"
	}
	return grouped(n) + " entries"
}
