package source

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A document that takes too long is given up, and so is one of a run that was
// stopped; the engine serves the next one.
func TestPDFTakesTooLong(t *testing.T) {
	tools := &Tools{interpret: true}
	defer tools.Close()
	path := filepath.Join(hostile, "text.pdf")
	_, err := tryFile(path, Options{Tools: tools, Limits: Limits{DocumentTime: time.Nanosecond}})
	if err == nil || !strings.Contains(err.Error(), errTookTooLong.Error()) {
		t.Errorf("error = %v", err)
	}
	in, err := Digest(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Read(ctx, in, Options{Tools: tools}, func(Item) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("Read of a cancelled run = %v", err)
	}
	if got := readFile(t, path, Options{Tools: tools}); len(got.records) != 1 {
		t.Errorf("%d records after that", len(got.records))
	}
}

// A parser that panics costs its file and not the run.
func TestPanicsAreContained(t *testing.T) {
	rd := &reading{in: Input{File: "a.csv"}}
	err := rd.contained(func(*reading) error { panic("crafted") })
	var fault *Error
	if !errors.As(err, &fault) || fault.File != "a.csv" || !strings.Contains(fault.Error(), "made its parser fail: crafted") {
		t.Errorf("error = %v", err)
	}
}
