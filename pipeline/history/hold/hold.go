// Package hold sees to it that one run at a time works on a folder or a store.
//
// What is held is freed by the system when the process ends, however it ends.
// Whoever comes second is told who holds it and since when.
package hold

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrBusy says that another run holds what was asked for.
var ErrBusy = errors.New("another run is working here")

// Claim is who asks, and how patiently.
type Claim struct {
	Now  time.Time     // is told to those who come later
	Wait time.Duration // for one that holds it now; 0 gives up at once
}

// Name is how a holder is told to others: process, machine and time.
func (c Claim) Name() string {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return fmt.Sprintf("process %d on %s since %s", os.Getpid(), host, c.Now.UTC().Format(time.RFC3339))
}

// Busy is the error for what somebody else holds. A holder that is not known is
// empty.
func Busy(what, holder string) error {
	if holder == "" {
		holder = "another run"
	}
	return fmt.Errorf("%s: %w: %s\nhint: wait for it with --wait 10m, or work elsewhere", what, ErrBusy, holder)
}

// pause is how long a patient claim sleeps between two tries.
const pause = 200 * time.Millisecond

// Try calls take until it succeeds or the patience is over. Take says who holds
// what is asked for.
func (c Claim) Try(ctx context.Context, what string, take func() (ok bool, holder string, err error)) error {
	until := time.Now().Add(c.Wait)
	for {
		ok, holder, err := take()
		if err != nil || ok {
			return err
		}
		if !time.Now().Before(until) {
			return Busy(what, holder)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// File holds a file, which is made for that. What is what it stands for, as told
// to others.
func (c Claim) File(ctx context.Context, name, what string) (*File, error) {
	var held *File
	err := c.Try(ctx, what, func() (ok bool, holder string, err error) {
		held, holder, err = c.try(name)
		return held != nil, holder, err
	})
	return held, err
}

// File is a file that is held.
type File struct{ *flock.Flock }

// try takes the lock if it is free.
func (c Claim) try(name string) (*File, string, error) {
	for {
		l := flock.New(name, flock.SetPermissions(0o600))
		ok, err := l.TryLock()
		if err != nil {
			return nil, "", fmt.Errorf("lock %s: %w", filepath.Dir(name), err)
		}
		if !ok {
			holder, _ := os.ReadFile(name) // not written yet, or gone: then nobody is named
			return nil, strings.TrimSpace(string(holder)), nil
		}
		if stands(l, name) {
			// That the name is not told to others is no reason not to run; a
			// full disk shows where something is lost by it.
			_ = os.WriteFile(name, []byte(c.Name()+"\n"), 0o600)
			return &File{l}, "", nil
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

// Free lets others in. The file goes while it is still held.
func (f *File) Free() {
	_ = os.Remove(f.Path())
	_ = f.Unlock()
}
