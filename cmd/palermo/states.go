package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"palermo/pipeline/history"
)

// printStates tells how the findings stand to those of the last run.
func printStates(w io.Writer, run *history.Run) {
	if run == nil || run.ID == 0 {
		return
	}
	if run.Previous == 0 {
		fmt.Fprintf(w, "This is run %d, the first of its series: every finding is new.\n", run.ID)
		return
	}
	fmt.Fprintf(w, "Run %d against run %d:\n", run.ID, run.Previous)
	for _, state := range history.States() {
		fmt.Fprintf(w, "  %9s  %s\n", grouped(run.States[state]), state)
	}
	for _, name := range slices.Sorted(maps.Keys(run.Changes)) {
		fmt.Fprintf(w, "  %9s  changed by %s\n", grouped(run.Changes[name]), cause(name))
	}
}

// cause is a cause of a change in words.
func cause(name string) string {
	switch name {
	case history.CauseData:
		return "the data"
	case history.CausePlan:
		return "the plan"
	case history.CauseUnread:
		return "input that could not be read"
	case history.CauseUnexplained:
		return "nothing that is known (please report this)"
	}
	return cmp.Or(words(name), "?")
}

func causes(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = cause(name)
	}
	return strings.Join(list, ", ")
}
