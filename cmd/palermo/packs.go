package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"palermo/extract"
	"palermo/extract/packs"
	"palermo/pipeline"
)

// ownPacks says what --packs is for.
const ownPacks = "folder of your own packs, read over those that are built in; see docs/patterns.md"

// packs is the verb that shows what can be found, and in which languages.
func (s *shell) packs() *cobra.Command {
	var own string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "packs",
		Short: "Print what can be found, and in which languages",
		Long: `packs prints the indicators by the legal element that they bear on, with the
number of patterns that find each in every language, and the versions.`,
		Example: `  palermo packs
  palermo packs --packs our-packs     # with your own packs over those built in
  palermo packs test                  # read the examples of all packs`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			reader, err := pipeline.LoadPacks(packs.FS, own)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(s.stdout, overview(reader))
			}
			return printPacks(s.stdout, overview(reader))
		},
	}
	cmd.PersistentFlags().StringVar(&own, "packs", "", ownPacks)
	cmd.PersistentFlags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.AddCommand(s.testPacks(&own, &asJSON), s.previewPacks(&own, &asJSON))
	return cmd
}

// known is what the packs know.
type known struct {
	Versions   map[string]string  `json:"versions"`
	Packs      []extract.OwnPacks `json:"packs,omitempty"`
	Languages  []string           `json:"languages"`
	Indicators []knownIndicator   `json:"indicators"`
}

type knownIndicator struct {
	extract.Indicator
	Patterns map[string]int `json:"patterns"` // by language
}

func overview(r *extract.Reader) known {
	k := known{Versions: r.Versions(), Packs: r.OwnPacks(), Languages: r.Languages()}
	counts := map[string]map[string]int{}
	for _, language := range k.Languages {
		counts[language] = r.Patterns(language)
	}
	for _, i := range r.Indicators() {
		patterns := map[string]int{}
		for _, language := range k.Languages {
			patterns[language] = counts[language][i.ID]
		}
		k.Indicators = append(k.Indicators, knownIndicator{i, patterns})
	}
	return k
}

// noPattern marks a language in which an indicator can't be found.
const noPattern = "--"

// printPacks prints a grid for every element.
func printPacks(w io.Writer, k known) error {
	b := bufio.NewWriter(w)
	printVersions(b, k)
	width := 0
	for _, i := range k.Indicators {
		width = max(width, utf8.RuneCountInString(i.ID))
	}
	for _, e := range extract.Elements() {
		of := slices.DeleteFunc(slices.Clone(k.Indicators), func(i knownIndicator) bool { return i.Element != e.ID })
		if len(of) == 0 {
			continue
		}
		fmt.Fprintf(b, "\n%s: %s\n", e.ID, e.Meaning)
		fmt.Fprintf(b, "  %-*s  %-11s  %-10s %s  title\n", width, "indicator", "crime", "strength", columns(k.Languages, func(l string) string { return l }))
		for _, i := range of {
			fmt.Fprintf(b, "  %-*s  %-11s  %-10s %s  %s\n", width, i.ID, i.Crime, i.Strength, columns(k.Languages, i.count), printable(i.Title))
		}
	}
	printGaps(b, k)
	return b.Flush()
}

// columns puts a cell for every language in a row.
func columns(languages []string, cell func(language string) string) string {
	var b strings.Builder
	for _, l := range languages {
		fmt.Fprintf(&b, " %5s", cell(l))
	}
	return b.String()
}

func (i knownIndicator) count(language string) string {
	if n := i.Patterns[language]; n > 0 {
		return grouped(int64(n))
	}
	return noPattern
}

func printVersions(w io.Writer, k known) {
	fmt.Fprintf(w, "taxonomy %s, %s; packs", k.Versions["taxonomy"], number(len(k.Indicators), "indicator"))
	for i, l := range k.Languages {
		if i > 0 {
			fmt.Fprint(w, ",")
		}
		fmt.Fprintf(w, " %s %s", l, k.Versions["pack/"+l])
	}
	fmt.Fprintln(w)
	for _, p := range k.Packs {
		var versions []string
		for _, name := range slices.Sorted(maps.Keys(p.Versions)) {
			versions = append(versions, ", "+name+" "+p.Versions[name])
		}
		fmt.Fprintf(w, "own packs %s%s, SHA-256 %s\n", printable(p.Folder), printable(strings.Join(versions, "")), p.SHA256)
	}
}

// printGaps says which indicators a language can't find.
func printGaps(w io.Writer, k known) {
	fmt.Fprintf(w, "\n%s: no pattern in that language, so silence there says nothing\n", noPattern)
	for _, l := range k.Languages {
		var gaps []string
		for _, i := range k.Indicators {
			if i.Patterns[l] == 0 {
				gaps = append(gaps, i.ID)
			}
		}
		if len(gaps) > 0 {
			fmt.Fprintf(w, "  %s has none for %s: %s\n", l, number(len(gaps), "indicator"), strings.Join(gaps, ", "))
		}
	}
}
