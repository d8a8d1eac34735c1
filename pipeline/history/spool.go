package history

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
)

// version is one version of a finding on its way into the store.
type version struct {
	RecordID, File, Language string
	Family, Content, Look    int64
	First                    int64
	Fingerprint, Evidence    string
	Kind, Class, Label       string
	Priority                 int

	Quotes string // as they are kept, empty where none are
	Stands int64  // row that stands unchanged and gets quotes; nothing else is told of it then

	Replaces int64 // row that it takes the place of, 0 for none
	Subject  int64 // of that row
}

// spool keeps what is to be written in a temporary file until the reports are safe on disk:
// the store is written last and in one go, and memory stays flat until then.
// No text of a record is in it, but the quotes of a run that keeps them. Only its owner may read the file, and it is gone
// as soon as it is closed, even by a crash where the system allows it.
type spool[T any] struct {
	file   *os.File
	buffer *bufio.Writer
	enc    *gob.Encoder
	count  int64
}

func newSpool[T any]() (*spool[T], error) {
	f, err := os.CreateTemp("", "palermo-history-")
	if err != nil {
		return nil, fmt.Errorf("make temporary file: %w", err)
	}
	_ = os.Remove(f.Name()) // fails on systems that keep open files; close tries again
	buffer := bufio.NewWriterSize(f, 1<<16)
	return &spool[T]{file: f, buffer: buffer, enc: gob.NewEncoder(buffer)}, nil
}

// add keeps one and returns its number, from 1.
func (s *spool[T]) add(v *T) (int64, error) {
	s.count++
	if err := s.enc.Encode(v); err != nil {
		return 0, fmt.Errorf("write temporary file: %w", err)
	}
	return s.count, nil
}

// each hands on every one with its number.
func (s *spool[T]) each(take func(seq int64, v *T) error) error {
	if err := s.buffer.Flush(); err != nil {
		return fmt.Errorf("write temporary file: %w", err)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read temporary file: %w", err)
	}
	dec := gob.NewDecoder(bufio.NewReaderSize(s.file, 1<<16))
	for seq := int64(1); ; seq++ {
		var v T
		if err := dec.Decode(&v); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read temporary file: %w", err)
		}
		if err := take(seq, &v); err != nil {
			return err
		}
	}
}

func (s *spool[T]) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
