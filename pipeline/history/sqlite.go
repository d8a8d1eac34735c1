package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite" // the driver "sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"palermo/pipeline/history/hold"
)

// patience is how long a statement waits for another program that writes to the
// store, in milliseconds. Without it, concurrent writers fail at once.
const patience = 30_000

// connectSQLite opens the file. It is readable by its owner only, as are the
// files that SQLite puts beside it.
func connectSQLite(ctx context.Context, where string, how access) (*Store, error) {
	flags := map[access]int{toRead: os.O_RDONLY, toWrite: os.O_RDWR, toMake: os.O_RDWR | os.O_CREATE}
	f, err := os.OpenFile(where, flags[how], 0o600)
	switch {
	case errors.Is(err, os.ErrNotExist) && how != toMake:
		return nil, fmt.Errorf("open store %s: %w\nhint: make one with palermo history init %[1]s, or bring it back if it was here before", where, ErrNoStore)
	case err != nil:
		return nil, fmt.Errorf("open store: %w", err)
	}
	mode, err := modeOf(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("open store %s: %w", where, err)
	}
	s := &Store{where: where, shown: mode&forOthers != 0 && runtime.GOOS != "windows", engine: engine{
		dialect: goose.DialectSQLite3, lock: lockFile, reserve: reserveSQLite, copy: copySQLite, holds: sqliteHolds,
		settle:    "PRAGMA journal_mode = WAL", // readers and a writer go side by side
		integrity: "PRAGMA integrity_check(5)",
		scrub:     []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"},
	}}
	s.db, err = look(ctx, address(where, how, false))
	if err != nil && how == toRead && unwritable(err) && atRest(where) {
		s.engine.lock = noLock
		s.db, err = look(ctx, address(where, how, true))
	}
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w\nhint: %s", where, err, hintFor(err))
	}
	return s, nil
}

// sqliteHolds asks a file for the tables of a store, and for others.
const sqliteHolds = `SELECT COUNT(*) FILTER (WHERE name IN ('goose_db_version', 'runs', 'chain')) = 3,
	COUNT(*) FILTER (WHERE name NOT LIKE 'sqlite_%' AND name <> 'goose_db_version') > 0 FROM sqlite_master WHERE type = 'table'`

// look opens a database and reads in it, since until then nothing is known of it.
func look(ctx context.Context, address string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	var tables int
	if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_master").Scan(&tables); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// unwritable reports whether a database could not be opened because SQLite can't
// write beside it: on a disk that is full or mounted to be read.
func unwritable(err error) bool {
	switch codeOf(err) {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return true
	}
	return false
}

// atRest reports whether all of a store stands in its file, and nothing in the
// one beside it that a run writes to first.
func atRest(where string) bool {
	info, err := os.Stat(where + "-wal")
	return errors.Is(err, os.ErrNotExist) || err == nil && info.Size() == 0
}

// noLock is for a store that nobody can write to.
func noLock(context.Context, *Store, Series, hold.Claim) (func(), error) { return func() {}, nil }

// hintFor says what to look at first.
func hintFor(err error) string {
	switch codeOf(err) {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL:
		return "its disk may be full or failing; nothing was changed"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return "the file and its folder have to be writable by the user who runs this"
	case sqlite3.SQLITE_BUSY:
		return "another program works with it for long; try again later"
	}
	return "it is no store of palermo, or it is damaged; see backup and restore in docs/nightly.md"
}

// codeOf is the primary code of an error of SQLite, 0 for any other error.
func codeOf(err error) int {
	const primary = 0xff // the rest says more
	var own *sqlite.Error
	if errors.As(err, &own) {
		return own.Code() & primary
	}
	return 0
}

// connections bounds how many are open: a few readers beside one writer.
const connections = 4

// forOthers are the rights of those who do not own a file.
const forOthers = 0o077

// modeOf returns the rights on a plain file; nothing else is a store.
func modeOf(f *os.File) (os.FileMode, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, errors.New("is no file")
	}
	return info.Mode().Perm(), nil
}

// address is the file with what every connection to it begins with: a commit is
// on the disk when it returns, and a transaction takes its turn to write when it
// begins, so that it cannot fail half-way for another one's sake. A file that is
// frozen is read as it stands, without what SQLite keeps beside it.
func address(where string, how access, frozen bool) string {
	if abs, err := filepath.Abs(where); err == nil {
		where = abs
	}
	v := url.Values{"_txlock": {"immediate"}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", patience), "synchronous(FULL)", fmt.Sprintf("cache_size(-%d)", sqliteCache>>10),
	}}
	if how == toRead {
		v.Add("_pragma", "query_only(true)")
	}
	if frozen {
		v.Set("mode", "ro")
		v.Set("immutable", "1")
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(where), RawQuery: v.Encode()}
	return u.String()
}
