package source

import (
	"path/filepath"
	"slices"
	"strings"
)

// Names of the input formats, as written to the manifest.
const (
	formatCSV   = "csv"
	formatXLSX  = "xlsx"
	formatText  = "text"
	formatHTML  = "html"
	formatDOCX  = "docx"
	formatPDF   = "pdf"
	formatEML   = "eml"
	formatMbox  = "mbox"
	formatJSONL = "jsonl"
	formatZIP   = "zip"
)

// format is one kind of input. To add one, write its file and add its line.
type format struct {
	name       string
	extensions []string // what a file of a folder must be called to be read
	text       bool     // its bytes are text in some encoding
	read       func(*reading) error
}

// formats is the table of formats.
func formats() []format {
	return []format{
		{formatCSV, []string{".csv", ".tsv", ".tab", ".psv"}, true, readCSV},
		{formatXLSX, []string{".xlsx", ".xlsm", ".xltx", ".xltm"}, false, readXLSX},
		{formatText, []string{".txt", ".text", ".md", ".markdown", ".log"}, true, readText},
		{formatHTML, []string{".html", ".htm", ".xhtml"}, true, readHTMLFile},
		{formatDOCX, []string{".docx", ".docm", ".dotx"}, false, readDOCX},
		{formatPDF, []string{".pdf"}, false, readPDF},
		{formatEML, []string{".eml"}, false, readEML},
		{formatMbox, []string{".mbox", ".mbx"}, false, readMbox},
		{formatJSONL, []string{".jsonl", ".ndjson", ".json"}, true, readJSONL},
		{formatZIP, []string{".zip"}, false, readZIP},
	}
}

// refusedTables and refusedReports are the extensions of files that cannot be
// read as they are. They are taken from folders all the same: a case log that
// nobody was told about is worse than a refusal.
func refusedTables() []string { return []string{".xls", ".xlsb", ".ods"} }

func refusedReports() []string { return []string{".doc", ".odt", ".rtf", ".msg", ".pages", ".numbers"} }

// readable reports whether a file of a folder is taken, by its name.
func readable(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	return formatByName(path) != "" || slices.Contains(refusedTables(), extension) ||
		slices.Contains(refusedReports(), extension)
}

// formatByName returns the format that the extension stands for, or "".
func formatByName(path string) string {
	extension := strings.ToLower(filepath.Ext(path))
	for _, f := range formats() {
		if slices.Contains(f.extensions, extension) {
			return f.name
		}
	}
	return ""
}

// isText reports whether files of a format are text in some encoding.
func isText(name string) bool {
	return slices.ContainsFunc(formats(), func(f format) bool { return f.name == name && f.text })
}

// isMarkdown reports whether a text is named as Markdown.
func isMarkdown(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	return extension == ".md" || extension == ".markdown"
}
