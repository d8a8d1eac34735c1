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

// Every kind of document is given up after a time, and says so.
func TestDocumentsTakeTooLong(t *testing.T) {
	traps := map[string]trap{}
	for _, trap := range allTraps(t) {
		traps[trap.file] = trap
	}
	for _, name := range []string{"signature.txt", "related_links.md", "case_in_text.html", "form.docx", "mail.eml", "merged.xlsx"} {
		path := write(t, name, traps[name].content)
		_, err := tryFile(path, Options{Limits: Limits{DocumentTime: time.Nanosecond, WorkbookTime: time.Nanosecond}})
		if !errors.Is(err, errTookTooLong) || !isFault(err) {
			t.Errorf("%s: error = %v", name, err)
		}
	}
}

// Time that is taken by those who take the records is not held against a file.
func TestSlowTakersAreNotCounted(t *testing.T) {
	in, err := Digest(filepath.Join(hostile, "merged.xlsx"))
	must(t, err)
	limit := 300 * time.Millisecond
	taken := 0
	err = Read(context.Background(), in, Options{Limits: Limits{WorkbookTime: limit}}, func(Item) error {
		taken++
		time.Sleep(limit)
		return nil
	})
	if err != nil || taken < 4 {
		t.Errorf("%d items, %v", taken, err)
	}
}

// Work that does not end when it is killed is left behind.
func TestTimedDoesNotWaitForEver(t *testing.T) {
	hung := make(chan struct{})
	defer close(hung)
	start := time.Now()
	err := timedFor(context.Background(), time.Millisecond, time.Millisecond, func() {}, func() error { <-hung; return nil })
	if !errors.Is(err, errTookTooLong) || time.Since(start) > 5*time.Second {
		t.Errorf("error = %v after %v", err, time.Since(start))
	}
}
