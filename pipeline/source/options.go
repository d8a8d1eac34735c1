package source

import (
	"path"
	"regexp"
	"slices"
	"time"
)

// Options say how files are read. The zero value recognises everything by
// itself and applies the default limits.
type Options struct {
	// Tables are the user's plan. The first entry whose File and Sheet fit a
	// table is used for it, and one that names its sheet comes before one that
	// does not; a table without an entry is recognised.
	Tables []TablePlan

	// CaseID is how a case id looks in the name or the text of a report. Its
	// first group that matched is the id, or the whole match when it has no
	// group. Nil means the built-in pattern, see caseid.go.
	CaseID *regexp.Regexp

	// SplitCases fits where a case begins in a document that tells several.
	// Nil means that a document tells one.
	SplitCases *regexp.Regexp

	// Tools are the engines that formats share over a run. Nil starts them
	// anew for every file that needs one.
	Tools *Tools

	// HoldsFacts reports whether a header is that of a column with structured
	// facts. Nil means that there are none.
	HoldsFacts func(header string) bool

	// Decides reports whether the facts of a column are enough to screen a row
	// by that has no narrative. Nil means that they are.
	Decides func(header string) bool

	Limits Limits
}

// TablePlan is what a user says about one table, or about many alike.
type TablePlan struct {
	// File is a glob (path.Match) for the path of the file or for the last
	// element of it. Empty fits every file.
	File string

	// Sheet is the name of a worksheet. Empty fits every sheet.
	Sheet string

	// Skip leaves the table out.
	Skip bool

	// HeaderRow is the one-based row or line of the header. 0 finds it.
	HeaderRow int

	// Delimiter parts the cells of a CSV file. 0 finds it.
	Delimiter rune

	// Columns gives header names by role. When it is empty the columns are
	// recognised; otherwise only the columns named here have a role.
	Columns map[Role][]string

	// Facts are headers of columns that hold structured facts. They do not make
	// the other columns be read as the plan says alone.
	Facts []string
}

// Limits bound what one file may cost. A zero value means the default.
type Limits struct {
	FileBytes   int64 // size of a file; default 8 GiB
	ReportBytes int64 // size of a free-text report, which is held in memory; default 16 MiB
	UnzipBytes  int64 // size of an unpacked workbook; default 2 GiB
	CellBytes   int   // size of one cell; default 1 MiB
	Columns     int   // columns of one table; default 4096
	Rows        int   // rows of one sheet or file; default 50,000,000
	Parts       int   // files of one archive, attachments of one message; default 10,000
	Depth       int   // archives and messages within one another; default 4
	Nesting     int   // objects within one another in JSON, elements in XML; default 200

	DocumentTime time.Duration // to read one document; default 2 minutes
	WorkbookTime time.Duration // to read the sheets of one workbook; default 30 minutes
}

// withDefaults returns the limits with every zero value filled in.
func (l Limits) withDefaults() Limits {
	fill(&l.FileBytes, 8<<30)
	fill(&l.ReportBytes, 16<<20)
	fill(&l.UnzipBytes, 2<<30)
	fill(&l.CellBytes, 1<<20)
	fill(&l.Columns, 4096)
	fill(&l.Rows, 50_000_000)
	fill(&l.Parts, 10_000)
	fill(&l.Depth, 4)
	fill(&l.Nesting, 200)
	fill(&l.DocumentTime, 2*time.Minute)
	fill(&l.WorkbookTime, 30*time.Minute)
	return l
}

func fill[N int | int64 | time.Duration](value *N, standard N) {
	if *value == 0 {
		*value = standard
	}
}

// plan returns the first entry that fits a table, or the zero value. What is
// said of a sheet by its name goes before what is said of all.
func (o *Options) plan(file, sheet string) TablePlan {
	fit := TablePlan{}
	for i := len(o.Tables) - 1; i >= 0; i-- {
		if p := o.Tables[i]; p.fits(file, sheet) && (p.Sheet != "" || fit.Sheet == "") {
			fit = p
		}
	}
	return fit
}

// leavesOut reports whether the plan leaves out a file as a whole: no entry
// wants one of its sheets.
func (o *Options) leavesOut(in *Input) bool {
	sheets := in.Format == formatXLSX || in.Format == formatHTML
	wanted := sheets && slices.ContainsFunc(o.Tables, func(p TablePlan) bool {
		return p.Sheet != "" && !p.Skip && p.fits(in.File, p.Sheet)
	})
	return o.plan(in.File, "").Skip && !wanted
}

// planAt returns the entry for a table that begins further down: the one whose
// header stands there, or the first one that fits and finds its header.
func (o *Options) planAt(file, sheet string, row int) TablePlan {
	plan := o.plan(file, sheet)
	for _, p := range o.Tables {
		if p.HeaderRow == row && p.fits(file, sheet) {
			return p
		}
	}
	if plan.HeaderRow > 0 {
		return TablePlan{Delimiter: plan.Delimiter}
	}
	return plan
}

func (p *TablePlan) fits(file, sheet string) bool {
	if p.Sheet != "" && p.Sheet != sheet {
		return false
	}
	if p.File == "" || p.File == file {
		return true
	}
	whole, _ := path.Match(p.File, file)
	base, _ := path.Match(p.File, path.Base(file))
	return whole || base
}
