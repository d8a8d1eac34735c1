package reports

import (
	"io"

	"palermo/extract"
	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Writer turns what a run found into one file. Calls come from one goroutine:
// Add and Reject in input order and mixed, then Case, then Close or Abort. A
// writer keeps nothing of a finding past Add but what it copied.
type Writer interface {
	Add(f *screen.Finding) error
	Reject(r source.Reject) error
	Case(c *screen.Case) error

	// Close writes what needs the totals and finishes the file. It leaves the
	// file itself, which belongs to the Set, open.
	Close(run *Run) error

	// Abort releases what the writer holds. It follows a failed Close too.
	Abort()
}

// Options is what writers are told before the first finding.
type Options struct {
	Codebook  []extract.Indicator // the taxonomy, for the codebook sheet
	Decisions []screen.Decision   // the decision table of the framework, for its citations
	Inputs    []string            // paths that must never be written over
	Claim     hold.Claim          // on the output folder
	Past      Past                // nil where nothing is known
	Reviewed  bool                // there are decisions of reviewers

	// Changes finds the smallest changes that would alter a finding. It is asked
	// for the records of the review queue alone; nil leaves them out.
	Changes func(*screen.Finding) []screen.Change

	scratch string // folder for temporary files, removed by the Set
}

// Past tells what is known of the finding that is being added beside what was
// found: how it stood in the last run, and what reviewers decided. Both may be
// nil.
type Past interface {
	Mark() *history.Mark
	Ruling() *history.Ruling
}

// format is one kind of report.
type format struct {
	name   string // as in --format
	file   string
	always bool // written whatever formats are asked for
	review bool // only where there are decisions of reviewers
	open   func(io.Writer, Options) (Writer, error)
}

// formats is the table of writers, in the order in which they are published.
func formats() []format {
	return []format{
		{name: "jsonl", file: "findings.jsonl", open: openJSONL},
		{name: "csv", file: "findings.csv", open: openCSV},
		{name: "xlsx", file: "reconciliation.xlsx", open: openWorkbook},
		{name: "html", file: "report.html", open: openPage},
		{name: "summary", file: "summary.json", always: true, open: openSummary},
		{name: "quarantine", file: "quarantine.csv", always: true, open: openQuarantine},
		{name: "decisions", file: "decisions.csv", always: true, review: true, open: openRulings},
	}
}

// Formats lists the names that can be asked for.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		if !f.always {
			names = append(names, f.name)
		}
	}
	return names
}

// unheard is embedded by writers that have no use for some of the calls.
type unheard struct{}

func (unheard) Add(*screen.Finding) error  { return nil }
func (unheard) Reject(source.Reject) error { return nil }
func (unheard) Case(*screen.Case) error    { return nil }
func (unheard) Abort()                     {}
