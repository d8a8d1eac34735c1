package reports

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"palermo/pipeline/history/hold"
)

// ErrLocked says that another run is writing to the output folder.
var ErrLocked = hold.ErrBusy

const (
	lockFile       = ".palermo.lock"
	partialPrefix  = ".partial-"
	partialPattern = partialPrefix + "*"
)

// partials returns the hidden folders in which runs grow their files. The name of the
// output folder is the user's, so it is no pattern.
func partials(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var list []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), partialPrefix) {
			list = append(list, filepath.Join(dir, e.Name()))
		}
	}
	return list, err
}

// removeAll removes what runs left in the folder that were killed half-way. It is
// called under the lock, so no other run can be using it.
func removeAll(stale []string) error {
	var err error
	for _, s := range stale {
		err = errors.Join(err, os.RemoveAll(s))
	}
	return err
}
