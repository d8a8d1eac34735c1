package main

import (
	"fmt"
	"path/filepath"

	"palermo/reports"
)

// putAside tells of a workbook that somebody had changed when it was to be
// replaced.
func putAside(dir, aside string) error {
	return fmt.Errorf("%s was changed since it was written: it is %s now, and a new one stands in its place\nhint: palermo decisions import %[2]s takes in what was entered in it",
		filepath.Join(dir, reports.Workbook), filepath.Join(dir, aside))
}
