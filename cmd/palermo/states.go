package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

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
