package source

import (
	"path"
	"regexp"
)

// Options say how files are read. The zero value recognises everything by
// itself and applies the default limits.
type Options struct {
	// Tables are the user's plan. The first entry whose File and Sheet fit a
	// table is used for it; a table without an entry is recognised.
	Tables []TablePlan

	// CaseID is how a case id looks in the name or the text of a report. Its
	// first group that matched is the id, or the whole match when it has no
	// group. Nil means the built-in pattern, see caseid.go.
	CaseID *regexp.Regexp

	// HoldsFacts reports whether a header is that of a column with structured
	// facts. Nil means that there are none.
	HoldsFacts func(header string) bool

	Limits Limits
}

// TablePlan is what a user says about one table, or about many alike.
type TablePlan struct {
	// File is a glob (path.Match) for the path of the file or for the last
	// element of it. Empty fits every file.
	File string

	// Sheet is the name of a worksheet. Empty fits every sheet.
	Sheet string

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
}

// withDefaults returns the limits with every zero value filled in.
func (l Limits) withDefaults() Limits {
	fill(&l.FileBytes, 8<<30)
	fill(&l.ReportBytes, 16<<20)
	fill(&l.UnzipBytes, 2<<30)
	fill(&l.CellBytes, 1<<20)
	fill(&l.Columns, 4096)
	return l
}

func fill[N int | int64](value *N, standard N) {
	if *value == 0 {
		*value = standard
	}
}

// plan returns the first entry that fits a table, or the zero value.
func (o *Options) plan(file, sheet string) TablePlan {
	for _, p := range o.Tables {
		if p.fits(file, sheet) {
			return p
		}
	}
	return TablePlan{}
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
