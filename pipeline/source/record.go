// Package source is the first room: a file comes in, records go out.
//
// A record is what one row of a case log or one report says, as it was
// written. Nothing is inferred here and nothing is repaired silently: a value
// that could not be read as expected goes on with a problem beside it, and a
// row that could not be read at all becomes a reject that the ledger counts.
package source

import (
	"fmt"
	"iter"
	"strings"
)

// DocumentType tells a row of a case log from a free-text report.
type DocumentType string

// Document types, as written to the output files.
const (
	CaseLogRow DocumentType = "case_log_row"
	Report     DocumentType = "report"
)

// Location is where a record stands in the input.
type Location struct {
	File  string // path as found, with forward slashes
	Sheet string // worksheet, empty outside workbooks
	Row   int    // one-based sheet row or text line, 0 for a whole document
}

// String says in words where that is.
func (l Location) String() string {
	where := l.File
	if l.Sheet != "" {
		where += fmt.Sprintf(" sheet %q", l.Sheet)
	}
	switch {
	case l.Row == 0:
	case l.Sheet == "":
		where += fmt.Sprintf(" line %d", l.Row)
	default:
		where += fmt.Sprintf(" row %d", l.Row)
	}
	return where
}

// Role is what a column of a case log holds.
type Role string

// Roles that a column can have. RoleOther is kept in the record and not read.
const (
	RoleOther     Role = ""
	RoleCaseID    Role = "case_id"
	RoleDate      Role = "date"
	RoleLabel     Role = "label"
	RoleNarrative Role = "narrative"
	RoleUnit      Role = "unit"
	RoleFact      Role = "fact" // a structured fact, see package screen/columns
)

// Field is one cell of a row, or the text of a report, exactly as decoded.
type Field struct {
	Name   string // header as written, "text" for the body of a report
	Value  string // valid UTF-8, otherwise unchanged
	Role   Role
	Offset int // byte offset of Value in the decoded report, 0 for a cell
}

// Record is one row or one report.
type Record struct {
	Location
	Document DocumentType
	Fields   []Field // in the order of the source
	CaseID   string  // as written or as found by the case id pattern; may be empty
	Label    string  // recorded label as written; several label columns are joined by "; "
	Date     string  // as written; may be empty
	Year     int     // four-digit year read out of Date, 0 when there is none
	Unit     string  // unit, agency or office as written; may be empty
	Problems []string

	// Repeated says that an earlier record of the input tells the same text
	// under another case id and no other label. It is set by those who see all
	// of the input.
	Repeated bool
}

// Narratives yields the indexes of the fields that hold free text.
func (r *Record) Narratives() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range r.Fields {
			f := &r.Fields[i]
			if f.Role == RoleNarrative && strings.TrimSpace(f.Value) != "" && !yield(i) {
				return
			}
		}
	}
}
