package reports

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// ErrLocked says that another run is writing to the output folder.
var ErrLocked = errors.New("another run is writing to this folder")

const (
	lockFile       = ".palermo.lock"
	partialPattern = ".partial-*"
)

// lock keeps other runs out of a folder. The system drops it when the process
// ends, however it ends.
func lock(dir string) (*flock.Flock, error) {
	name := filepath.Join(dir, lockFile)
	for {
		l := flock.New(name, flock.SetPermissions(0o600))
		ok, err := l.TryLock()
		if err != nil {
			return nil, fmt.Errorf("lock output folder: %w", err)
		}
		if !ok {
			return nil, fmt.Errorf("%s: %w\nhint: wait for it, or choose another folder with --out", dir, ErrLocked)
		}
		if stands(l, name) {
			return l, nil
		}
		_ = l.Unlock() // the run before removed the file after it was opened here
	}
}

// stands reports whether the lock is on the file that has the name now.
func stands(l *flock.Flock, name string) bool {
	held, errHeld := l.Stat()
	there, errThere := os.Stat(name)
	return errHeld == nil && errThere == nil && os.SameFile(held, there)
}

// unlock lets other runs in. The file goes while it is still held.
func unlock(l *flock.Flock) {
	_ = os.Remove(l.Path())
	_ = l.Unlock()
}

// sweep removes what a run left in the folder that was killed half-way. It is
// called under the lock, so no other run can be using it.
func sweep(dir string) error {
	stale, err := filepath.Glob(filepath.Join(dir, partialPattern))
	for _, s := range stale {
		err = errors.Join(err, os.RemoveAll(s))
	}
	return err
}
