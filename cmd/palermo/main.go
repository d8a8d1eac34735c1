// Command palermo screens case logs and reports for records in which
// trafficking in persons and smuggling of migrants are mixed up.
//
// It is the shell around the pipeline: arguments come in, what was found is
// told, and an exit code goes out. It decides nothing about a record and
// writes nothing but the plan of init; the reports are the pipeline's.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"
)

// heapGrowth is how much the heap may grow between two collections, in per
// cent. Audits run beside other work for hours: half of Go's usual growth costs
// a few per cent of time and saves a quarter of the memory.
const heapGrowth = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C kills
	s := shell{
		stdin:    os.Stdin,
		stdout:   os.Stdout,
		stderr:   os.Stderr,
		terminal: term.IsTerminal(int(os.Stderr.Fd())),
		now:      time.Now,
	}
	os.Exit(s.run(ctx, os.Args[1:]))
}
