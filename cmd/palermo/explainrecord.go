package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"palermo/extract"
	"palermo/extract/packs"
	"palermo/pipeline"
	"palermo/reports"
	"palermo/screen"
	facts "palermo/screen/columns"
)

// recordFlags say where the record of explain is looked for.
type recordFlags struct {
	run, framework, plan, packs string
}

// explainRecord says why a record reads as it does: one of the run before, or
// one that is read from the inputs again.
func (s *shell) explainRecord(ctx context.Context, id string, inputs []string, plan *pipeline.Plan, f recordFlags) error {
	o := pipeline.Options{
		Plan: plan, Inputs: inputs, Framework: f.framework, Packs: packs.FS, OwnPacks: f.packs,
	}
	finding, err := s.findRecord(ctx, o, id, f.run)
	if err != nil {
		return err
	}
	e, err := pipeline.Explain(o, finding)
	if err != nil {
		return err
	}
	return printRecord(s.stdout, e)
}

func (s *shell) findRecord(ctx context.Context, o pipeline.Options, id, run string) (*screen.Finding, error) {
	if len(o.Inputs) > 0 {
		f, err := pipeline.Find(ctx, o, id)
		if err == nil && f == nil {
			return nil, &failure{usage, fmt.Sprintf("no record %q stands in the input", id), "record ids stand in findings.jsonl"}
		}
		return f, err
	}
	f, err := reports.FindFinding(run, id)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &failure{usage, fmt.Sprintf("%q is no indicator, and there is no run in %s to look for a record", id, run),
			"palermo packs lists the indicators; palermo explain RECORD INPUT reads the input again"}
	case errors.Is(err, reports.ErrNoFinding):
		return nil, &failure{usage, fmt.Sprintf("%q is no indicator, and no record of the run in %s", id, run),
			"palermo packs lists the indicators; record ids stand in findings.csv"}
	}
	return f, err
}

// printRecord writes why a record reads as it does, in the order in which a
// person asks.
func printRecord(w io.Writer, e *pipeline.Explained) error {
	titles, err := reports.LoadWords("")
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	f, x := e.Finding, &e.Explanation
	rec := f.Reading.Record
	fmt.Fprintf(b, "%s: recorded as %s, reads as %s\n", printable(f.RecordID), recordedAs(f), readsAs(&x.Assessment, titles))
	fmt.Fprintf(b, "  %s, framework %s: %s\n\n", printable(rec.Location.String()), e.Framework.ID, e.Framework.Title)
	fmt.Fprintf(b, "Finding: %s (review priority %d, weight within it %d)\n", titles.Kind(f.Kind), f.Priority, f.Harm)
	if len(f.Weights) > 0 {
		wrapped(b, "  ", "Weighs: "+titles.Weights(f.Weights))
	}
	fmt.Fprint(b, "\nWhat decided\n")
	printCited(b, x.Decision.Title, x.Decision.Citation)
	for _, step := range x.Steps {
		printCited(b, step.Fact+" is "+string(step.State)+": "+step.Says, step.Citation)
	}
	for _, conflict := range x.Assessment.Conflicts {
		wrapped(b, "  ", "Conflict: "+conflict)
	}
	printEvents(b, x.Assessment.Events, f.Reading.Evidence)
	printElements(b, x, f.Reading.Evidence)
	printUncounted(b, f.Reading.Evidence)
	printList(b, "Questions that could change it", x.Assessment.OpenQuestions)
	printChanges(b, x.Changes, titles)
	return b.Flush()
}

func recordedAs(f *screen.Finding) string {
	if f.Label == screen.LabelNone {
		return "nothing"
	}
	return fmt.Sprintf("%s (%s)", quoted(f.Reading.Record.Label), words(string(f.Label)))
}

func readsAs(a *screen.Assessment, titles *reports.Words) string {
	text := titles.Class(a.Class)
	if a.Undetermined {
		text += ", and leaves open whether there is trafficking too"
	}
	return text
}

func printCited(w io.Writer, says, cite string) {
	if cite != "" {
		says += " (" + cite + ")"
	}
	wrapped(w, "  ", says)
}

