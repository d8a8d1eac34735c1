package source

import (
	"path/filepath"
	"slices"
	"strings"
)

// Names of the input formats, as written to the manifest.
const (
	formatCSV  = "csv"
	formatXLSX = "xlsx"
	formatText = "text"
)

// format is one kind of input. To add one, write its file and add its line.
type format struct {
	name       string
	extensions []string // what a file of a folder must be called to be read
	read       func(*reading) error
}

// formats is the table of formats.
func formats() []format {
	return []format{
		{formatCSV, []string{".csv", ".tsv", ".tab", ".psv"}, readCSV},
		{formatXLSX, []string{".xlsx", ".xlsm", ".xltx", ".xltm"}, readXLSX},
		{formatText, []string{".txt", ".text", ".md", ".log"}, readText},
	}
}

// refused are the extensions of case logs that cannot be read as they are.
// They are taken from folders all the same: a case log that nobody was told
// about is worse than a refusal.
var refused = []string{".xls", ".xlsb", ".ods"}

// readable reports whether a file of a folder is taken, by its name.
func readable(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	return formatByName(path) != "" || slices.Contains(refused, extension)
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
