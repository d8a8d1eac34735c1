package main

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"palermo/pipeline"
)

// clock is a clock that a test moves. The bar reads it from a goroutine.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) read() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) wait(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// However many events there are, a line comes once a second, and the last one
// always.
func TestLinesOfJSON(t *testing.T) {
	var out bytes.Buffer
	c := &clock{now: time.Unix(1_000_000, 0)}
	s := shell{stderr: &out, terminal: true, now: c.read}
	p := s.progress(true, true)
	for i := range 25 {
		p.tell(pipeline.Event{File: "a.csv", Rows: int64(i), Bytes: int64(10 * i), TotalBytes: 250})
		c.wait(100 * time.Millisecond)
	}
	p.tell(pipeline.Event{File: "a.csv", Rows: 25, Bytes: 250, TotalBytes: 250, Done: true})
	p.end()
	want := `{"time":"1970-01-12T13:46:40Z","level":"info","event":"progress","file":"a.csv","rows":0,"bytes":0,"total_bytes":250}
{"time":"1970-01-12T13:46:41Z","level":"info","event":"progress","file":"a.csv","rows":10,"bytes":100,"total_bytes":250}
{"time":"1970-01-12T13:46:42Z","level":"info","event":"progress","file":"a.csv","rows":20,"bytes":200,"total_bytes":250}
{"time":"1970-01-12T13:46:42.5Z","level":"info","event":"done","file":"a.csv","rows":25,"bytes":250,"total_bytes":250}
`
	if out.String() != want {
		t.Errorf("wrote\n%s\nwant\n%s", out.String(), want)
	}
}

// A reader of the progress that goes away does not stop the run.
func TestLinesToNobody(t *testing.T) {
	l := &lines{out: broken{}, now: time.Now}
	l.tell(pipeline.Event{Done: true})
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestNoBarWhereThereIsNoTerminal(t *testing.T) {
	for _, s := range []struct{ terminal, quiet bool }{{false, false}, {true, true}} {
		var out bytes.Buffer
		sh := shell{stderr: &out, terminal: s.terminal, now: time.Now}
		p := sh.progress(false, s.quiet)
		p.tell(pipeline.Event{Rows: 1, Done: true})
		p.end()
		if out.Len() > 0 {
			t.Errorf("terminal %t, quiet %t: wrote %q", s.terminal, s.quiet, out.String())
		}
	}
}

// The bar leaves a line with the speed, or nothing where the run failed.
func TestBar(t *testing.T) {
	for _, complete := range []bool{true, false} {
		out := &lockedBuffer{}
		c := &clock{now: time.Unix(1_000_000, 0)}
		s := shell{stderr: out, terminal: true, now: c.read}
		p := s.progress(false, false)
		p.tell(pipeline.Event{Rows: 500, Bytes: 50, TotalBytes: 100})
		c.wait(2 * time.Second)
		p.tell(pipeline.Event{Rows: 3000, Bytes: 100, TotalBytes: 100, Done: complete})
		p.end()
		const last = "3,000 rows in 2s, 1,500 rows/s\n"
		if got := strings.HasSuffix(out.String(), last); got != complete {
			t.Errorf("complete %t: wrote %q", complete, out.String())
		}
	}
}

// lockedBuffer is a buffer that two goroutines may write to.
type lockedBuffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.Write(p)
}
