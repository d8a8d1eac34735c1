package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"palermo/extract"
	"palermo/extract/packs"
	"palermo/extract/strictyaml"
	"palermo/pipeline"
	"palermo/reports"
	"palermo/screen"
)

// explain is the verb that says what an indicator is and what finds it, or why
// a record reads as it does.
func (s *shell) explain() *cobra.Command {
	var f recordFlags
	var languages []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain INDICATOR | RECORD [INPUT...]",
		Short: "Print what an indicator means and what finds it, or why a record reads as it does",
		Long: `explain INDICATOR prints the definition and the sources of an indicator, how it
counts in every framework, and for each language the patterns that find it, what
drops it, and the examples. palermo packs lists the indicators.

explain RECORD prints what decided a record and under which article, the words
that every element rests on, the questions that are open, and the smallest
changes that would alter it. The record is one of the last run, or with INPUT it
is read again. Record ids stand in findings.csv.`,
		Example: `  palermo explain debt_bondage
  palermo explain debt_bondage --lang es
  palermo explain CW-2019-014
  palermo explain CW-2019-014 --framework us
  palermo explain CW-2019-014 cases.csv`,
		Args: somethingToExplain,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.explainAny(cmd.Context(), args, f, languages, asJSON)
		},
	}
	cmd.Flags().StringVar(&f.packs, "packs", "", ownPacks)
	cmd.Flags().StringSliceVar(&languages, "lang", nil, "languages to print the patterns of (default all)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON (of an indicator)")
	cmd.Flags().StringVar(&f.run, "run", pipeline.DefaultOut, "folder of the run that the record stands in")
	cmd.Flags().StringVar(&f.plan, "plan", "", "plan that says how INPUT is read, and which packs with")
	cmd.Flags().StringVar(&f.framework, "framework", "", "legal framework to explain the record under (default that of the run)")
	return cmd
}

// explainAny explains an indicator, or a record where no indicator has the name.
func (s *shell) explainAny(ctx context.Context, args []string, f recordFlags, languages []string, asJSON bool) error {
	plan, err := readPlan(f.plan)
	if err != nil {
		return err
	}
	f.packs = cmp.Or(f.packs, plan.Packs)
	reader, err := pipeline.LoadPacks(packs.FS, f.packs)
	if err != nil {
		return err
	}
	if err := checkLanguages(reader, languages); err != nil {
		return err
	}
	e, err := explained(reader, args[0], languages)
	switch {
	case err != nil && (len(args) > 1 || looksLikeRecord(args[0], f.run)):
		return s.explainRecord(ctx, args[0], args[1:], plan, f)
	case err != nil:
		return err
	case asJSON:
		return writeJSON(s.stdout, e)
	}
	return e.print(s.stdout)
}

func somethingToExplain(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("explain needs an indicator or a record\nhint: palermo explain debt_bondage; palermo packs lists them all")
	}
	return nil
}

// looksLikeRecord reports whether a name that is no indicator may be a record:
// it holds what no indicator does, or a run is there to look in.
func looksLikeRecord(name, run string) bool {
	if strings.ContainsFunc(name, func(r rune) bool { return r >= '0' && r <= '9' || r == '@' || r == ':' }) {
		return true
	}
	_, err := reports.FindFinding(run, name)
	return err == nil
}

// explanation is all that is known of an indicator.
type explanation struct {
	extract.Indicator
	SourceNames map[string]string       `json:"source_names"`
	Uses        map[string][]screen.Use `json:"frameworks"` // by framework
	Rules       []extract.Rule          `json:"rules"`
	Classes     []languageClasses       `json:"classes"`
}

// languageClasses are the word classes that the patterns of a language name.
type languageClasses struct {
	Language string          `json:"language"`
	Classes  []extract.Class `json:"classes"`
}

func explained(r *extract.Reader, id string, languages []string) (*explanation, error) {
	all := r.Indicators()
	id = strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(id))
	at := slices.IndexFunc(all, func(i extract.Indicator) bool { return i.ID == id })
	if at < 0 {
		return nil, unknownIndicator(id, all)
	}
	e := &explanation{Indicator: all[at], SourceNames: map[string]string{}, Uses: map[string][]screen.Use{}}
	for _, source := range e.Sources {
		if short, name := r.Source(source); short != "" {
			e.SourceNames[short] = name
		}
	}
	for _, name := range pipeline.Frameworks() {
		f, err := screen.LoadFramework(screen.Frameworks(), name+".yaml", all)
		if err != nil {
			return nil, &pipeline.RulesError{Err: err}
		}
		e.Uses[name] = f.Uses(id)
	}
	for _, code := range r.Languages() {
		if len(languages) > 0 && !slices.Contains(languages, code) {
			continue
		}
		rules := slices.DeleteFunc(r.Rules(id), func(rule extract.Rule) bool { return rule.Language != code })
		e.Rules = append(e.Rules, rules...)
		e.Classes = append(e.Classes, languageClasses{code, r.Classes(rules)})
	}
	return e, nil
}

// unknownIndicator names those that were probably meant: alike in letters, or
// holding a word of what was typed.
func unknownIndicator(id string, all []extract.Indicator) error {
	var ids []string
	for _, i := range all {
		ids = append(ids, i.ID)
	}
	near := strictyaml.Nearest(id, ids, 3)
	for _, i := range all {
		if len(near) < 5 && !slices.Contains(near, i.ID) && sharesWord(id, i) {
			near = append(near, i.ID)
		}
	}
	hint := "palermo packs lists the indicators"
	if len(near) > 0 {
		hint = "did you mean " + strings.Join(near, ", ") + "? palermo packs lists them all"
	}
	return &failure{usage, fmt.Sprintf("there is no indicator %q", id), hint}
}

// sharesWord reports whether a word of what was typed begins a word of the id or
// of the title of an indicator.
func sharesWord(typed string, i extract.Indicator) bool {
	words := strings.FieldsFunc(strings.ToLower(i.ID+"_"+i.Title), func(c rune) bool { return c == '_' || c == ' ' || c == ',' })
	for word := range strings.SplitSeq(typed, "_") {
		stem := word[:min(len(word), max(4, len(word)-2))]
		if len(word) > 3 && slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, stem) }) {
			return true
		}
	}
	return false
}

// languageName is the name of a language, its code where we have none.
func languageName(code string) string {
	return cmp.Or(display.English.Languages().Name(language.Make(code)), code)
}
