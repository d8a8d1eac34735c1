package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Read streams what stands in a file, in its order: for every table its
// Mapping and then its rows, for a report its one record. Memory does not grow
// with the number of rows. A row that cannot be read becomes a quarantined
// reject and reading goes on; an error is for the file as a whole, or comes
// from emit or from ctx.
func Read(ctx context.Context, in Input, opt Options, emit func(Item) error) error {
	rd := &reading{ctx: ctx, in: in, opt: opt, emit: emit}
	return rd.run()
}

// Preview is what Inspect says of one table.
type Preview struct {
	Mapping Mapping
	Sampled int      // rows that the mapping was read from
	Samples []Sample // one for every column of the mapping
}

// Sample says what the sampled values of a column look like, without quoting
// any of them.
type Sample struct {
	Filled   int     // values that are not blank
	Distinct int     // different values among them
	Chars    float64 // mean length in characters
	Words    float64 // mean length in words
}

// Inspect reads the start of every table in a file and returns how Read would
// read its columns. A report has no table and gives none.
func Inspect(ctx context.Context, in Input, opt Options) ([]Preview, error) {
	var previews []Preview
	rd := &reading{
		ctx: ctx, in: in, opt: opt,
		emit:    func(Item) error { return nil },
		preview: func(p Preview) { previews = append(previews, p) },
	}
	err := rd.run()
	return previews, err
}

// errPreviewed ends a table whose preview was taken.
var errPreviewed = errors.New("previewed")

// reading is one pass over one file.
type reading struct {
	ctx     context.Context
	in      Input
	opt     Options
	emit    func(Item) error
	preview func(Preview) // nil when the file is read

	survey map[tableKey]*dateCount // counts dates and emits nothing, when it is set
	dates  map[tableKey]*dateCount // what a survey of this file came to
	depth  int                     // of the file in archives and messages

	deadline time.Time // of a document that is read as a whole
}

func (rd *reading) run() error {
	rd.opt.Limits = rd.opt.Limits.withDefaults()
	rd.deadline = time.Now().Add(rd.opt.Limits.DocumentTime)
	if limit := rd.opt.Limits.FileBytes; rd.in.Bytes > limit {
		return rd.fault("is larger than the limit for a file", "split the file, or raise the limit", nil)
	}
	if rd.opt.leavesOut(&rd.in) {
		return rd.reject("", 1, 1, Skipped, "the plan leaves it out", "")
	}
	if rd.in.Bytes == 0 { // an export or a copy that failed: an empty log has a header
		return rd.reject("", 0, 1, Quarantined, "is empty: it has no bytes", "export or copy it again")
	}
	for _, f := range formats() {
		if f.name == rd.in.Format {
			return rd.contained(f.read)
		}
	}
	return rd.fault("is of no known format", "pass what Digest returned", nil)
}

// contained runs the reader of a format. Parsers are written for well-meant
// files; a panic over a crafted one costs that file and not the run.
func (rd *reading) contained(read func(*reading) error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = rd.fault("made its parser fail", "open it in the program that made it and save it again", fmt.Errorf("%v", cause))
		}
	}()
	return read(rd)
}

// open opens the file as UTF-8 text.
func (rd *reading) open() (io.Reader, io.Closer, error) {
	f, err := os.Open(rd.path())
	if err != nil {
		return nil, nil, rd.fault("cannot be opened", "", err)
	}
	text, err := decoded(f, rd.in.Encoding)
	if err != nil {
		return nil, nil, errors.Join(rd.fault("is in an encoding that cannot be read",
			"save the file as UTF-8", err), f.Close())
	}
	return text, f, nil
}

func (rd *reading) path() string { return rd.in.Path() }

func (rd *reading) fault(reason, hint string, err error) error {
	return &Error{Location: Location{File: rd.in.File}, Reason: reason, Hint: hint, Err: err}
}

// reject emits a reject for rows that stand at one place.
func (rd *reading) reject(sheet string, row, rows int, outcome Outcome, reason, hint string) error {
	return rd.emit(Item{Reject: &Reject{
		Location: Location{File: rd.in.File, Sheet: sheet, Row: row},
		Outcome:  outcome, Rows: rows, Reason: reason, Hint: hint,
	}})
}
