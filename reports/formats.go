package reports

import "io"

// format is one kind of report. Adding one takes a file with its writer, and a
// line in the table below.
type format struct {
	name       string // as in --format; several files may go by one name
	file       string
	always     bool // written whatever formats are asked for
	restricted bool // not written in the shareable tier
	review     bool // only where there are decisions of reviewers
	followed   bool // only where the run is held against an earlier one
	open       func(io.Writer, Options) (Writer, error)
}

// formats is the table of writers, in the order in which they are published.
func formats() []format {
	return []format{
		{name: "jsonl", file: findingsFile, open: openJSONL},
		{name: "jsonl", file: casesFile, restricted: true, open: openCases},
		{name: "csv", file: "findings.csv", open: openCSV},
		{name: "parquet", file: "findings.parquet", open: openParquet},
		{name: "xlsx", file: Workbook, open: openWorkbook},
		{name: "html", file: "report.html", open: openPage},
		{name: "markdown", file: "summary.md", open: openMarkdown},
		{name: "summary", file: summaryFile, always: true, open: openSummary},
		{name: "quarantine", file: quarantineFile, always: true, restricted: true, open: openQuarantine},
		{name: "decisions", file: decisionsFile, always: true, restricted: true, review: true, open: openRulings},
		{name: "absent", file: absentFile, always: true, restricted: true, followed: true, open: openAbsent},
		{name: "codebook", file: codebookFile, always: true, open: openCodebook},
	}
}

// Workbook is the file in which reviewers enter their decisions.
const Workbook = "reconciliation.xlsx"

// Files that a saved run is read back from.
const (
	findingsFile   = "findings.jsonl"
	casesFile      = "cases.jsonl"
	summaryFile    = "summary.json"
	quarantineFile = "quarantine.csv"
	decisionsFile  = "decisions.csv"
	absentFile     = "absent.csv"
	codebookFile   = "codebook.json"
)

// Formats lists the names that can be asked for.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		if !f.always && (len(names) == 0 || names[len(names)-1] != f.name) {
			names = append(names, f.name)
		}
	}
	return names
}
