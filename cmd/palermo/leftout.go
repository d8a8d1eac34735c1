package main

import (
	"fmt"
	"io"

	"palermo/pipeline"
	"palermo/pipeline/source"
)

// printLeftOut tells what did not become a record: how much, and the first
// reasons. All of them stand in the file.
func printLeftOut(w io.Writer, result *pipeline.Result, file string) {
	total := &result.Run.Ledger.Total
	left := total.Quarantined + total.Skipped + total.Duplicate
	if left == 0 {
		return
	}
	fmt.Fprintf(w, "Not screened: %s could not be read, %s held nothing to screen, %s stood in the input already\n",
		number(total.Quarantined, "row"), grouped(total.Skipped), grouped(total.Duplicate))
	for i := range result.Rejects {
		printReason(w, &result.Rejects[i])
		left -= int64(result.Rejects[i].Rows)
	}
	if left > 0 {
		fmt.Fprintf(w, "  %s more in %s\n", grouped(left), file)
	}
}

// printReason tells where, what became of it, why, and what to do about what could
// not be read.
func printReason(w io.Writer, r *source.Reject) {
	where := printable(r.Location.String())
	if r.Rows > 1 {
		where += ", " + number(r.Rows, "row")
	}
	fmt.Fprintf(w, "  %s %s: %s\n", r.Outcome, where, printable(r.Reason))
	if r.Hint != "" && r.Outcome == source.Quarantined {
		fmt.Fprintf(w, "    hint: %s\n", printable(r.Hint))
	}
}
