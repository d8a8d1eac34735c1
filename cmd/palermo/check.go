package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"palermo/extract/packs"
	"palermo/pipeline"
	"palermo/pipeline/source"
	"palermo/reports"
)

// check is the verb that reads the input and screens nothing.
func (s *shell) check() *cobra.Command {
	var plan string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check INPUT...",
		Short: "Say how the input is read, without screening it",
		Long: `check reads the input as audit does, and says what it is, which columns are used
for what, what the recorded labels mean, what was noted of the records, and what
would be left out and why. It screens nothing and writes nothing.`,
		Args: inputs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.checkInputs(cmd.Context(), args, plan, asJSON)
		},
	}
	cmd.Flags().StringVar(&plan, "plan", "", "plan that says how the input is read; see palermo init")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}

func (s *shell) checkInputs(ctx context.Context, inputs []string, planFile string, asJSON bool) error {
	plan, err := readPlan(planFile)
	if err != nil {
		return err
	}
	p := s.progress(false, asJSON)
	survey, err := pipeline.Check(ctx, pipeline.Options{
		Inputs: inputs, Stdin: s.stdin, Plan: plan, Packs: packs.FS, OwnPacks: plan.Packs, Progress: p.tell,
	})
	p.end()
	if err != nil {
		return err
	}
	if asJSON {
		err = writeJSON(s.stdout, survey)
	} else {
		err = printSurvey(s.stdout, survey)
	}
	if err != nil {
		return fmt.Errorf("print the survey: %w", err)
	}
	if survey.Unread {
		return &failure{unread, "some of the input could not be read or has nothing to screen", ""}
	}
	return nil
}

// printSurvey tells a survey in the order of the questions that a person has.
func printSurvey(w io.Writer, survey *pipeline.Survey) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "Files:")
	for _, in := range survey.Inputs {
		fmt.Fprintf(b, "  %s: %s, %s\n", printable(in.File), formatOf(in), number(in.Bytes, "byte"))
	}
	printRows(b, survey.Ledger.Lines)
	printColumns(b, survey.Mappings, math.MaxInt)
	printDates(b, survey.Mappings)
	printMeanings(b, survey.Labels)
	printProblems(b, survey.Problems, len(survey.Problems))
	printRejects(b, survey.Rejects)
	total := &survey.Ledger.Total
	fmt.Fprintf(b, "%s: %s to screen, %s quarantined, %s skipped, %s duplicate\n", number(total.In, "row"),
		grouped(total.Out), grouped(total.Quarantined), grouped(total.Skipped), grouped(total.Duplicate))
	return b.Flush()
}

func formatOf(in source.Input) string {
	switch {
	case in.Format == "":
		return "not read"
	case in.Encoding == "":
		return in.Format
	}
	return in.Format + ", " + in.Encoding
}

// printRows tells what would become of the rows of every table and report.
func printRows(w io.Writer, lines []reports.LedgerLine) {
	fmt.Fprintln(w, "Rows:")
	for _, l := range lines {
		fmt.Fprintf(w, "  %9s  %s: %s to screen", grouped(l.In), place(l.File, l.Sheet), grouped(l.Out))
		for _, part := range []struct {
			n    int64
			what string
		}{{l.Quarantined, "quarantined"}, {l.Skipped, "skipped"}, {l.Duplicate, "duplicate"}} {
			if part.n > 0 {
				fmt.Fprintf(w, ", %s %s", grouped(part.n), part.what)
			}
		}
		fmt.Fprintln(w)
	}
}

// printDates tells the order of day and month where a column has one.
func printDates(w io.Writer, mappings []source.Mapping) {
	for _, m := range mappings {
		for _, c := range m.Columns {
			if c.Dates != "" {
				fmt.Fprintf(w, "  %s: dates in %s are %s\n", place(m.File, m.Sheet), quoted(c.Name), c.Dates)
			}
		}
	}
}

// printMeanings tells what every recorded label is read as.
func printMeanings(w io.Writer, labels []pipeline.LabelValue) {
	if len(labels) > 0 {
		fmt.Fprintln(w, "Recorded labels, and what they are read as:")
	}
	for _, l := range labels {
		meaning := string(l.Label)
		switch {
		case l.Value == "":
			meaning = "none: nothing is recorded"
		case !l.Known:
			meaning += " (not known: say what it means in a plan, under labels)"
		}
		fmt.Fprintf(w, "  %9s  %s: %s\n", grouped(l.Count), quoted(l.Value), meaning)
	}
}

// printProblems tells what was noted of records as they were read, the most
// frequent first.
func printProblems(w io.Writer, problems []reports.ProblemCount, most int) {
	if len(problems) > 0 {
		fmt.Fprintln(w, "Noted of records:")
	}
	for _, p := range problems[:min(most, len(problems))] {
		fmt.Fprintf(w, "  %9s  %s (first: %s)\n", grouped(p.Records), printable(p.Problem), printable(p.First))
	}
	if more := len(problems) - most; more > 0 {
		fmt.Fprintf(w, "  %s more in the manifest\n", number(more, "kind"))
	}
}

// printRejects tells what would be left out, by reason.
func printRejects(w io.Writer, rejects []pipeline.RejectKind) {
	if len(rejects) > 0 {
		fmt.Fprintln(w, "Left out:")
	}
	for _, r := range rejects {
		fmt.Fprintf(w, "  %9s  %s: %s (%s)\n", grouped(r.Rows), r.Outcome, printable(r.Reason), printable(strings.Join(r.First, ", ")))
		if r.Hint != "" && r.Outcome == source.Quarantined {
			fmt.Fprintf(w, "             hint: %s\n", printable(r.Hint))
		}
	}
}
