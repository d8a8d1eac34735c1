package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"palermo/reports"
)

// firstReasons is how many reasons are printed; the others stand in the file.
const firstReasons = 5

// printLeftOut tells what did not become a record.
func printLeftOut(w io.Writer, total *reports.LedgerLine, file string) {
	left := total.Quarantined + total.Skipped + total.Duplicate
	if left == 0 {
		return
	}
	fmt.Fprintf(w, "Not screened: %s could not be read, %s held nothing to screen, %s stood in the input already\n",
		number(total.Quarantined, "row"), grouped(total.Skipped), grouped(total.Duplicate))
	told, err := printReasons(w, file)
	if more := left - told; err == nil && more > 0 {
		fmt.Fprintf(w, "  %s more in %s\n", grouped(more), file)
	}
}

// printReasons prints the first reasons of quarantine.csv, since a run may
// have too many to keep. It returns for how many rows they stand.
func printReasons(w io.Writer, file string) (rows int64, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	if _, err := r.Read(); err != nil {
		return 0, err
	}
	for range firstReasons {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return rows, err
		}
		rows += printReason(w, cells)
	}
	return rows, nil
}

// printReason prints one line of quarantine.csv: where, what became of it, why.
func printReason(w io.Writer, cells []string) (rows int64) {
	file, sheet, row, outcome, reason := cells[0], cells[1], cells[2], cells[3], cells[5]
	rows, err := strconv.ParseInt(cells[4], 10, 64)
	if err != nil {
		rows = 1
	}
	where := place(file, sheet)
	if row != "0" {
		where += " line " + row
	}
	if rows > 1 {
		where += ", " + number(rows, "row")
	}
	fmt.Fprintf(w, "  %s %s: %s\n", outcome, where, printable(reason))
	return rows
}
