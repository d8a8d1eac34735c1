package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"palermo/pipeline/history"
)

// statusFlags are the flags of status as they were written.
type statusFlags struct {
	storeFlags
	all, json bool
	maxAge    time.Duration
}

// status is the verb that tells an operator whether the nights go well.
func (s *shell) status() *cobra.Command {
	var f statusFlags
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Print when the last run was and what it came to",
		Long: `status prints the last run of every series in a store: when it ended, how long
ago, how many rows it read and what changed. With --max-age it fails where a
series has no run that is so young, for a monitor to call.`,
		Example: `  palermo status --store palermo.db
  palermo status --store palermo.db --max-age 26h --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := f.read(cmd.Context())
			if err != nil {
				return err
			}
			defer store.Close()
			return s.printStatus(cmd.Context(), store, &f)
		},
	}
	f.add(cmd)
	cmd.Flags().BoolVar(&f.all, "all", false, "print every run and not the last one alone")
	cmd.Flags().BoolVar(&f.json, "json", false, "write JSON")
	cmd.Flags().DurationVar(&f.maxAge, "max-age", 0, "fail where the last run is older, such as 26h")
	return cmd
}

// standing is what status says of a store.
type standing struct {
	Store  string         `json:"store"`
	Head   string         `json:"chain_head"`           // last hash of the chain
	Quoted int64          `json:"findings_with_quotes"` // of which the store keeps words of the records
	Shown  bool           `json:"readable_by_others"`
	Series []seriesStatus `json:"series"`
}

type seriesStatus struct {
	Name string        `json:"name"`
	Age  float64       `json:"age_seconds"` // of the last run
	Runs []history.Run `json:"runs"`        // the last, or all
}

func (s *shell) printStatus(ctx context.Context, store *history.Store, f *statusFlags) error {
	st, err := s.standing(ctx, store, f)
	if err != nil {
		return err
	}
	if f.json {
		err = writeJSON(s.stdout, st)
	} else {
		err = st.print(s.stdout)
	}
	if err != nil {
		return err
	}
	if store.Shown() {
		s.say(false, levelWarning, shown(store))
	}
	return st.tooOld(f.maxAge)
}

func (s *shell) standing(ctx context.Context, store *history.Store, f *statusFlags) (*standing, error) {
	if err := f.exact(ctx, store); err != nil {
		return nil, err
	}
	st := &standing{Store: store.Where(), Shown: store.Shown(), Series: []seriesStatus{}}
	var err error
	if st.Head, err = store.Head(ctx); err != nil {
		return nil, err
	}
	if st.Quoted, err = store.Quoted(ctx); err != nil {
		return nil, err
	}
	names, err := store.Series(ctx)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if f.series != "" && f.series != string(name) {
			continue
		}
		runs, err := store.Runs(ctx, name)
		if err != nil {
			return nil, err
		}
		age := s.now().Sub(runs[len(runs)-1].Finished).Seconds()
		if !f.all {
			runs = runs[len(runs)-1:]
		}
		st.Series = append(st.Series, seriesStatus{string(name), age, runs})
	}
	return st, nil
}

func (st *standing) print(w io.Writer) error {
	b := bufio.NewWriter(w)
	if len(st.Series) == 0 {
		fmt.Fprintf(b, "%s holds no run yet.\n", printable(st.Store))
	}
	for _, series := range st.Series {
		age := time.Duration(series.Age * float64(time.Second)).Round(time.Second)
		fmt.Fprintf(b, "%s: last success %s ago\n", printable(series.Name), age)
		for i := range series.Runs {
			printRun(b, &series.Runs[i])
		}
	}
	if st.Quoted > 0 {
		fmt.Fprintf(b, "words of records are kept for %s\n", number(st.Quoted, "finding"))
	}
	if st.Head != "" {
		fmt.Fprintf(b, "chain head %s\n", st.Head)
	}
	return b.Flush()
}

func printRun(w io.Writer, r *history.Run) {
	partial := ""
	if r.Unread {
		partial = ", some of the input could not be read"
	}
	fmt.Fprintf(w, "  run %d ended %s after %s: %s, %s%s\n", r.ID, r.Finished.Format(time.RFC3339),
		r.Finished.Sub(r.Started).Round(time.Second), number(r.Rows, "row"), number(r.Records, "record"), partial)
	fmt.Fprintf(w, "    findings:")
	for _, state := range history.States() {
		fmt.Fprintf(w, " %s %s", grouped(r.States[state]), state)
	}
	fmt.Fprintln(w)
}

// tooOld fails where a series has no run that is young enough.
func (st *standing) tooOld(maxAge time.Duration) error {
	if maxAge == 0 {
		return nil
	}
	if len(st.Series) == 0 {
		return &failure{failed, "there is no run at all", ""}
	}
	for _, series := range st.Series {
		if series.Age > maxAge.Seconds() {
			return &failure{failed, fmt.Sprintf("the last run of %s is older than %s", series.Name, maxAge), ""}
		}
	}
	return nil
}