// printEvents writes both crimes in the order in which they happened, and what
// that order rests on.
func printEvents(w io.Writer, events []screen.Event, evidence []extract.Evidence) {
	if len(events) > 0 {
		fmt.Fprintf(w, "\nTwo crimes, in the order %s\n", map[screen.Order]string{
			screen.ByDate: "of their dates", screen.ByStage: "that words of time give", screen.AsTold: "told",
		}[events[0].By])
	}
	for i, e := range events {
		var quotes []string
		for _, at := range e.Evidence {
			quotes = append(quotes, "“"+strings.ReplaceAll(printable(evidence[at].Quote), "\n", " ")+"”")
		}
		crime := words(string(e.Crime))
		if e.Time != "" {
			crime += " (" + printable(e.Time) + ")"
		}
		wrapped(w, "  ", fmt.Sprintf("%d. %s: %s", i+1, crime, strings.Join(quotes, ", ")))
	}
}

// printElements writes every element with the words that prove it, and apart from
// them what it is inferred from.
func printElements(w io.Writer, x *screen.Explanation, evidence []extract.Evidence) {
	quoted := map[int]bool{}
	for _, state := range []screen.State{screen.Present, screen.Absent, screen.Unknown} {
		title := "\nThe text " + map[screen.State]string{
			screen.Present: "tells that", screen.Absent: "speaks against it:", screen.Unknown: "leaves open:",
		}[state] + "\n"
		for _, el := range x.Elements {
			if el.State != state {
				continue
			}
			fmt.Fprint(w, title)
			title = ""
			printCited(w, el.Says, el.Citation)
			printQuotes(w, el.Evidence, evidence, quoted)
			if len(el.Basis) > 0 || len(el.From) > 0 {
				wrapped(w, "      ", inference(&el.Element))
				printQuotes(w, el.Basis, evidence, quoted)
			}
		}
	}
}

// inference says that an element is inferred, and from which others.
func inference(e *screen.Element) string {
	says := "inferred"
	if !e.Inferred {
		says = "and inferred"
	}
	var from []string
	for _, id := range e.From {
		from = append(from, words(string(id)))
	}
	switch {
	case len(e.Basis) == 0:
		return says + " from " + strings.Join(from, ", ")
	case len(from) == 0:
		return says + " from:"
	}
	return says + " from " + strings.Join(from, ", ") + ", and:"
}

// printQuotes writes the words of an element. Those that stand above already,
// since one fact may bear on several elements, are only named.
func printQuotes(w io.Writer, at []int, evidence []extract.Evidence, quoted map[int]bool) {
	var again []string
	for _, i := range at {
		if quoted[i] {
			if id := words(evidence[i].Indicator); !slices.Contains(again, id) {
				again = append(again, id)
			}
			continue
		}
		quoted[i] = true
		printQuote(w, &evidence[i])
	}
	if len(again) > 0 {
		wrapped(w, "      ", "as above: "+strings.Join(again, ", "))
	}
}

func printQuote(w io.Writer, e *extract.Evidence) {
	not := ""
	if e.Polarity == extract.Negated {
		not = "not "
	}
	quote := "“" + strings.ReplaceAll(printable(e.Quote), "\n", " ") + "”"
	if facts.IsRule(e.Rule) {
		quote += " in the " + printable(e.Rule)
	}
	fmt.Fprintf(w, "      %s%s: %s\n", not, words(e.Indicator), quote)
}

// printUncounted writes what was found and is no evidence, and why.
func printUncounted(w io.Writer, evidence []extract.Evidence) {
	title := "\nFound and not counted\n"
	for i := range evidence {
		e := &evidence[i]
		if e.Counts || e.Strength == extract.Contextual || e.Polarity == extract.Negated {
			continue
		}
		fmt.Fprint(w, title)
		title = ""
		why := []string{string(e.Certainty), string(e.Time), "of " + string(e.Subject), "voice " + string(e.Voice)}
		for _, c := range e.Cues {
			why = append(why, c.Layer+" “"+printable(c.Quote)+"”")
		}
		printQuote(w, e)
		wrapped(w, "          ", strings.Join(why, ", "))
	}
}

func printList(w io.Writer, title string, items []string) {
	if len(items) > 0 {
		fmt.Fprintf(w, "\n%s\n", title)
	}
	for _, item := range items {
		bulleted(w, item)
	}
}

// bulleted writes an item of a list, its further lines under the first.
func bulleted(w io.Writer, item string) {
	var b strings.Builder
	wrapped(&b, "    ", item)
	fmt.Fprint(w, "  - "+strings.TrimPrefix(b.String(), "    "))
}

// printChanges writes the smallest changes that lead to each other class.
func printChanges(w io.Writer, changes []screen.Change, titles *reports.Words) {
	if len(changes) > 0 {
		fmt.Fprint(w, "\nThe smallest changes that would alter it\n")
	}
	for _, c := range changes {
		bulleted(w, titles.Change(c))
	}
}
