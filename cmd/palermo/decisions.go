package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"palermo/pipeline/history"
	"palermo/reports"
)

// decisions is the verb that takes in what reviewers decided.
func (s *shell) decisions() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "Take in and list what reviewers decided",
		Long: `A decision is about one finding on its evidence: on other evidence it lapses. It
needs a reason, an author and a date, and may expire. It stays visible in every
report, and never changes what was found; what it settles does not count for
--fail-on. Decisions stand in the store, or in a file under version control that
audit --decisions reads.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(s.importDecisions(), s.listDecisions())
	return cmd
}

// importFlags are the flags of decisions import as they were written.
type importFlags struct {
	storeFlags
	into, date, expires string
}

func (s *shell) importDecisions() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import WORKBOOK",
		Short: "Take in the decisions that reviewers entered in a workbook",
		Long: `import reads the columns "Reviewer decision", "Reviewer" and "Reason" of the review
queue. The workbook says itself on which evidence each decision was made. All of
them are taken in, or none where one has a mistake.`,
		Example: `  palermo decisions import reconciliation.xlsx --store palermo.db
  palermo decisions import reconciliation.xlsx --into decisions.yaml --expires 2027-03-01`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return s.takeIn(cmd.Context(), args[0], &f) },
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.into, "into", "", "file to write them to, instead of the store")
	cmd.Flags().StringVar(&f.date, "date", "", "the day of the decisions (default today)")
	cmd.Flags().StringVar(&f.expires, "expires", "", "the first day on which they count no more")
	return cmd
}

func (s *shell) takeIn(ctx context.Context, workbook string, f *importFlags) error {
	if f.date == "" {
		f.date = s.now().Format(time.DateOnly)
	}
	for _, day := range []string{f.date, f.expires} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return &failure{usage, fmt.Sprintf("%q is no date", day), "write year, month and day: 2026-03-01"}
		}
	}
	list, err := reports.ReadDecisions(workbook, f.date)
	if err != nil {
		return err
	}
	for i := range list {
		list[i].Expires = f.expires
	}
	added, err := f.write(ctx, list)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "%s read, %s new\n", number(len(list), "decision"), grouped(int64(added)))
	return nil
}

// write puts decisions into the file or the store.
func (f *importFlags) write(ctx context.Context, list []history.Decision) (int, error) {
	if f.into != "" {
		return writeDecisions(f.into, list)
	}
	store, err := f.open(ctx)
	if err != nil {
		return 0, err
	}
	added, err := store.AddDecisions(ctx, list)
	return added, errors.Join(err, store.Close())
}

// writeDecisions adds decisions to a file, which is made when it is not there.
// The file is written beside it first, so that it is never half-written.
func writeDecisions(name string, list []history.Decision) (int, error) {
	file := &history.DecisionFile{}
	if _, err := os.Stat(name); err == nil {
		if file, err = history.ReadDecisions(name); err != nil {
			return 0, &failure{rules, err.Error(), ""}
		}
	}
	added := file.Add(list)
	data, err := history.FormatDecisions(file)
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(name+".new", data, 0o600); err != nil {
		return 0, fmt.Errorf("write decisions: %w", err)
	}
	return added, os.Rename(name+".new", name)
}

func (s *shell) listDecisions() *cobra.Command {
	var f storeFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the decisions in a store",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := f.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			list, err := store.Decisions(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(s.stdout, append([]history.Decision{}, list...))
			}
			b := bufio.NewWriter(s.stdout)
			for _, d := range list {
				fmt.Fprintf(b, "%s %s: %s by %s on %s: %s\n", d.Place, printable(d.Record), words(string(d.Verdict)), printable(d.Author), d.Date, printable(d.Reason))
			}
			return b.Flush()
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// printDecisions counts the decisions of a run, and says where those stand that
// do not count.
func printDecisions(w io.Writer, list []history.Ruling, file string) {
	if len(list) == 0 {
		return
	}
	counts := map[history.Force]int{}
	for i := range list {
		counts[list[i].Force]++
	}
	fmt.Fprintf(w, "Decisions of reviewers (all stand in %s):\n", file)
	for _, force := range history.Forces() {
		if counts[force] > 0 {
			fmt.Fprintf(w, "  %9s  %s\n", grouped(int64(counts[force])), words(string(force)))
		}
	}
}
