package history

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
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
		newest, down, err := Migrate(ctx, where, 0)
		if err != nil || newest < 1 || down != 0 {
			t.Fatalf("down from %d to %d: %v", newest, down, err)
		}
		if from, to, err := Migrate(ctx, where, -1); err != nil || from != 0 || to != newest {
			t.Fatalf("up from %d to %d: %v", from, to, err)
		}
		s, err := Open(ctx, where)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
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
