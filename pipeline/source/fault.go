package source

import (
	"errors"
	"strings"
)

// Error says why a file could not be read, and what a person can do about it.
// It never holds any text of a record.
type Error struct {
	Location
	Reason string // lower case, without the name of the file
	Hint   string // what to do about it; may be empty
	Err    error  // cause; may be nil
}

// Error gives place, reason and cause on one line, the hint on a second.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("read " + e.Location.String() + ": " + e.Reason)
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	if e.Hint != "" {
		b.WriteString("\nhint: " + e.Hint)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Quarantine turns the error of a whole file, from Digest or Read, into the
// reject that stands for it in the ledger.
func Quarantine(file string, err error) Reject {
	reject := Reject{Location: Location{File: file}, Outcome: Quarantined, Rows: 1}
	var fault *Error
	if !errors.As(err, &fault) {
		reject.Reason = err.Error()
		return reject
	}
	reject.Location = fault.Location
	reject.Reason, reject.Hint = fault.Reason, fault.Hint
	if fault.Err != nil {
		reject.Reason += ": " + fault.Err.Error()
	}
	return reject
}

// isFault reports whether an error is about a file, and not from emit or ctx.
func isFault(err error) bool {
	var fault *Error
	return errors.As(err, &fault)
}
