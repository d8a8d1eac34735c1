// Package reports is the last room: findings come in, files go out.
//
// A report writer says what a run found and never computes a new fact. Every
// figure has its denominator beside it, every claim its quote, and everything
// that is written opens as it is in the programs that people have.
package reports

import (
	"palermo/extract"
	"palermo/pipeline/history"
	"palermo/pipeline/source"
)

// Run is what a writer is told beside the findings. The findings themselves
// come one by one, so that memory stays flat at any size of the input.
type Run struct {
	Program        string             // "palermo" and its version
	Created        string             // RFC 3339, only when the user asks for it: without it the same input gives the same bytes
	Framework      string             // id of the legal framework
	Versions       map[string]string  // rule data by name: taxonomy, pack/en, framework/un, labels
	Packs          []extract.OwnPacks // of the user, read over those that are built in
	Inputs         []source.Input
	Ledger         Ledger
	Mappings       []source.Mapping
	Totals         Totals
	Cases          CaseTotals
	PlanSHA256     string // of the plan that was used, empty without one
	UnmappedLabels []LabelCount
	Problems       []ProblemCount          // what was noted of records as they were read
	Rulings        []history.Ruling        // decisions of reviewers, and which of them count
	States         map[history.State]int64 // findings by how they stand to the last run, nil for a run without a store
	Trends         []Trend                 // of the runs of the series, the oldest first and this run last; nil where there is nothing to compare

	// Tier and Figures are set by the Set when it closes: the figures are what
	// writers publish, and in the shareable tier the totals are empty.
	Tier    string
	Figures *Figures
}

// ProblemCount counts records of which the same was noted.
type ProblemCount struct {
	Problem string `json:"problem"`
	Records int64  `json:"records"`
	First   string `json:"first"` // where the first of them stands
}

// Tiers, as written to the files.
const (
	TierRestricted = "restricted"
	TierShareable  = "shareable"
)

// Ledger accounts for every row of every input. It balances when
// In = Out + Quarantined + Skipped + Duplicate.
type Ledger struct {
	Lines []LedgerLine `json:"lines"`
	Total LedgerLine   `json:"total"`
}

// LedgerLine counts the rows of one file or sheet.
type LedgerLine struct {
	File        string `json:"file,omitempty"`
	Sheet       string `json:"sheet,omitempty"`
	In          int64  `json:"in"`
	Out         int64  `json:"out"`
	Quarantined int64  `json:"quarantined"`
	Skipped     int64  `json:"skipped"`
	Duplicate   int64  `json:"duplicate"`
	Note        string `json:"note,omitempty"` // why rows were skipped, in words
}

// Balanced reports whether nothing was lost.
func (l LedgerLine) Balanced() bool {
	return l.In == l.Out+l.Quarantined+l.Skipped+l.Duplicate
}

// LabelCount counts one recorded label as written.
type LabelCount struct {
	Value string `json:"value"`
	Count int64  `json:"count"`
}
