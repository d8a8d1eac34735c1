package history

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"palermo/extract"
	"palermo/pipeline/source"
)

// Cache keeps what was read out of texts, by a digest of the text and of
// everything that reads it: packs, taxonomy and program. Labels and frameworks
// have no part in it, since what the facts read as is decided anew every time.
// It is safe for concurrent use.
type Cache struct {
	store *Store
	basis int64
	salt  []byte
	words *words
	known bool // the store holds some readings on this basis
	torn  bool // and they can't be read
	hits  atomic.Int64
}

// Key names a text and what reads it.
type Key [16]byte

// Fresh is a reading that the store does not have yet.
type Fresh struct {
	Key  Key
	Data []byte
}

// Cache opens what is kept for a run. Only rule data that bears on the reading
// is part of the basis.
func (s *Store) Cache(ctx context.Context, run *Run) (*Cache, error) {
	d := newDigest()
	d.text("1", string(run.Series), run.Basis.Program, run.Basis.Build)
	for _, name := range slices.Sorted(maps.Keys(run.Basis.Rules)) {
		if readingRule(name) {
			d.text(name, run.Basis.Rules[name])
		}
	}
	c := &Cache{store: s, salt: d.Sum(nil), words: newWords()}
	c.basis = int64(binary.BigEndian.Uint64(c.salt))
	err := s.each(ctx, func(rows *sql.Rows) error {
		var id uint64
		var word string
		err := rows.Scan(&id, &word)
		c.torn = c.torn || c.words.number(word) != id
		return err
	}, `SELECT id, word FROM reading_words WHERE basis = ? ORDER BY id`, c.basis)
	if c.torn {
		c.words = newWords()
	}
	c.words.stored = len(c.words.list)
	c.known = c.words.stored > 0
	return c, err
}

// Key names the text of a record. The year is part of it, since ages are read
// with it.
func (c *Cache) Key(r *source.Record) Key {
	d := newDigest()
	d.Write(c.salt)
	d.text(strconv.Itoa(r.Year))
	for i := range r.Narratives() {
		d.text(strconv.Itoa(i), r.Fields[i].Value)
	}
	var room [sha256.Size]byte
	return Key(d.Sum(room[:0])[:len(Key{})])
}

// Get looks up some keys at once.
func (c *Cache) Get(ctx context.Context, keys []Key) (map[Key][]byte, error) {
	if !c.known || len(keys) == 0 {
		return nil, nil
	}
	args := make([]any, len(keys))
	for i := range keys {
		args[i] = keys[i][:]
	}
	found := make(map[Key][]byte, len(keys))
	err := c.store.each(ctx, func(rows *sql.Rows) error {
		var id, data []byte
		if err := rows.Scan(&id, &data); err != nil {
			return err
		}
		if len(id) == len(Key{}) {
			found[Key(id)] = data
		}
		return nil
	}, "SELECT id, data FROM readings WHERE id IN (?"+strings.Repeat(", ?", len(keys)-1)+")", args...)
	return found, err
}

// Reading makes a reading of a record out of what is kept. It reports false
// where that is damaged, and then the record is read again.
func (c *Cache) Reading(data []byte, r *source.Record) (extract.Reading, bool) {
	if data == nil {
		return extract.Reading{}, false
	}
	reading, err := c.words.decode(data, r)
	if err != nil {
		return extract.Reading{}, false
	}
	c.hits.Add(1)
	return reading, true
}

// Hits is how many readings were not made anew.
func (c *Cache) Hits() int64 {
	if c == nil {
		return 0
	}
	return c.hits.Load()
}

// Fresh is a reading as it will be kept. It reports false where it can't be.
func (c *Cache) Fresh(k Key, r *extract.Reading) (Fresh, bool) {
	data, ok := c.words.encode(nil, r)
	return Fresh{k, data}, ok
}

// cacheRoom is how many readings are kept for every record of a run. Texts that
// stand no more stay until there are too many.
const cacheRoom = 2

// write keeps fresh readings, and drops those on the basis of the last run where
// that was another.
func (c *Cache) write(ctx context.Context, tx *sql.Tx, last, run *Run, fresh *spool[Fresh]) error {
	if err := c.sweep(ctx, tx, last, run); err != nil {
		return err
	}
	adding := c.store.newInserter(tx, "readings (id, basis, data)")
	adding.after = " ON CONFLICT DO NOTHING" // two records may have the same text
	err := fresh.each(func(_ int64, f *Fresh) error { return adding.add(ctx, []any{f.Key[:], c.basis, f.Data}) })
	if err == nil {
		err = adding.flush(ctx)
	}
	if err != nil {
		return fmt.Errorf("keep readings: %w", err)
	}
	naming := c.store.newInserter(tx, "reading_words (basis, id, word)")
	for n := c.words.stored; n < len(c.words.list) && err == nil; n++ {
		err = naming.add(ctx, []any{c.basis, int64(n), c.words.list[n]})
	}
	if err == nil {
		err = naming.flush(ctx)
	}
	return err
}

// sweep drops the readings of the basis that the last run had, when this one
// has another, and all of them when most are of no use.
func (c *Cache) sweep(ctx context.Context, tx *sql.Tx, last, run *Run) error {
	var kept int64
	if err := tx.QueryRowContext(ctx, c.store.q(`SELECT COUNT(*) FROM readings WHERE basis = ?`), c.basis).Scan(&kept); err != nil {
		return err
	}
	if c.torn || kept > cacheRoom*run.Records+bulkRows {
		c.words.stored = 0
		return c.store.dropReadings(ctx, tx, c.basis)
	}
	if last == nil || last.Cache == c.basis {
		return nil
	}
	return c.store.dropReadings(ctx, tx, last.Cache)
}

func (s *Store) dropReadings(ctx context.Context, tx *sql.Tx, basis int64) error {
	for _, table := range []string{"readings", "reading_words"} {
		if _, err := tx.ExecContext(ctx, s.q("DELETE FROM "+table+" WHERE basis = ?"), basis); err != nil {
			return err
		}
	}
	return nil
}
