package history

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A file that was damaged on its disk is told to be, by the check if not before.
func TestADamagedFileIsTold(t *testing.T) {
	where := filepath.Join(t.TempDir(), "palermo.db")
	s := created(t, where)
	var rows []row
	for n := range 200 {
		rows = append(rows, a.with(func(r *row) { r.id = fmt.Sprintf("A-%d", n) }))
	}
	play(t, s, night{rows, rules("1")})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data := []byte(readFile(t, where))
	if len(data) < 20_000 {
		t.Fatalf("%d bytes", len(data))
	}
	for _, at := range []int{0, len(data) / 2, len(data) * 3 / 4} {
		damaged := filepath.Join(t.TempDir(), "damaged.db")
		block := append([]byte(nil), data...)
		copy(block[at:], strings.Repeat("\xff", 4096))
		if err := os.WriteFile(damaged, block, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(context.Background(), damaged)
		if err != nil {
			continue
		}
		defer s.Close()
		if p, err := s.Verify(context.Background(), ""); err == nil && len(p.Broken) == 0 {
			t.Errorf("4096 bytes from %d on are others, and nothing is told", at)
		}
	}
}
