package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"palermo/pipeline"
	"palermo/pipeline/source"
	"palermo/reports"
	"palermo/screen"
)

// summarise prints what a run came to, in the order in which a person checks
// it: what was read as what, what was left out, what was found. It is the same
// for the same input: no times, no speed.
func summarise(w io.Writer, result *pipeline.Result, out string) error {
	titles, err := reports.LoadWords("")
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	run := &result.Run
	if result.Stands {
		fmt.Fprintf(b, "Run %d: nothing changed since run %d, whose reports in %s stand: %s, %s.\n", result.Past.ID, result.Past.Previous,
			out, number(result.Past.Rows, "row"), number(result.Past.Records, "record"))
		return b.Flush()
	}
	printColumns(b, run.Mappings, firstUnread)
	printProblems(b, run.Problems, firstProblems)
	printLeftOut(b, result, filepath.Join(out, "quarantine.csv"))
	if run.Totals.Records == 0 {
		printNothing(b, run)
	} else {
		printFindings(b, run, titles)
		printElsewhere(b, &run.Totals, titles)
	}
	printStates(b, result.Past)
	printDecisions(b, result.Rulings, filepath.Join(out, "decisions.csv"))
	printLabels(b, run.UnmappedLabels)
	printLast(b, run, out)
	return b.Flush()
}

// firstUnread is how many columns that were not read are printed of a table;
// palermo check prints all.
const firstUnread = 10

// printColumns tells the roles of the columns of every table, and which were not
// read: what stands there counts for nothing, which nobody would see otherwise.
func printColumns(w io.Writer, mappings []source.Mapping, most int) {
	if len(mappings) > 0 {
		fmt.Fprintln(w, "Columns that were read:")
	}
	for _, m := range mappings {
		var roles, others []string
		for _, c := range m.Columns {
			if c.Role == source.RoleOther {
				others = append(others, quoted(c.Name))
			} else {
				roles = append(roles, fmt.Sprintf("%s <- %s (%s)", words(string(c.Role)), quoted(c.Name), c.Why))
			}
		}
		if len(roles) == 0 {
			roles = []string{"none"}
		}
		fmt.Fprintf(w, "  %s: %s\n", place(m.File, m.Sheet), strings.Join(roles, ", "))
		if more := len(others) - most; more > 0 {
			others = append(others[:most], fmt.Sprintf("and %d more", more))
		}
		if len(others) > 0 {
			fmt.Fprintf(w, "    not read: %s\n", strings.Join(others, ", "))
		}
	}
}

// place names a table.
func place(file, sheet string) string {
	return printable(source.Location{File: file, Sheet: sheet}.String())
}

// printNothing says what to do where there was nothing to screen.
func printNothing(w io.Writer, run *reports.Run) {
	switch {
	case len(run.Inputs) == 0:
		fmt.Fprintln(w, "There is nothing to screen: no case log and no report stands in the input.")
	case run.Ledger.Total.In == 0:
		fmt.Fprintln(w, "There is nothing to screen: the input holds no rows and no text.")
	case len(run.Mappings) == 0 && run.Ledger.Total.Quarantined > 0:
		fmt.Fprintln(w, "There is nothing to screen: nothing of the input could be read.")
	default:
		fmt.Fprintln(w, "There is nothing to screen: no row of the input has a narrative that could be read.")
		fmt.Fprintln(w, "  hint: palermo init INPUT writes a plan; name the narrative column in it and use --plan")
	}
}

// printFindings counts the records by finding, and those to review.
func printFindings(w io.Writer, run *reports.Run, titles *reports.Words) {
	fmt.Fprintf(w, "Findings in %s under the framework %s:\n", number(run.Totals.Records, "record"), run.Framework)
	for _, kind := range screen.Kinds() {
		if n := run.Totals.Kinds[kind]; n > 0 {
			fmt.Fprintf(w, "  %9s  %s\n", grouped(n), titles.Kind(kind))
		}
	}
	if n := run.Totals.Repeated; n > 0 {
		fmt.Fprintf(w, "  %9s  tell a text again under another case id: listed, and not counted\n", grouped(n))
	}
	if n := run.Totals.TraffickingUndetermined; n > 0 {
		fmt.Fprintf(w, "  %9s  read as smuggling and leave open whether there is trafficking too\n", grouped(n))
	}
	trafficking := "may be missed trafficking"
	if unlabelled(&run.Totals) {
		trafficking = "read as trafficking"
	}
	if n := run.Totals.Priorities[screen.MissedChild]; n > 0 {
		fmt.Fprintf(w, "  %9s  %s of a child; begin the review with these\n", grouped(n), trafficking)
	}
	if n := run.Totals.Priorities[screen.MissedTrafficking]; n > 0 {
		fmt.Fprintf(w, "  %9s  %s; review these next\n", grouped(n), trafficking)
	}
}

// unlabelled reports whether no record of a run has a label, so that none of them
// can miss a crime.
func unlabelled(t *reports.Totals) bool {
	var none int64
	for cell, n := range t.Cells {
		if cell.Label == screen.LabelNone {
			none += n
		}
	}
	return none > 0 && none == t.Records
}

// printElsewhere counts what further frameworks read otherwise, and why.
func printElsewhere(w io.Writer, t *reports.Totals, titles *reports.Words) {
	framework := ""
	for _, c := range t.ElsewhereCells() {
		if c.Framework != framework {
			framework = c.Framework
			fmt.Fprintf(w, "Read otherwise under the framework %s:\n", framework)
		}
		why := "palermo explain RECORD says why"
		if c.Row != "" {
			why = c.Row + ": " + c.Why
		}
		reads := titles.Class(c.Here) + ", there " + titles.Class(c.There)
		if c.Here == c.There {
			reads = titles.Class(c.Here) + ", differing in whether trafficking is left open"
		}
		fmt.Fprintf(w, "  %9s  %s (%s)\n", grouped(t.Elsewhere[c]), reads, why)
	}
}

// firstProblems is how many kinds of problems are printed.
const firstProblems = 5

// firstLabels is how many unknown labels are printed; the manifest has all.
const firstLabels = 10

// printLabels tells the recorded labels that nobody has given a meaning.
func printLabels(w io.Writer, labels []reports.LabelCount) {
	if len(labels) == 0 {
		return
	}
	fmt.Fprintln(w, "Labels that are not known (say what they mean in a plan, under labels):")
	for _, l := range labels[:min(firstLabels, len(labels))] {
		fmt.Fprintf(w, "  %9s  %s\n", grouped(l.Count), quoted(l.Value))
	}
	if more := len(labels) - firstLabels; more > 0 {
		fmt.Fprintf(w, "  %s more in the manifest\n", number(more, "label"))
	}
}

// printLast is the one line that everybody reads.
func printLast(w io.Writer, run *reports.Run, out string) {
	var flagged int64
	for _, priority := range screen.Priorities()[:screen.LastPriority] {
		flagged += run.Totals.Priorities[priority]
	}
	total := &run.Ledger.Total
	unscreened := run.Totals.Kinds[screen.NotScreened]
	fmt.Fprintf(w, "%s: %s screened, %s not screened, %s to review, %s quarantined, %s skipped, %s duplicate; %s\n",
		number(total.In, "row"), grouped(total.Out-unscreened), grouped(unscreened), grouped(flagged),
		grouped(total.Quarantined), grouped(total.Skipped), grouped(total.Duplicate), whereTo(out))
}

// whereTo says where the reports are; a dry run has none.
func whereTo(out string) string {
	if out == "" {
		return "nothing was written"
	}
	return "reports in " + printable(out)
}
