package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
		Use:   "import WORKBOOK|FILE",
		Short: "Take in the decisions that reviewers entered in a workbook, or those of a file",
		Long: `import reads the columns "Reviewer decision", "Reviewer" and "Reason" of the review
queue. The workbook says itself on which evidence each decision was made. To take
one back, choose "Reopen" in its place; to clear the cell does nothing. A file of
decisions (.yaml) is read as well. All of them are taken in, or none where one has
a mistake. What its author said last is not taken in again.`,
		Example: `  palermo decisions import reconciliation.xlsx --store palermo.db
  palermo decisions import reconciliation.xlsx --into decisions.yaml --expires 2027-03-01
  palermo decisions import decisions.yaml --store palermo.db`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return s.takeIn(cmd.Context(), args[0], &f) },
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.into, "into", "", "file to write them to, instead of the store")
	cmd.Flags().StringVar(&f.date, "date", "", "the day of the decisions (default today)")
	cmd.Flags().StringVar(&f.expires, "expires", "", "the first day on which they count no more")
	return cmd
}

func (s *shell) takeIn(ctx context.Context, file string, f *importFlags) error {
	today := s.now().Format(time.DateOnly)
	list, err := f.read(file, today)
	if err != nil {
		return err
	}
	added, known, err := f.write(ctx, list, today)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "%s read, %s new\n", number(len(list), "decision"), grouped(int64(added)))
	for _, d := range history.Idle(known, list) {
		fmt.Fprintf(s.stderr, "palermo: %s reopens %s without having decided it: what others decided stands\n", printable(d.Author), printable(d.Record))
	}
	return nil
}

// read reads the decisions of a workbook or a file.
func (f *importFlags) read(file, today string) ([]history.Decision, error) {
	if ext := strings.ToLower(filepath.Ext(file)); ext == ".yaml" || ext == ".yml" {
		return f.readFile(file, today)
	}
	made := history.Decision{Date: cmp.Or(f.date, today), Expires: f.expires}
	for _, day := range []string{made.Date, made.Expires} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return nil, &failure{usage, fmt.Sprintf("%q is no date", day), "write year, month and day: 2026-03-01"}
		}
	}
	if wrong, hint := made.WrongDays(today); wrong != "" {
		return nil, &failure{usage, wrong, hint}
	}
	return reports.ReadDecisions(file, made.Date, made.Expires)
}

// readFile reads a file of decisions, which have days of their own.
func (f *importFlags) readFile(file, today string) ([]history.Decision, error) {
	if f.date != "" || f.expires != "" {
		return nil, &failure{usage, "--date and --expires are for a workbook: the decisions of " + file + " have days of their own", "write date and expires into the file"}
	}
	read, err := history.ReadDecisions(file, today)
	if err != nil {
		return nil, &failure{rules, err.Error(), ""}
	}
	if read.TwoPersons && f.into == "" {
		return nil, &failure{usage, file + " asks for two persons, and a store does not keep that",
			"take two_persons out of the file and say palermo audit --two-persons"}
	}
	return read.Decisions, nil
}

// write puts decisions into the file or the store, and returns how many are new
// and what stood there before.
func (f *importFlags) write(ctx context.Context, list []history.Decision, today string) (added int, known []history.Decision, err error) {
	if f.into != "" {
		return writeDecisions(f.into, list, today)
	}
	store, err := f.open(ctx)
	if err != nil {
		return 0, nil, err
	}
	if known, err = store.Decisions(ctx); err == nil {
		added, err = store.AddDecisions(ctx, list)
	}
	return added, known, errors.Join(err, store.Close())
}

// writeDecisions adds decisions to a file, which is made when it is not there.
func writeDecisions(name string, list []history.Decision, today string) (added int, known []history.Decision, err error) {
	file := &history.DecisionFile{}
	if _, err := os.Stat(name); err == nil {
		if file, err = history.ReadDecisions(name, today); err != nil {
			return 0, nil, &failure{rules, err.Error(), ""}
		}
	}
	known = slices.Clone(file.Decisions)
	added = file.Add(list)
	data, err := history.FormatDecisions(file)
	if err != nil {
		return 0, nil, err
	}
	return added, known, writeWhole(name, data, 0o600)
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
				fmt.Fprintf(b, "%s %s: %s by %s on %s%s: %s\n", d.Place, printable(d.Record), words(string(d.Verdict)),
					printable(d.Author), d.Date, expiry(&d, s.now().Format(time.DateOnly)), printable(d.Reason))
			}
			return b.Flush()
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

// expiry says when a decision expires or has expired. What else its force hangs on
// is known of the findings of a run, and stands in its reports.
func expiry(d *history.Decision, today string) string {
	switch {
	case d.Expires == "":
		return ""
	case d.Expires <= today:
		return ", expired on " + d.Expires
	}
	return ", expires on " + d.Expires
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
