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
	"modernc.org/sqlite" // the driver "sqlite"
	sqlite3 "modernc.org/sqlite/lib"
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
		return nil, fmt.Errorf("open store %s: %w\nhint: %s", where, err, hintFor(err))
	}
	return &Store{db: db, where: where, engine: engine{dialect: goose.DialectSQLite3, lock: lockFile, integrity: "PRAGMA integrity_check(5)",
		scrub: []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"}}}, nil
}

// hintFor says what to look at first.
func hintFor(err error) string {
	const primary = 0xff // of the codes of SQLite; the rest says more
	var own *sqlite.Error
	if errors.As(err, &own) {
		switch own.Code() & primary {
		case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL:
			return "its disk may be full or failing; nothing was changed"
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			return "the file and its folder have to be writable by the user who runs this"
		case sqlite3.SQLITE_BUSY:
			return "another program works with it for long; try again later"
		}
	}
	return "it is no store of palermo, or it is damaged; see backup and restore in docs/nightly.md"
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
