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
