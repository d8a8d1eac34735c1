package main

import (
	"encoding/json"
	"strings"
	"time"

	"palermo/pipeline"
	"palermo/pipeline/history"
	"palermo/screen"
)

// outcome is what a run came to, for machines: hooks, the heartbeat file and log
// lines. It holds counts and names of files, and nothing of any record.
type outcome struct {
	logged                           // with one of the events below
	ExitCode int                     `json:"exit_code"`
	Exit     string                  `json:"exit"` // its name
	Error    string                  `json:"error,omitempty"`
	Program  string                  `json:"program"`
	Series   history.Series          `json:"series,omitempty"`
	Run      int64                   `json:"run,omitempty"` // its number in the store
	Previous int64                   `json:"previous,omitempty"`
	Started  time.Time               `json:"started"`
	Finished time.Time               `json:"finished"`
	Out      string                  `json:"out,omitempty"`
	Aside    string                  `json:"put_aside,omitempty"` // workbook in it that somebody had changed, under its new name
	Rows     int64                   `json:"rows"`
	Unread   int64                   `json:"unread_rows"`
	Records  int64                   `json:"records"`
	Kept     int64                   `json:"readings_from_store"`
	Stands   bool                    `json:"nothing_changed"`
	States   map[history.State]int64 `json:"states,omitempty"`
	Changes  map[string]int64        `json:"changes,omitempty"`
	Findings map[screen.Kind]int64   `json:"findings,omitempty"`
	Open     map[int]int64           `json:"open_by_priority,omitempty"` // that no decision settles
	Forces   map[history.Force]int64 `json:"decisions,omitempty"`
}

// Events of an outcome.
const (
	eventSuccess = "success"
	eventPartial = "partial"
	eventUnkept  = "unkept" // published, and not in the store
	eventFailure = "failure"
)

// outcomeOf tells what a run came to. Result is nil where nothing was published.
func outcomeOf(result *pipeline.Result, err error, started, finished time.Time, out string) *outcome {
	o := &outcome{
		logged: logged{finished.UTC(), levelInfo, eventSuccess}, ExitCode: code(err), Program: program,
		Started: started.UTC(), Finished: finished.UTC(), Out: out,
	}
	for _, e := range exits() {
		if int(e.exit) == o.ExitCode {
			o.Exit = e.name
		}
	}
	switch {
	case result == nil:
		o.Event = eventFailure
	case o.ExitCode == int(unkept):
		o.Event = eventUnkept
	case result.Unread:
		o.Event = eventPartial
	}
	if err != nil {
		o.Error, _, _ = strings.Cut(inWords(err), "\n")
	}
	switch {
	case o.failed():
		o.Level = levelError
	case o.ExitCode != int(done):
		o.Level = levelWarning
	}
	if result != nil {
		o.fill(result)
	}
	if o.Event == eventUnkept {
		o.Run = 0 // the store knows no run of that number
	}
	return o
}

func (o *outcome) fill(result *pipeline.Result) {
	run := result.Past
	o.Aside = result.Aside
	o.Run, o.Previous = run.ID, run.Previous
	o.Rows, o.Unread, o.Records, o.Kept, o.Stands = run.Rows, run.UnreadRows, run.Records, result.Cached, result.Stands
	o.States, o.Changes, o.Findings, o.Open = run.States, run.Changes, run.Kinds, run.OpenPriorities
	for i := range result.Rulings {
		if o.Forces == nil {
			o.Forces = map[history.Force]int64{}
		}
		o.Forces[result.Rulings[i].Force]++
	}
}

// failed reports whether somebody has to see to it before the next run.
func (o *outcome) failed() bool { return o.Event == eventFailure || o.Event == eventUnkept }

// line is the outcome as one line of JSON.
func (o *outcome) line() ([]byte, error) {
	data, err := json.Marshal(o)
	return append(data, '\n'), err
}
