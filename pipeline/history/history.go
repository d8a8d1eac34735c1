// Package history is the room that remembers: findings come in, and how each
// stands to the last run goes out.
//
// It keeps runs, findings by their digests, and reviewers' decisions in a
// store. It never holds the text of a record unless it is asked to keep quotes,
// it never changes what was found, and nothing stands in the store before the
// reports of the run are published.
package history

import (
	"time"

	"palermo/screen"
)

// State says how a finding stands to the last run of the same series.
type State string

// States of a finding. A record that is found to be of another kind than
// before is a new finding, and its mark says what it was.
const (
	New       State = "new"
	Unchanged State = "unchanged"
	Updated   State = "updated" // the same kind on other evidence
	Absent    State = "absent"  // its record stood in the last run and stands no more
)

// States lists every state in output order.
func States() []State { return []State{New, Unchanged, Updated, Absent} }

// Causes of a change, beside the names of rule data that changed, such as
// "pack/en", "framework/un", "labels" or "program".
const (
	CauseData        = "data"         // the record was added, edited or removed
	CausePlan        = "plan"         // the plan was, and with it how columns or labels are read
	CauseUnread      = "unread_input" // rows of its file could not be read this time
	CauseUnexplained = "unexplained"  // nothing that bears on it changed, which should not happen
)

// Mark is what the store knows of one finding of a run.
type Mark struct {
	State  State
	Causes []string    // of a change to a record that stood in the last run
	Was    screen.Kind // what the record was found to be before, where that changed
	Since  int64       // the run in which the record was first found to be of this kind

	Edited bool // what is read of the record is not what it was in the last run

	row int64 // version that stood in the last run, 0 for none
}

// Series is what tells one chain of runs from another in a store.
type Series string

// Run is one run as the store keeps it.
type Run struct {
	ID         int64     `json:"id"`
	Series     Series    `json:"series"`
	Started    time.Time `json:"started"`
	Finished   time.Time `json:"finished"`
	Basis      Basis     `json:"basis"`
	Previous   int64     `json:"previous"` // the run that it was held against, 0 for the first
	Out        string    `json:"out"`      // folder of the reports
	Manifest   string    `json:"manifest"` // SHA-256 of the manifest that was published
	Unread     bool      `json:"unread"`   // some input could not be read
	Rows       int64     `json:"rows"`
	UnreadRows int64     `json:"unread_rows"` // of them, those that could not be read
	Cache      int64     `json:"cache"`       // what readings are kept on, 0 for none

	// UnreadFiles are those of which not everything could be read, some thousand
	// at the most.
	UnreadFiles map[string]UnreadFile `json:"unread_files,omitempty"`

	Tally
	Rates    map[string]Rate            `json:"rates"`    // by name, over the whole run
	ByYear   map[string]map[string]Rate `json:"by_year"`  // the same by the year of the report
	Findings string                     `json:"findings"` // digest of the versions that came and went
}

// UnreadFile is how much of a file could not be read.
type UnreadFile struct {
	Rows int64 `json:"rows"`
	Cut  bool  `json:"cut,omitempty"` // it was not read to its end
}

// Basis is everything that a finding depends on beside its record.
type Basis struct {
	Program string            `json:"program"`           // name and version
	Build   string            `json:"build,omitempty"`   // SHA-256 of the program file
	Plan    string            `json:"plan,omitempty"`    // SHA-256 of the plan
	Decided string            `json:"decided,omitempty"` // digest of the decisions, and of which have expired
	Asked   string            `json:"asked,omitempty"`   // how the run was asked for, where that bears on the reports
	Told    string            `json:"told,omitempty"`    // digest of what the reports tell of earlier runs
	Inputs  string            `json:"inputs"`            // digest of the input files
	Digests int               `json:"digests,omitempty"` // version of the digests that findings are known by
	Rules   map[string]string `json:"rules"`             // digest of rule data by name
	Words   map[string]string `json:"words,omitempty"`   // versions of rule data, for people
}

// Rate is a share of records, as two counts.
type Rate struct {
	Numerator   int64 `json:"numerator"`
	Denominator int64 `json:"denominator"`
}

// Value is the rate; not available without a denominator.
func (r Rate) Value() (float64, bool) {
	if r.Denominator == 0 {
		return 0, false
	}
	return float64(r.Numerator) / float64(r.Denominator), true
}
