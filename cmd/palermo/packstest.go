package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"palermo/extract"
	"palermo/extract/packs"
	"palermo/pipeline"
)

// testPacks is the verb that reads the examples of the packs. Its flags beside
// unreached are those of the verb above it.
func (s *shell) testPacks(own *string, asJSON *bool) *cobra.Command {
	var unreached bool
	cmd := &cobra.Command{
		Use:   "test [LANGUAGE...]",
		Short: "Read the examples that stand beside the rules of the packs",
		Long: `test reads every example of the packs: a hit must be found and count, a miss
and a negated example must not count. It exits with 5 where one does not, and
with --unreached also where no hit reaches a pattern, since nobody has seen what
such a pattern finds. With --packs it is your own patterns that are held to that.`,
		Example: `  palermo packs test
  palermo packs test es fr
  palermo packs test --packs our-packs --unreached`,
		RunE: func(_ *cobra.Command, languages []string) error {
			reader, err := pipeline.LoadPacks(packs.FS, *own)
			if err != nil {
				return err
			}
			if err := checkLanguages(reader, languages); err != nil {
				return err
			}
			if err := reader.Check(); err != nil {
				return &pipeline.RulesError{Err: err}
			}
			trials, packs := reader.Try(languages...), reader.OwnPacks()
			return s.tell(tried{trials, packs, missed(trials, packs)}, unreached, *asJSON)
		},
	}
	cmd.Flags().BoolVar(&unreached, "unreached", false, "list the patterns that no hit reaches, and fail on them")
	return cmd
}

func checkLanguages(r *extract.Reader, languages []string) error {
	for _, l := range languages {
		if known := r.Languages(); !slices.Contains(known, l) {
			return &failure{usage, fmt.Sprintf("there is no pack for language %q", l), "use " + strings.Join(known, ", ")}
		}
	}
	return nil
}

// tried is how the examples read, and which patterns the user is asked to reach.
type tried struct {
	Trials  []extract.Trial    `json:"languages"`
	Packs   []extract.OwnPacks `json:"packs,omitempty"`
	missing []extract.Failure
}

// missed picks the patterns that no hit reaches. Beside packs of their own, those
// that are built in are not the user's to mend.
func missed(trials []extract.Trial, own []extract.OwnPacks) []extract.Failure {
	var out []extract.Failure
	for _, t := range trials {
		for _, f := range t.Unreached {
			if len(own) == 0 || slices.ContainsFunc(own, func(p extract.OwnPacks) bool { return p.Holds(f.File) }) {
				out = append(out, f)
			}
		}
	}
	return out
}

// tell prints what fails and a closing line, and says how it ends.
func (s *shell) tell(t tried, unreached, asJSON bool) error {
	if !unreached {
		t.missing = nil
	}
	var err error
	if asJSON {
		err = writeJSON(s.stdout, t)
	} else {
		err = t.print(s.stdout)
	}
	if err != nil {
		return fmt.Errorf("print the result: %w", err)
	}
	switch failed := t.failed(); {
	case failed > 0:
		return &failure{rules, number(failed, "example") + " " + doDoes(failed) + " not read as the rule says", ""}
	case len(t.missing) > 0:
		return &failure{rules, "no hit reaches " + number(len(t.missing), "pattern"),
			"write a sentence under hits: that each must find, or take the pattern out"}
	}
	return nil
}

func (t tried) failed() int {
	n := 0
	for _, trial := range t.Trials {
		n += len(trial.Failures)
	}
	return n
}

func (t tried) print(w io.Writer) error {
	b := bufio.NewWriter(w)
	for _, trial := range t.Trials {
		for _, f := range trial.Failures {
			fmt.Fprintln(b, printable(f.Shown))
		}
	}
	for _, f := range t.missing {
		fmt.Fprintln(b, printable(f.Shown))
	}
	for _, trial := range t.Trials {
		fmt.Fprintf(b, "%s: %s of %s read as they should; a hit reaches %s of %s\n", trial.Language,
			grouped(int64(trial.Examples-len(trial.Failures))), number(trial.Examples, "example"),
			grouped(int64(trial.Patterns-len(trial.Unreached))), number(trial.Patterns, "pattern"))
	}
	return b.Flush()
}
