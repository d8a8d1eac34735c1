package history

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"palermo/pipeline/history/hold"
)

func TestAStoreThatIsNotThereIsNotMade(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		_, err := Open(context.Background(), where)
		if !errors.Is(err, ErrNoStore) || !strings.Contains(err.Error(), "hint: make one with palermo history init") {
			t.Errorf("got %v", err)
		}
	})
}

func TestTheSchemaGoesBothWays(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		ctx := context.Background()
		created(t, where)
		newest, down, err := Migrate(ctx, where, 0, false, hold.Claim{})
		if err != nil || newest < 1 || down != 0 {
			t.Fatalf("down from %d to %d: %v", newest, down, err)
		}
		if _, err := Open(ctx, where); !errors.Is(err, ErrNoStore) {
			t.Errorf("a store without its tables: %v", err)
		}
		s := created(t, where)
		if _, _, err := Migrate(ctx, where, 1, false, hold.Claim{}); err != nil {
			t.Fatal(err)
		}
		if from, to, err := Migrate(ctx, where, -1, false, hold.Claim{}); err != nil || from != 1 || to != newest {
			t.Fatalf("up from %d to %d: %v", from, to, err)
		}
		play(t, s, night{[]row{a}, rules("1")})
		if _, err := s.db.Exec(s.q(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)`), newest+1, true); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(ctx, where); err == nil || !strings.Contains(err.Error(), "use a newer palermo") {
			t.Errorf("a store that is newer than the program: %v", err)
		}
	})
}

func TestWhatIsNoStoreIsRefused(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is no database. ", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, where := range []string{dir, text, "postgres://nobody:secret@127.0.0.1:1/none"} {
		_, err := Open(context.Background(), where)
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", where, err)
		}
	}
	if data, _ := os.ReadFile(text); !strings.HasPrefix(string(data), "This is no database.") {
		t.Error("the file was written to")
	}
}

// Only Create makes a store, and never out of the database of another program.
func TestNothingBecomesAStoreByItself(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	empty, foreign := filepath.Join(dir, "empty.db"), filepath.Join(dir, "foreign.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE invoices (id INTEGER)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	asTheyWere := contents(t, empty, foreign)
	opening := map[string]func(where string) error{
		"open":       func(where string) error { return closed(Open(ctx, where)) },
		"open as is": func(where string) error { return closed(OpenAsItIs(ctx, where)) },
		"migrate":    func(where string) error { _, _, err := Migrate(ctx, where, latest, false, hold.Claim{}); return err },
	}
	for what, open := range opening {
		if err := open(empty); !errors.Is(err, ErrNoStore) || !strings.Contains(err.Error(), "hint: make one with palermo history init") {
			t.Errorf("%s an empty file: %v", what, err)
		}
		if err := open(foreign); err == nil || !strings.Contains(err.Error(), "of another program\nhint: ") {
			t.Errorf("%s a foreign file: %v", what, err)
		}
	}
	if err := closed(Create(ctx, foreign)); err == nil {
		t.Error("a store was made in the database of another program")
	}
	if got := contents(t, empty, foreign); got != asTheyWere {
		t.Error("a file was written to that is no store")
	}
	if err := closed(Create(ctx, empty)); err != nil {
		t.Errorf("make a store of an empty file: %v", err)
	}
}

func closed(s *Store, err error) error {
	if err != nil {
		return err
	}
	return s.Close()
}

func contents(t *testing.T, files ...string) string {
	t.Helper()
	var all []byte
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	return string(all)
}

// A store that is opened to be read can be read and no more.
func TestReadingAStoreWritesNothing(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		ctx := context.Background()
		play(t, created(t, where), night{[]row{a}, rules("1")})
		s, err := OpenToRead(ctx, where)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		intact(t, s, 1)
		if _, err := s.AddDecisions(ctx, []Decision{{Author: "R. Ojeda"}}); err == nil {
			t.Error("a decision was written")
		}
	})
}

// Where SQLite can make nothing beside the file, as on a disk that is full or
// mounted to be read, the file alone is read, unless it is not the whole store.
func TestAStoreIsReadWhereNothingCanBeWritten(t *testing.T) {
	ctx, where := context.Background(), filepath.Join(t.TempDir(), "palermo.db")
	s := created(t, where)
	play(t, s, night{[]row{a}, rules("1")})
	s.Close()
	if err := os.Symlink("nowhere", where+"-shm"); err != nil { // SQLite wants to make a file of this name
		t.Fatal(err)
	}
	if err := closed(Open(ctx, where)); err == nil {
		t.Fatal("the store can be written to, and nothing is tried here")
	}
	s, err := OpenToRead(ctx, where)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	intact(t, s, 1)
	if err := os.WriteFile(where+"-wal", []byte("what a run wrote last"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := closed(OpenToRead(ctx, where)); err == nil || !strings.Contains(err.Error(), "hint: ") {
		t.Errorf("without what was written last: %v", err)
	}
}

func TestAStoreIsReadableByItsOwnerOnly(t *testing.T) {
	where := filepath.Join(t.TempDir(), "palermo.db")
	s := created(t, where)
	play(t, s, night{[]row{a}, rules("1")})
	files, err := filepath.Glob(where + "*")
	if err != nil || len(files) < 2 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, f := range files {
		if info, err := os.Stat(f); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v, %v", f, info.Mode(), err)
		}
	}
}
