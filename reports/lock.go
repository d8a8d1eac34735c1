package reports

import (
	"errors"
	"os"

	"palermo/pipeline/history/hold"
)

// ErrLocked says that another run is writing to the output folder.
var ErrLocked = hold.ErrBusy

const (
	lockFile       = ".palermo.lock"
	partialPattern = ".partial-*"
)

// removeAll removes what runs left in the folder that were killed half-way. It is
// called under the lock, so no other run can be using it.
func removeAll(stale []string) error {
	var err error
	for _, s := range stale {
		err = errors.Join(err, os.RemoveAll(s))
	}
	return err
}
