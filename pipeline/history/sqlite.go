package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// patience is how long a statement waits for another program that writes to the
// store, in milliseconds. Without it, concurrent writers fail at once.
const patience = 30_000

// connectSQLite opens the file. It is readable by its owner only, as are the
// files that SQLite puts beside it.
func connectSQLite(ctx context.Context, where string, create bool) (*Store, error) {
	flags := os.O_RDWR
	if create {
		flags |= os.O_CREATE
	}
	f, err := os.OpenFile(where, flags, 0o600)
	switch {
	case errors.Is(err, os.ErrNotExist) && !create:
		return nil, fmt.Errorf("open store %s: %w\nhint: make one with palermo history init %[1]s, or bring it back if it was here before", where, ErrNoStore)
	case err != nil:
		return nil, fmt.Errorf("open store: %w", err)
	}
	if err := errors.Join(plainFile(f), f.Close()); err != nil {
		return nil, fmt.Errorf("open store %s: %w", where, err)
	}
	db, err := sql.Open("sqlite", address(where))
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", where, err)
	}
	db.SetMaxOpenConns(connections)
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("open store %s: %w\nhint: it is no store of palermo, or it is damaged; see backup and restore in docs/nightly.md", where, err)
	}
	return &Store{db: db, where: where, engine: engine{dialect: goose.DialectSQLite3, lock: lockFile}}, nil
}

// connections bounds how many are open: a few readers beside one writer.
const connections = 4

func plainFile(f *os.File) error {
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		return errors.New("is no file")
	}
	return err
}

// address is the file with what every connection to it begins with: readers and
// a writer go side by side (WAL), a commit is on the disk when it returns, and
// a transaction takes its turn to write when it begins, so that it cannot fail
// half-way for another one's sake.
func address(where string) string {
	if abs, err := filepath.Abs(where); err == nil {
		where = abs
	}
	v := url.Values{"_txlock": {"immediate"}}
	for _, pragma := range []string{
		fmt.Sprintf("busy_timeout(%d)", patience), "journal_mode(WAL)", "synchronous(FULL)", "cache_size(-16384)",
	} {
		v.Add("_pragma", pragma)
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(where), RawQuery: v.Encode()}
	return u.String()
}
