package reports

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// spool keeps rows in a file until it is known what may be told of them, so
// that memory stays flat at any size of the input.
type spool struct {
	file *os.File
	lineWriter
}

func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, "waiting-")
	if err != nil {
		return nil, fmt.Errorf("make temporary file: %w", err)
	}
	_ = os.Remove(f.Name()) // fails where open files can't go; close tries again
	return &spool{file: f, lineWriter: newLineWriter(f)}, nil
}

func (s *spool) add(r *waitingRow) error { return s.enc.Encode(r) }

// each reads the rows in the order in which they came.
func (s *spool) each(use func(*waitingRow) error) error {
	if err := s.out.Flush(); err != nil {
		return fmt.Errorf("write temporary file: %w", err)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	for in := json.NewDecoder(bufio.NewReaderSize(s.file, 1<<16)); ; {
		var r waitingRow
		if err := in.Decode(&r); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read temporary file: %w", err)
		}
		if err := use(&r); err != nil {
			return err
		}
	}
}

func (s *spool) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
