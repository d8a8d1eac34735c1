package history

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"palermo/pipeline/history/hold"
)

// A backup is a store with all that the other holds, for its owner's eyes, and is
// made during a run as well.
func TestBackup(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		ctx, to := context.Background(), filepath.Join(t.TempDir(), "backup.db")
		s := created(t, where)
		play(t, s, night{[]row{a, b}, rules("1")})
		session, err := s.Begin(ctx, Run{Series: "test"}, hold.Claim{})
		if err != nil {
			t.Fatal(err)
		}
		defer session.Close()
		if err := session.Prepare(ctx, "manifest"); err != nil {
			t.Fatal(err)
		}
		err = Backup(ctx, where, to)
		if strings.HasPrefix(where, "postgres") {
			if err == nil || !strings.Contains(err.Error(), "hint: pg_dump ") {
				t.Errorf("of PostgreSQL: %v", err)
			}
			return
		}
		if info, told := os.Stat(to); err != nil || told != nil || info.Mode().Perm() != 0o600 {
			t.Fatalf("%v, %v, %v", err, told, info)
		}
		copied, err := Open(ctx, to)
		if err != nil {
			t.Fatal(err)
		}
		defer copied.Close()
		intact(t, copied, 1)
		if err := Backup(ctx, where, to); err == nil || !strings.Contains(err.Error(), "is there already\nhint: ") {
			t.Errorf("over a file: %v", err)
		}
		if err := Backup(ctx, where+".none", to+".2"); !errors.Is(err, ErrNoStore) {
			t.Errorf("of nothing: %v", err)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(to), ".backup*")); len(left) > 0 {
			t.Errorf("left %v", left)
		}
	})
}

func TestAStoreThatOthersCanReadIsTold(t *testing.T) {
	where := filepath.Join(t.TempDir(), "palermo.db")
	created(t, where)
	for mode, want := range map[os.FileMode]bool{0o600: false, 0o640: true, 0o644: true} {
		if err := os.Chmod(where, mode); err != nil {
			t.Fatal(err)
		}
		s, err := OpenToRead(context.Background(), where)
		if err != nil {
			t.Fatal(err)
		}
		if s.Shown() != want {
			t.Errorf("mode %o: shown %v", mode, s.Shown())
		}
		s.Close()
	}
}
