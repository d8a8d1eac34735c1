package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// reserve is space on a disk that is held for a while, in a file without a name.
type reserve struct{ file *os.File }

// sqliteCache is how much of a transaction SQLite keeps in memory until its end,
// in bytes; what is more goes to the disk as it is written.
const sqliteCache = 16 << 20

// reserveSQLite holds the room that the end of a transaction may need beside the
// store. SQLite would only find out then that there is none.
func reserveSQLite(ctx context.Context, s *Store, tx *sql.Tx) (*reserve, error) {
	var size int64
	if err := tx.QueryRowContext(ctx, `SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`).Scan(&size); err != nil {
		return nil, err
	}
	// Every page is written with its place before it, and the index of them grows.
	const index = 64 << 10
	size = min(size, sqliteCache)
	return holdRoom(filepath.Dir(s.where), size+size/32+index)
}

// holdRoom fills a file, since only what is written is sure to have its place.
func holdRoom(dir string, size int64) (*reserve, error) {
	f, err := os.CreateTemp(dir, ".palermo-room-")
	if err != nil {
		return nil, fmt.Errorf("hold room for the end of the run: %w", err)
	}
	_ = os.Remove(f.Name()) // fails on systems that keep open files; free tries again
	r := &reserve{f}
	for zeros := make([]byte, 1<<16); size > 0; size -= int64(len(zeros)) {
		if _, err := f.Write(zeros[:min(size, int64(len(zeros)))]); err != nil {
			r.free()
			return nil, fmt.Errorf("hold room for the end of the run: %w", errors.Unwrap(err))
		}
	}
	return r, nil
}

// free gives the room back. It may be called more than once, and on no room.
func (r *reserve) free() {
	if r == nil {
		return
	}
	_ = r.file.Close()
	_ = os.Remove(r.file.Name())
}
