package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// shell is what the commands see of the world.
type shell struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	terminal       bool // stderr is one
	now            func() time.Time
}

// run carries out one command line and returns the exit code.
func (s *shell) run(ctx context.Context, args []string) int {
	begun := false
	root := s.root(&begun)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && !begun {
		err = s.misread(ctx, root, args, &failure{exit: usage, text: err.Error()}) // by cobra
	}
	if untold(err) {
		fmt.Fprintln(s.stderr, told(err))
	}
	return code(err)
}

// root puts the command line together. It notes in begun that the command line
// was understood.
func (s *shell) root(begun *bool) *cobra.Command {
	root := &cobra.Command{
		Use:   "palermo",
		Short: "Find records in which trafficking in persons and smuggling of migrants are mixed up",
		Long: `palermo reads case logs and reports, finds the facts that tell trafficking in
persons from smuggling of migrants, compares what they read as with the label
that is recorded, and writes reports for a person to check. It never changes
its input and it uses no network.`,
		Example: `  palermo audit cases.csv reports/
  palermo check cases.csv         # how it is read, without screening
  palermo init cases.csv          # write down how the columns are read
  palermo audit --plan palermo.yaml cases.csv
  palermo render palermo-out --format html --lang es
  palermo explain debt_bondage    # what it means, what finds it, how it counts`,
		Args:             cobra.ArbitraryArgs,
		SilenceErrors:    true,
		SilenceUsage:     true,
		PersistentPreRun: func(*cobra.Command, []string) { *begun = true },
		RunE:             noVerb,

		SuggestionsMinimumDistance: 2,
	}
	root.SetOut(s.stdout)
	root.SetErr(s.stderr)
	root.SetHelpTemplate(root.HelpTemplate() + "\n" + exitTable())
	root.AddCommand(s.audit(), s.render(), s.check(), s.initPlan(), s.packs(), s.explain(),
		s.status(), s.diff(), s.decisions(), s.history(), s.trends(), s.version())
	return root
}

// noVerb is run where no verb is named.
func noVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	f := &failure{
		exit: usage, text: fmt.Sprintf("there is no command %q", args[0]),
		hint: "palermo --help lists the commands",
	}
	if _, err := os.Stat(args[0]); err == nil {
		f.hint = "palermo audit " + strings.Join(args, " ")
	} else if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		f.hint = "did you mean palermo " + near[0] + "?"
	}
	return f
}

// inputs demands at least one argument.
func inputs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("%s needs a file, a folder or a pattern to read\nhint: palermo %[1]s cases.csv", cmd.Name())
	}
	return nil
}

// writeJSON writes one indented document.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
