package source

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Tools are engines that take long to start. Each starts with the first file
// that needs it and serves all the others. They serve one goroutine.
type Tools struct {
	pdf       pdfium.Pool
	interpret bool // starts in no time and reads slowly
}

// Close stops the engines that were started.
func (t *Tools) Close() error {
	if t.pdf == nil {
		return nil
	}
	err := t.pdf.Close()
	t.pdf = nil
	return err
}

// engineWait is how long an engine may take to start.
const engineWait = time.Minute

// pdfEngine returns an engine that reads PDF. It runs in a sandbox that sees
// no file and no network: documents come from anywhere.
func (t *Tools) pdfEngine() (_ pdfium.Pdfium, err error) {
	if t.pdf == nil {
		config := wazero.NewRuntimeConfig()
		if t.interpret {
			config = wazero.NewRuntimeConfigInterpreter()
		}
		t.pdf, err = webassembly.Init(webassembly.Config{
			MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
			FSConfig: wazero.NewFSConfig(),
			RuntimeConfig: config.
				WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
				WithCloseOnContextDone(true),
			Stdout: io.Discard, Stderr: io.Discard,
		})
		if err != nil {
			return nil, err
		}
	}
	return t.pdf.GetInstance(engineWait)
}

// errTookTooLong is the cause where a document was given up.
var errTookTooLong = errors.New("it took longer than the limit")

// killGrace is how long work may go on once it was killed. What does not end by
// then is left to itself: it must not touch what the caller goes on to use.
const killGrace = 10 * time.Second

// timed runs work that cannot be stopped from within, and calls kill when it
// takes too long or ctx is done.
func timed(ctx context.Context, limit time.Duration, kill func(), work func() error) error {
	return timedFor(ctx, limit, killGrace, kill, work)
}

func timedFor(ctx context.Context, limit, grace time.Duration, kill func(), work func() error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if cause := recover(); cause != nil {
				done <- errors.New("its parser failed")
			}
		}()
		done <- work()
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		kill()
		select {
		case <-done:
		case <-time.After(grace):
		}
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return errTookTooLong
		}
		return ctx.Err()
	}
}
