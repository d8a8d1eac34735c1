package source

import (
	"io"
	"time"
)

// inTime passes a document through to its parser as long as there is time for
// it. A parser that reads piece by piece then ends at the next one, whatever it
// makes of what it has.
func (rd *reading) inTime(r io.Reader) io.Reader {
	return readerFunc(func(p []byte) (int, error) {
		if err := rd.ctx.Err(); err != nil {
			return 0, err
		}
		if time.Now().After(rd.deadline) {
			return 0, errTookTooLong
		}
		return r.Read(p)
	})
}

// bounded passes on as much as one value may take, from the last reset on, and
// then fails: some decoders hold a value in memory, however long it is.
type bounded struct {
	r     io.Reader
	limit int64
	read  int64
}

// Read reads from the source.
func (b *bounded) Read(p []byte) (int, error) {
	if b.read > b.limit {
		return 0, errTooLong
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	return n, err
}

// stopwatch adds up the time that reading takes, without that of those who take
// what was read: they may be slow, and a file is not to blame for it.
type stopwatch struct {
	spent, limit time.Duration
}

// took adds the time since a start, and reports whether it is too much now.
func (s *stopwatch) took(start time.Time) bool {
	s.spent += time.Since(start)
	return s.spent > s.limit
}

type readerFunc func([]byte) (int, error)

// Read calls the function.
func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// limited returns at most n bytes and says whether there were more.
func limited(r io.Reader, n int64) ([]byte, bool, error) {
	data, err := io.ReadAll(io.LimitReader(r, n+1))
	return data, int64(len(data)) > n, err
}
