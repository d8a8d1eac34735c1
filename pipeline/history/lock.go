package history

import (
	"context"
	"fmt"
	"strings"

	"palermo/pipeline/history/hold"
)

// lockFile holds a series of a SQLite store by a file beside it.
func lockFile(ctx context.Context, s *Store, series Series, c hold.Claim) (func(), error) {
	name := fmt.Sprintf("%s.%016x.lock", s.where, uint64(sumOf(string(series))))
	f, err := c.File(ctx, name, s.lockName(series))
	if err != nil {
		return nil, err
	}
	return f.Free, nil
}

func (s *Store) lockName(series Series) string {
	return "the series " + strings.TrimSpace(string(series)) + " in " + s.where
}
