//go:build unix

package pipeline

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"palermo/pipeline/history"
	"palermo/pipeline/history/hold"
	"palermo/reports"
)

// A store that fails after the reports are published is an error of its own, and
// the run is not in it.
func TestAStoreThatFailsAtTheEnd(t *testing.T) {
	store, err := history.Create(t.Context(), filepath.Join(t.TempDir(), "palermo.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	session, err := store.Begin(t.Context(), history.Run{Series: "test"}, hold.Claim{})
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	p := &past{session: session, counts: session.Run(), now: time.Now}
	disk := &diskThatFills{}
	err = p.publish(t.Context(), disk, &reports.Run{})
	disk.empty(t)
	if unkept := (*UnkeptError)(nil); !errors.As(err, &unkept) {
		t.Errorf("got %v", err)
	}
	if last, err := store.Last(t.Context(), "test"); last != nil || err != nil {
		t.Errorf("the store ends with %v, %v", last, err)
	}
}

// diskThatFills takes reports, and no file can grow any more then.
type diskThatFills struct {
	nowhere
	before syscall.Rlimit
}

func (d *diskThatFills) Publish() error {
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &d.before); err != nil {
		return err
	}
	full := d.before
	full.Cur = 0
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full)
}

func (d *diskThatFills) empty(t *testing.T) {
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &d.before); err != nil {
		t.Fatal(err)
	}
}
