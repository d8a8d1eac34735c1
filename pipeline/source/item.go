package source

import "path/filepath"

// Item is one thing met while a file is read: exactly one field is set.
type Item struct {
	Table  *Mapping // a table begins; the records that follow are its rows
	Record *Record
	Reject *Reject
}

// Mapping is how the columns of one table were read.
type Mapping struct {
	File      string         `json:"file"`
	Sheet     string         `json:"sheet,omitempty"`
	HeaderRow int            `json:"header_row"` // one-based, 0 when there is no header
	Columns   []MappedColumn `json:"columns"`
}

// MappedColumn is one column, its role, and why it has that role.
type MappedColumn struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
	Why  string `json:"why"`

	// Dates is the order of day and month in a column of dates that are
	// written with slashes, or why it cannot be told.
	Dates string `json:"dates,omitempty"`
}

// Outcome says what became of a row that is not a record.
type Outcome string

// Outcomes of a reject, named as in the ledger.
const (
	Quarantined Outcome = "quarantined" // could not be read
	Skipped     Outcome = "skipped"     // read, and holds nothing to screen
	Duplicate   Outcome = "duplicate"   // stands in the input already
)

// Reject is a row, sheet or file that did not become a record.
type Reject struct {
	Location
	Outcome Outcome
	Rows    int    // rows that it stands for; 1 for a single row or file
	Reason  string // what is wrong, never with any text of the record
	Hint    string // what to do about it
}

// Input is one file of a run.
type Input struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Format string `json:"format"` // "csv", "xlsx", "text"; see formats.go

	// Encoding is how the bytes of a text format are read, for example
	// "utf-8" or "windows-1252". Empty for a workbook.
	Encoding string `json:"encoding,omitempty"`

	doubtful bool // the encoding does not fit the text well

	path string // where the bytes stand when that is not File: a copy of a part of an archive
}

// Path returns where the bytes of the input stand.
func (in *Input) Path() string {
	if in.path != "" {
		return in.path
	}
	return filepath.FromSlash(in.File)
}
