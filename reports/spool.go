package reports

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

// spool keeps rows in a file until it is known what may be told of them. In memory
// stays where each of them is.
type spool struct {
	file *os.File
	out  *bufio.Writer
	rows []spooled
	size int64
}

// spooled is a row in the file, and what it is put in order by.
type spooled struct {
	key    string
	offset int64
	length int
}

func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, "waiting-")
	if err != nil {
		return nil, fmt.Errorf("make temporary file: %w", err)
	}
	_ = os.Remove(f.Name()) // fails where open files can't go; close tries again
	return &spool{file: f, out: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (s *spool) add(r *waitingRow) error {
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	s.rows = append(s.rows, spooled{r.Record, s.size, len(line)})
	s.size += int64(len(line))
	_, err = s.out.Write(line)
	return err
}

// each reads the rows in the order of their pseudonyms: in that of the input, the
// place of a row would lead back to its record as well as an id.
func (s *spool) each(use func(*waitingRow) error) error {
	if err := s.out.Flush(); err != nil {
		return fmt.Errorf("write temporary file: %w", err)
	}
	slices.SortFunc(s.rows, func(a, b spooled) int { return strings.Compare(a.key, b.key) })
	var line []byte
	for _, at := range s.rows {
		line = slices.Grow(line[:0], at.length)[:at.length]
		var r waitingRow
		if _, err := s.file.ReadAt(line, at.offset); err != nil {
			return fmt.Errorf("read temporary file: %w", err)
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return fmt.Errorf("read temporary file: %w", err)
		}
		if err := use(&r); err != nil {
			return err
		}
	}
	return nil
}

func (s *spool) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
