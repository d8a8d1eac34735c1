package reports

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestASecondRunIsKeptOut(t *testing.T) {
	dir := t.TempDir()
	first, err := Open(t.Context(), dir, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), dir, nil, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want %v", err, ErrLocked)
	}
	first.Abort()
	second, err := Open(t.Context(), dir, nil, Options{})
	if err != nil {
		t.Fatalf("after the first run ended: %v", err)
	}
	second.Abort()
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhatAKilledRunLeftIsRemoved(t *testing.T) {
	dir := t.TempDir()
	stale := filepath.Join(dir, ".partial-123")
	if err := os.MkdirAll(stale, 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), dir, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	if _, err := os.Stat(stale); !errors.Is(err, os.ErrNotExist) {
		t.Error("the folder of a killed run still stands")
	}
}

// The name of a folder is no pattern: what looks like one names no other folder.
func TestTheFolderOfAnotherRunIsLeftAlone(t *testing.T) {
	parent := t.TempDir()
	other := filepath.Join(parent, "out1", ".partial-live")
	for _, dir := range []string{other, filepath.Join(parent, "out[1]")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"out[1]", "out["} {
		s, err := Open(t.Context(), filepath.Join(parent, name), nil, Options{})
		if err != nil {
			t.Fatal(err)
		}
		s.Abort()
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("the folder of a run in out1 is gone: ", err)
	}
}
