package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"palermo/pipeline/history"
	"palermo/reports"
)

// diff is the verb that holds two runs against each other.
func (s *shell) diff() *cobra.Command {
	var f storeFlags
	var asJSON, quotes bool
	cmd := &cobra.Command{
		Use:   "diff RUN RUN",
		Short: "Print what differs between two runs, and what it comes from",
		Long: `diff holds two runs of a store against each other and prints every record that
does not stand alike in both: flips to another finding first, each with its
cause. A change of the data is told apart from a change of packs, framework,
labels, plan or program. Runs are named by their number; 0 is the last one, and
-1 the one before it.`,
		Example: `  palermo diff --store palermo.db 41 42
  palermo diff --store palermo.db -- -1 0     # the last two`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.with(cmd.Context(), func(store *history.Store, series history.Series) error {
				return s.printDiff(cmd.Context(), store, series, args, quotes, asJSON)
			})
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&quotes, "quotes", false, "print the words that the findings stand on, where audit --keep-quotes kept them")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// comparison is what diff --json writes.
type comparison struct {
	Before      int64                `json:"before"`
	After       int64                `json:"after"`
	Differences []history.Difference `json:"differences"`
}

func (s *shell) printDiff(ctx context.Context, store *history.Store, series history.Series, args []string, quotes, asJSON bool) error {
	before, err := runOf(ctx, store, series, args[0])
	if err != nil {
		return err
	}
	after, err := runOf(ctx, store, series, args[1])
	if err != nil {
		return err
	}
	list, err := store.Diff(ctx, before, after, quotes)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(s.stdout, comparison{before.ID, after.ID, append([]history.Difference{}, list...)})
	}
	b := bufio.NewWriter(s.stdout)
	fmt.Fprintf(b, "Run %d against run %d of %s:\n", after.ID, before.ID, printable(string(series)))
	return errors.Join(printDifferences(b, list), b.Flush())
}

// printDifferences tells flips first, since they are what a person wants to see.
func printDifferences(w io.Writer, list []history.Difference) error {
	titles, err := reports.LoadWords("")
	if err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintln(w, "  nothing differs")
	}
	for _, flips := range []bool{true, false} {
		for i := range list {
			if d := &list[i]; d.Flip() == flips {
				fmt.Fprintf(w, "  %s\n", difference(d, titles))
				printKept(w, "before", d.Before)
				printKept(w, "after", d.After)
			}
		}
	}
	return nil
}

// printKept tells what a finding stood on, where that was kept and asked for.
func printKept(w io.Writer, when string, s *history.Side) {
	if s == nil {
		return
	}
	for _, q := range s.Quotes {
		fmt.Fprintf(w, "      %s, %s: %s\n", when, words(q.Indicator), quoted(q.Text))
	}
}

func difference(d *history.Difference, titles *reports.Words) string {
	id := printable(d.RecordID())
	switch {
	case d.Flip():
		return fmt.Sprintf("%s: %s -> %s (from %s)", id, titles.Kind(d.Before.Kind), titles.Kind(d.After.Kind), causes(d.Causes))
	case d.Before == nil:
		return fmt.Sprintf("%s: new, %s", id, titles.Kind(d.After.Kind))
	case d.After == nil:
		return fmt.Sprintf("%s: absent, was %s", id, titles.Kind(d.Before.Kind))
	}
	return fmt.Sprintf("%s: updated, still %s (from %s)", id, titles.Kind(d.After.Kind), causes(d.Causes))
}

// runOf finds a run by its number, or by how far it is from the last one.
func runOf(ctx context.Context, store *history.Store, series history.Series, name string) (*history.Run, error) {
	n, err := strconv.ParseInt(name, 10, 64)
	if err != nil {
		return nil, &failure{usage, fmt.Sprintf("%q is no number of a run", name), "palermo status --all lists the runs"}
	}
	if n > 0 {
		return store.Run(ctx, series, n)
	}
	runs, err := store.Runs(ctx, series)
	if err != nil {
		return nil, err
	}
	if at := len(runs) - 1 + int(n); at >= 0 {
		return &runs[at], nil
	}
	return nil, &failure{usage, fmt.Sprintf("there is no run %s: the store holds %s", name, number(len(runs), "run")), ""}
}
