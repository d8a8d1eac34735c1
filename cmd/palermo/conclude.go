package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// logged is what every line of JSON begins with.
type logged struct {
	Time  time.Time `json:"time"`
	Level level     `json:"level"`
	Event string    `json:"event"`
}

// level is how much a line of JSON matters.
type level string

const (
	levelInfo    level = "info"
	levelWarning level = "warning"
	levelError   level = "error"
)

// message is a line of JSON with what a person is told in words.
type message struct {
	logged
	Text string `json:"text"`
}

// eventMessage is the event of a message.
const eventMessage = "message"

// writeLine writes a line of JSON. A reader that went away changes nothing.
func writeLine(w io.Writer, line any) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(line)
}

// conclude tells everybody who wants to know what a run came to: hooks and files
// first, then whoever reads stderr, the outcome last.
func (s *shell) conclude(ctx context.Context, f *auditFlags, o *outcome, err error) error {
	o.Series = f.told
	if o.Aside != "" {
		s.say(f.json, levelWarning, putAside(o.Out, o.Aside))
	}
	if !f.dryRun { // nobody waits for that: it is no night
		if missed := f.notices.send(ctx, o); missed != nil {
			s.say(f.json, levelWarning, missed)
		}
	}
	if !f.json {
		return err
	}
	if err != nil {
		s.say(true, o.Level, err)
		err = &said{err}
	}
	writeLine(s.stderr, o)
	return err
}

// say tells something on stderr, in words or as a line of JSON.
func (s *shell) say(json bool, l level, err error) {
	if json {
		writeLine(s.stderr, message{logged{s.now().UTC(), l, eventMessage}, inWords(err)})
		return
	}
	fmt.Fprintln(s.stderr, told(err))
}

// said is an error that has been told already.
type said struct{ err error }

func (s *said) Error() string { return s.err.Error() }

// Unwrap returns the cause.
func (s *said) Unwrap() error { return s.err }

// misread concludes an audit whose command line was not understood: a night that
// fails for a typo in a unit file must not fail in silence. It is told to those
// whom the rest of the command line names.
func (s *shell) misread(ctx context.Context, root *cobra.Command, args []string, err error) error {
	cmd, rest, missing := root.Find(args)
	if missing != nil || cmd.Name() != auditVerb {
		return err
	}
	var f auditFlags
	flags := pflag.NewFlagSet(auditVerb, pflag.ContinueOnError)
	flags.ParseErrorsAllowlist.UnknownFlags = true
	f.notices.add(flags)
	flags.BoolVar(&f.json, "json", false, "")
	flags.BoolVar(&f.dryRun, "dry-run", false, "")
	flags.StringVar((*string)(&f.told), "series", "", "")
	_ = flags.Parse(rest) // what can be read is read; what is wrong is being told
	now := s.now()
	return s.conclude(ctx, &f, outcomeOf(nil, err, now, now, ""), err)
}

// untold reports whether an error still has to be told.
func untold(err error) bool {
	var already *said
	return err != nil && !errors.As(err, &already)
}
