package reports

import (
	"errors"
	"os"
	"path/filepath"

	"palermo/pipeline/history/hold"
)

// ErrLocked says that another run is writing to the output folder.
var ErrLocked = hold.ErrBusy

const (
	lockFile       = ".palermo.lock"
	partialPattern = ".partial-*"
)

// sweep removes what a run left in the folder that was killed half-way. It is
// called under the lock, so no other run can be using it.
func sweep(dir string) error {
	stale, err := filepath.Glob(filepath.Join(dir, partialPattern))
	for _, s := range stale {
		err = errors.Join(err, os.RemoveAll(s))
	}
	return err
}
