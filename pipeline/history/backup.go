package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Backup writes a copy of a store into a file that only its owner can read, also
// while runs go on. The file is there whole or not at all, and takes the place of
// no other.
func Backup(ctx context.Context, where, to string) error {
	s, err := open(ctx, where, toRead, func(s *Store) error { return s.isStore(ctx) })
	if err != nil {
		return err
	}
	defer s.Close()
	if s.engine.copy == nil {
		return fmt.Errorf("back up %s: a PostgreSQL database is copied by its own tools\nhint: pg_dump --format=custom --file=%s %[1]s", s.where, to)
	}
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("back up %s: %s is there already\nhint: name a new file", s.where, to)
	}
	part, err := os.CreateTemp(filepath.Dir(to), "."+filepath.Base(to)+"-")
	if err != nil {
		return fmt.Errorf("back up %s: %w", s.where, err)
	}
	defer os.Remove(part.Name()) // it is gone where all went well
	err = s.engine.copy(ctx, s, part.Name())
	if err = errors.Join(err, part.Sync(), part.Close()); err == nil {
		err = os.Rename(part.Name(), to)
	}
	if err != nil {
		return fmt.Errorf("back up %s: %w", s.where, err)
	}
	return nil
}

// copySQLite writes a copy into a file that is empty.
func copySQLite(ctx context.Context, s *Store, to string) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	// The copy is written, and that is what the store itself is guarded from.
	if _, err := conn.ExecContext(ctx, "PRAGMA query_only = FALSE"); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "VACUUM INTO ?", to)
	return err
}
