package reports

import (
	"palermo/extract"
	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
	"palermo/pipeline/source"
	"palermo/screen"
)

// Writer turns what a run found into one file. Calls come from one goroutine:
// Add and Reject in input order and mixed, then Case, then Absent, then Close or
// Abort. A writer keeps nothing of a row past Add but what it copied.
type Writer interface {
	Add(r *Row) error
	Reject(r source.Reject) error
	Case(c *CaseRow) error
	Absent(g *history.Gone) error

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
	Followed  bool                // the run is held against an earlier one

	Lang      string     // of the page, the workbook and the Markdown summary, see Languages; English for ""
	Shareable *Shareable // nil for the restricted tier

	beside  []Output // files of a saved run that reports are added to
	scratch string   // folder for temporary files, removed by the Set
	words   *Words   // in Lang
	english *Words
}

// Past tells what is known of the finding that is being added beside what was
// found: how it stood in the last run, and what reviewers decided. Both may be
// nil.
type Past interface {
	Mark() *history.Mark
	Ruling() *history.Ruling
}

// unheard is embedded by writers that have no use for some of the calls.
type unheard struct{}

func (unheard) Add(*Row) error             { return nil }
func (unheard) Reject(source.Reject) error { return nil }
func (unheard) Case(*CaseRow) error        { return nil }
func (unheard) Absent(*history.Gone) error { return nil }
func (unheard) Abort()                     {}
