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
	"palermo/screen"
)

// Cache keeps what was read out of texts, by a digest of the text and of
// everything that reads it: packs, taxonomy and program. Labels and frameworks
// have no part in it, since what the facts read as is decided anew every time.
// With a reading it keeps what would change the finding, which takes longer to
// find out than the finding; that counts for the framework and the evidence that
// it was found on, and is else found anew. It is safe for concurrent use, and
// one that is nil knows nothing.
type Cache struct {
	store   *Store
	basis   int64
	salt    []byte
	decides []byte // digest of what the changes depend on beside the evidence
	words   *words
	known   bool // the store holds some readings on this basis
	torn    bool // and they can't be read
	hits    atomic.Int64
}

// Key names a text and what reads it.
type Key [16]byte

// Known is what is known of the text of a record, before it is screened and
// after.
type Known struct {
	Reading extract.Reading
	Read    bool // the reading comes from the store

	key     Key
	stands  bool  // the store has all of this
	on      int64 // digest of what the changes were found on
	changes []screen.Change
}

// Fresh is what the store does not have yet of a text.
type Fresh struct {
	Key   Key
	Data  []byte
	Again bool // it takes the place of something else
}

// Cache opens what is kept for a run. Only rule data that bears on the reading
// is part of the basis.
func (s *Store) Cache(ctx context.Context, run *Run) (*Cache, error) {
	d := newDigest()
	d.text("3", string(run.Series), run.Basis.Program, run.Basis.Build)
	for _, name := range slices.Sorted(maps.Keys(run.Basis.Rules)) {
		if readingRule(name) {
			d.text(name, run.Basis.Rules[name])
		}
	}
	c := &Cache{store: s, salt: d.Sum(nil), decides: decidesOn(run), words: newWords()}
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

// decidesOn is a digest of what bears on a finding beside its evidence.
func decidesOn(run *Run) []byte {
	d := newDigest()
	d.text(run.Basis.Plan)
	for _, name := range slices.Sorted(maps.Keys(run.Basis.Rules)) {
		if decidingRule(name) {
			d.text(name, run.Basis.Rules[name])
		}
	}
	return d.Sum(nil)
}

// Key names the text of a record: its narratives, in whichever columns they
// stand. The year is part of it, since ages are read with it.
func (c *Cache) Key(r *source.Record) Key {
	d := newDigest()
	d.Write(c.salt)
	d.text(strconv.Itoa(r.Year))
	for i := range r.Narratives() {
		d.text(r.Fields[i].Name, r.Fields[i].Value)
	}
	var room [sha256.Size]byte
	return Key(d.Sum(room[:0])[:len(Key{})])
}

// Recall looks up the texts of some records at once. What is damaged is taken
// for not known.
func (c *Cache) Recall(ctx context.Context, records []*source.Record) ([]Known, error) {
	list, keys := make([]Known, len(records)), make([]Key, len(records))
	for i, r := range records {
		keys[i] = c.Key(r)
	}
	found, err := c.get(ctx, keys)
	if err != nil {
		return nil, err
	}
	for i, r := range records {
		if data := found[keys[i]]; data != nil && c.words.decode(data, r, &list[i]) == nil {
			list[i].Read, list[i].stands = true, true
			c.hits.Add(1)
		} else {
			list[i] = Known{}
		}
		list[i].key = keys[i]
	}
	return list, nil
}

// get reads what is kept by some keys.
func (c *Cache) get(ctx context.Context, keys []Key) (map[Key][]byte, error) {
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

// Changes is what would alter a finding on the text. It reports false where that
// is not known of this framework and this evidence, of which columns may have
// added some.
func (c *Cache) Changes(k *Known, f *screen.Finding) ([]screen.Change, bool) {
	if c == nil || k.on == 0 || k.on != c.standsOn(f) {
		return nil, false
	}
	return k.changes, true
}

// Learn notes what would alter a finding on the text.
func (c *Cache) Learn(k *Known, f *screen.Finding, changes []screen.Change) {
	if c != nil {
		k.on, k.changes, k.stands = c.standsOn(f), changes, false
	}
}

// standsOn is a digest of everything that the changes depend on, never 0.
func (c *Cache) standsOn(f *screen.Finding) int64 {
	d := newDigest()
	d.Write(c.decides)
	d.text(strconv.Itoa(f.Priority))
	for i := range f.Reading.Evidence {
		v := &f.Reading.Evidence[i]
		d.text(v.Indicator, v.Facet, strconv.FormatBool(v.Counts), strconv.Itoa(len(v.Cues)))
		d.text(assertionWords(v)...)
		for _, cue := range v.Cues {
			d.text(cue.Layer)
		}
	}
	return d.sum() | 1
}

// Hits is how many readings were not made anew.
func (c *Cache) Hits() int64 {
	if c == nil {
		return 0
	}
	return c.hits.Load()
}

// Fresh is what is known of a text as it will be kept. It reports false where
// the store has it, and where it can't be kept.
func (c *Cache) Fresh(k *Known) (Fresh, bool) {
	if c == nil || k.stands {
		return Fresh{}, false
	}
	data, ok := c.words.encode(nil, k)
	return Fresh{k.key, data, k.Read}, ok
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
	if c.known {
		if err := c.forget(ctx, tx, fresh); err != nil {
			return fmt.Errorf("keep readings: %w", err)
		}
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

// forget drops what other things take the place of.
func (c *Cache) forget(ctx context.Context, tx *sql.Tx, fresh *spool[Fresh]) error {
	var old []any
	drop := func() error {
		if len(old) == 0 {
			return nil
		}
		_, err := tx.ExecContext(ctx, c.store.q("DELETE FROM readings WHERE id IN (?"+strings.Repeat(", ?", len(old)-1)+")"), old...)
		old = old[:0]
		return err
	}
	err := fresh.each(func(_ int64, f *Fresh) error {
		if !f.Again {
			return nil
		}
		if old = append(old, f.Key[:]); len(old) < bulkRows {
			return nil
		}
		return drop()
	})
	if err != nil {
		return err
	}
	return drop()
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
