// Package pipeline joins the rooms and owns a run: the plan, the staged
// workers, the ledger and the events that tell how far it is.
//
// Inputs come in, published reports and a result go out. The pipeline decides
// nothing about a record; it keeps the order, counts every row and sees to it
// that nothing is half-written.
package pipeline

import (
	"io"
	"io/fs"
	"time"

	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
	"palermo/pipeline/source"
	"palermo/reports"
)

// Options is what a run is asked to do.
type Options struct {
	Inputs    []string // files, folders and globs; "-" is Stdin
	Stdin     io.Reader
	Plan      *Plan              // never nil; the zero plan recognises everything
	Framework string             // id of the legal framework that decides, e.g. "un"
	Also      []string           // ids of further ones, under which every record is read as well
	Formats   []string           // names of report formats
	Out       string             // output folder
	DryRun    bool               // do everything and write nothing
	Workers   int                // screening workers, at least 1
	Program   string             // name and version, for the manifest
	Packs     fs.FS              // language packs and taxonomy that are built in
	OwnPacks  string             // the user's folder of packs, empty for none
	Lang      string             // of the reports for people, English for ""
	Shareable *reports.Shareable // nil for reports that hold words of records
	Progress  func(Event)

	Store      *history.Store     // what earlier runs found; nil for none
	Series     history.Series     // the chain of runs in the store that this one belongs to
	NoCache    bool               // read every text anew
	AllowEmpty bool               // publish a run without records where the last one had some
	KeepQuotes bool               // let the store keep what the findings stand on, in the words of the records
	Asked      string             // how the run was asked for, where that bears on the reports
	Build      string             // SHA-256 of the program file, empty where it is not known
	Now        func() time.Time   // nil for the zero time
	Decisions  []history.Decision // beside those in the store
	TwoPersons bool               // a decision counts once two people have made it
	Wait       time.Duration      // for another run in the same folder or series
}

func (o *Options) now() time.Time {
	if o.Now == nil {
		return time.Time{}
	}
	return o.Now().UTC()
}

// claim is how the run asks for its folder and its series.
func (o *Options) claim() hold.Claim { return hold.Claim{Now: o.now(), Wait: o.Wait} }

// Event tells how far a run is. Events come from one goroutine, in order.
type Event struct {
	File       string // being read
	Bytes      int64  // read so far, over all inputs
	TotalBytes int64
	Rows       int64 // finished so far: screened, quarantined, skipped or duplicate
	Done       bool  // the last event of a run that was published
}

// Result is what a run came to.
type Result struct {
	Run     reports.Run
	Outputs []reports.Output
	Aside   string           // name that an edited workbook of the folder was given, empty for none
	Rejects []source.Reject  // the first of them, to be told; all stand in quarantine.csv
	Past    *history.Run     // what was counted; its number is 0 without a store
	Last    *history.Run     // the run that this one was held against, nil for none
	Rulings []history.Ruling // decisions, and which of them count
	Stands  bool             // nothing changed since the last run, whose reports stand; Run says what was asked for
	Cached  int64            // readings that were not made anew
	Unread  bool             // something was quarantined, or could not be screened
}

// UsageError is a mistake in what was asked for, such as an input that does
// not exist.
type UsageError struct{ Err error }

func (e *UsageError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *UsageError) Unwrap() error { return e.Err }

// RulesError is a mistake in a plan, a pack or a framework.
type RulesError struct{ Err error }

func (e *RulesError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *RulesError) Unwrap() error { return e.Err }

// UnkeptError says that the reports of a run are published and that the store
// could not take it in: something failed after everything had been written and room
// had been held for the end.
type UnkeptError struct{ Err error }

func (e *UnkeptError) Error() string {
	return "the reports are published, and the store still ends with the run before: " + e.Err.Error() +
		"\nhint: run the same again, which brings both together"
}

// Unwrap returns the cause.
func (e *UnkeptError) Unwrap() error { return e.Err }
