package hold

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheHolderIsNamed(t *testing.T) {
	name := filepath.Join(t.TempDir(), ".lock")
	since := Claim{Now: time.Date(2026, 3, 1, 2, 30, 0, 0, time.UTC)}
	held, err := since.File(context.Background(), name, "the folder out")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Claim{}.File(context.Background(), name, "the folder out")
	if !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "since 2026-03-01T02:30:00Z") || !strings.Contains(err.Error(), "process ") {
		t.Errorf("got %v", err)
	}
	held.Free()
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Errorf("the file is left: %v", err)
	}
}

func TestAPatientClaimWaits(t *testing.T) {
	name := filepath.Join(t.TempDir(), ".lock")
	held, err := Claim{}.File(context.Background(), name, "out")
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(2*pause, held.Free)
	again, err := Claim{Wait: time.Minute}.File(context.Background(), name, "out")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Free()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(pause/2, cancel)
	if _, err := (Claim{Wait: time.Minute}).File(ctx, name, "out"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the wait to end with the context", err)
	}
}
