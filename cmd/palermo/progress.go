package main

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"palermo/pipeline"
)

// progress shows how far a run is.
type progress interface {
	tell(pipeline.Event)
	end() // the run is over, however it went
}

// progress chooses how to show it: lines of JSON where they are asked for, a
// bar on a terminal, and nothing anywhere else.
func (s *shell) progress(json, quiet bool) progress {
	switch {
	case json:
		return &lines{out: s.stderr, now: s.now}
	case s.terminal && !quiet:
		return newBar(s.stderr, s.now)
	}
	return silence{}
}

type silence struct{}

func (silence) tell(pipeline.Event) {}
func (silence) end()                {}

// lines writes one line of JSON a second, and one at the end.
type lines struct {
	out  io.Writer
	now  func() time.Time
	last time.Time
}

func (l *lines) tell(e pipeline.Event) {
	now := l.now()
	if !e.Done && now.Sub(l.last) < time.Second {
		return
	}
	l.last = now
	line := progressLine{logged{now.UTC(), levelInfo, "progress"}, e.File, e.Rows, e.Bytes, e.TotalBytes}
	if e.Done {
		line.Event = "done" // everything is published
	}
	writeLine(l.out, line)
}

func (l *lines) end() {}

type progressLine struct {
	logged
	File       string `json:"file"`
	Rows       int64  `json:"rows"`
	Bytes      int64  `json:"bytes"`
	TotalBytes int64  `json:"total_bytes"`
}

// bar shows rows, rows a second and the time that is left on a terminal.
type bar struct {
	out     io.Writer
	now     func() time.Time
	started time.Time
	rows    atomic.Int64 // read by the goroutine that draws
	group   *mpb.Progress
	bar     *mpb.Bar
	done    bool
}

func newBar(out io.Writer, now func() time.Time) *bar {
	b := &bar{out: out, now: now, started: now()}
	b.group = mpb.New(mpb.WithOutput(out), mpb.WithAutoRefresh())
	b.bar = b.group.New(0, mpb.BarStyle(), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string {
			return fmt.Sprintf("%s rows, %s rows/s ", grouped(b.rows.Load()), grouped(b.speed()))
		})),
		mpb.AppendDecorators(decor.Percentage(), decor.Name(" "), decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left")),
	)
	return b
}

func (b *bar) tell(e pipeline.Event) {
	b.rows.Store(e.Rows)
	b.bar.SetTotal(e.TotalBytes, e.Done)
	b.bar.SetCurrent(e.Bytes)
	b.done = b.done || e.Done
}

// end takes the bar away and leaves one line in its place.
func (b *bar) end() {
	b.bar.Abort(true)
	b.group.Wait()
	if b.done {
		fmt.Fprintf(b.out, "%s rows in %s, %s rows/s\n", grouped(b.rows.Load()),
			b.now().Sub(b.started).Round(100*time.Millisecond), grouped(b.speed()))
	}
}

// speed is in rows a second, over the whole run.
func (b *bar) speed() int64 {
	seconds := b.now().Sub(b.started).Seconds()
	if seconds <= 0 {
		return 0
	}
	return int64(float64(b.rows.Load()) / seconds)
}
