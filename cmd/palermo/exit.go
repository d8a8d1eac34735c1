package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"palermo/pipeline"
	"palermo/reports"
)

// exit is a reason to end, as an exit code.
type exit int

// Exit codes. What they mean stands in exits.
const (
	done      exit = 0
	failed    exit = 1
	usage     exit = 2
	unread    exit = 3
	found     exit = 4
	rules     exit = 5
	unkept    exit = 6
	locked    exit = 11
	cancelled exit = 130
)

// exits is the one table of exit codes.
func exits() []struct {
	exit
	name, meaning string
} {
	return []struct {
		exit
		name, meaning string
	}{
		{done, "done", "everything was read and published"},
		{failed, "failed", "something went wrong; nothing was published"},
		{usage, "usage", "the command line was not understood, or an input does not exist"},
		{unread, "unread", "published, but some of the input could not be read or screened"},
		{found, "found", "published, with findings that --fail-on asks for; wins over 3"},
		{rules, "rules", "the plan, a language pack or a framework is not valid, or an example in one fails"},
		{unkept, "unkept", "published, and the store could not take the run in; run the same again"},
		{locked, "locked", "another run is working on the output folder or on the series in the store"},
		{cancelled, "cancelled", "stopped by the user; nothing was published"},
	}
}

// exitTable is the table as it stands in the help.
func exitTable() string {
	var b strings.Builder
	b.WriteString("Exit codes:\n")
	for _, e := range exits() {
		fmt.Fprintf(&b, "  %-4d %-10s %s\n", e.exit, e.name, e.meaning)
	}
	return b.String()
}

// failure is an error of the shell itself, with the exit code that it means.
type failure struct {
	exit       exit
	text, hint string
}

// Error gives the text, and the hint on a line of its own.
func (f *failure) Error() string {
	if f.hint == "" {
		return f.text
	}
	return f.text + "\nhint: " + f.hint
}

// code returns the exit code that an error means.
func code(err error) int {
	var own *failure
	var asked *pipeline.UsageError
	var broken *pipeline.RulesError
	var outside *pipeline.UnkeptError
	switch {
	case err == nil:
		return int(done)
	case errors.As(err, &own):
		return int(own.exit)
	case errors.As(err, &outside):
		return int(unkept)
	case errors.As(err, &asked), errors.Is(err, reports.ErrTier):
		return int(usage)
	case errors.As(err, &broken):
		return int(rules)
	case errors.Is(err, reports.ErrLocked):
		return int(locked)
	case errors.Is(err, context.Canceled):
		return int(cancelled)
	}
	return int(failed)
}

// told is an error as it is printed: the hint is indented.
func told(err error) string {
	return "palermo: " + strings.ReplaceAll(inWords(err), "\nhint: ", "\n  hint: ")
}

// inWords is an error in words: a mistake in the command line has a hint in any
// case, and no name in it steers the terminal.
func inWords(err error) string {
	text := err.Error()
	switch {
	case code(err) == int(cancelled):
		text = "cancelled, nothing was published"
	case code(err) == int(usage) && !strings.Contains(text, "\nhint: "):
		text += "\nhint: palermo --help and palermo audit --help say what can be written"
	}
	return printable(text)
}
