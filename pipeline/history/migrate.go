package history

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pressly/goose/v3"

	"palermo/pipeline/history/hold"
)

// latest asks for the newest schema that the program knows.
const latest int64 = -1

// Migrate brings the schema of a store to a version, up or down, and returns
// the version that it had. latest is the newest. The way back to one that has no
// place for what the store holds has to be forced, and is closed while a run works
// with the store.
func Migrate(ctx context.Context, where string, version int64, force bool, claim hold.Claim) (from, to int64, err error) {
	s, err := open(ctx, where, toWrite, func(s *Store) error { return s.isStore(ctx) })
	if err != nil {
		return 0, 0, err
	}
	defer s.Close()
	free, err := s.lockAll(ctx, claim)
	if err != nil {
		return 0, 0, err
	}
	defer free()
	if from, err = s.version(ctx); err == nil && version != latest && !force {
		err = s.keepsAll(ctx, from, version)
	}
	if err == nil {
		err = s.migrate(ctx, version)
	}
	if err == nil {
		to, err = s.version(ctx)
	}
	if err != nil {
		err = fmt.Errorf("migrate store %s: %w", s.where, err)
	}
	return from, to, err
}

// lockAll keeps runs of all series in the store out.
func (s *Store) lockAll(ctx context.Context, claim hold.Claim) (free func(), err error) {
	names, err := s.Series(ctx)
	if err != nil {
		return nil, err
	}
	var held []func()
	free = func() {
		for _, unlock := range held {
			unlock()
		}
	}
	for _, name := range names {
		unlock, err := s.engine.lock(ctx, s, name, claim)
		if err != nil {
			free()
			return nil, err
		}
		held = append(held, unlock)
	}
	return free, nil
}

// keepsAll refuses to go back to a schema that has no place for something that the
// store holds and that can't be made again.
func (s *Store) keepsAll(ctx context.Context, from, to int64) error {
	var lost []string
	for _, held := range []struct {
		since       int64
		table, what string
	}{{1, "runs", "runs"}, {3, "decisions", "decisions"}, {4, "quotes", "findings with quotes"}} {
		if held.since <= to || held.since > from {
			continue
		}
		var n int64
		if err := s.db.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+held.table).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			lost = append(lost, fmt.Sprintf("%s (%d)", held.what, n))
		}
	}
	if len(lost) == 0 {
		return nil
	}
	return fmt.Errorf("schema %d has no place for %s: they would be lost, and history verify would miss them\n"+
		"hint: back the store up, and add --force", to, strings.Join(lost, ", "))
}

func (s *Store) provider() (*goose.Provider, error) {
	files, err := fs.Sub(schema, "schema")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(s.engine.dialect, s.db, files, goose.WithDisableGlobalRegistry(true))
}

func (s *Store) version(ctx context.Context) (int64, error) {
	p, err := s.provider()
	if err != nil {
		return 0, err
	}
	return p.GetDBVersion(ctx)
}

// migrate goes up or down to a version of the schema. A store that is newer
// than the program is refused.
func (s *Store) migrate(ctx context.Context, version int64) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	at, err := p.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	known := p.ListSources()
	newest := known[len(known)-1].Version
	switch {
	case at > newest:
		return fmt.Errorf("the store has schema %d and this program knows %d\nhint: use a newer palermo, or go back with its palermo history migrate --to %[2]d", at, newest)
	case version == latest || version > at:
		if version == latest {
			version = newest
		}
		if version > newest {
			return fmt.Errorf("there is no schema %d; the newest is %d", version, newest)
		}
		if version > at {
			_, err = p.UpTo(ctx, version)
		}
	default:
		_, err = p.DownTo(ctx, version)
	}
	return err
}
