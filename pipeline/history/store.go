package history

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"

	"palermo/pipeline/history/hold"
)

//go:embed schema/*.sql
var schema embed.FS

// ErrNoStore says that there is no store where one was named.
var ErrNoStore = errors.New("there is no store here")

// Store is where runs and findings are kept: a SQLite file, or a PostgreSQL
// database for a team. Both have the same schema.
type Store struct {
	db     *sql.DB
	engine engine
	where  string // as it may be told: without a password
	shown  bool   // others can read it
}

// engine is what differs between the two databases.
type engine struct {
	dialect  goose.Dialect
	numbered bool // parameters are $1, $2 and not ?
	lock     func(ctx context.Context, s *Store, series Series, c hold.Claim) (func(), error)

	// copy writes a copy of the store into a file, where that is a file itself.
	copy func(ctx context.Context, s *Store, to string) error

	// reserve holds what the end of a transaction may need of the disk, where the
	// database does not see to that as it writes.
	reserve func(ctx context.Context, s *Store, tx *sql.Tx) (*reserve, error)

	// holds asks whether the tables of a store are there, and whether those of
	// another program are that it must not be put beside.
	holds string

	// settle lays down what stays with the database.
	settle string

	// integrity asks the database whether it is damaged; it answers with what is,
	// or with "ok".
	integrity string

	// scrub takes what was deleted out of the files, where that can be done at once.
	scrub []string

	// exclusive makes a transaction the only one that writes, where it is not
	// by itself.
	exclusive string
}

// access is what a store is opened for.
type access int

const (
	toRead  access = iota // nothing in it is changed
	toWrite               // it is there
	toMake                // it may not be there yet
)

// Open opens a store that is there and brings its schema up to date. Whatever is
// none, such as the empty file that a crash leaves, is an error: a nightly run
// must not begin anew, with every finding new, because a disk is not mounted.
func Open(ctx context.Context, where string) (*Store, error) {
	return open(ctx, where, toWrite, func(s *Store) error {
		if err := s.isStore(ctx); err != nil {
			return err
		}
		return errors.Join(s.settle(ctx), s.migrate(ctx, latest))
	})
}

// OpenAsItIs opens a store that is there to read it, also from a disk that is
// full or can't be written to, and leaves its schema alone, so that the program
// which works with it can go on. One with another schema than this program's is
// refused.
func OpenAsItIs(ctx context.Context, where string) (*Store, error) {
	return open(ctx, where, toRead, func(s *Store) error {
		if err := s.isStore(ctx); err != nil {
			return err
		}
		return s.current(ctx)
	})
}

// OpenToRead opens a store as OpenAsItIs does, and brings one up to date first
// that is older than this program.
func OpenToRead(ctx context.Context, where string) (*Store, error) {
	s, err := OpenAsItIs(ctx, where)
	if errors.Is(err, errSchema) {
		return Open(ctx, where)
	}
	return s, err
}

// Create makes a store and opens it. One that is there already is opened.
func Create(ctx context.Context, where string) (*Store, error) {
	return open(ctx, where, toMake, func(s *Store) error {
		if err := s.isStore(ctx); err != nil && !errors.Is(err, ErrNoStore) {
			return err
		}
		return errors.Join(s.settle(ctx), s.migrate(ctx, latest))
	})
}

// open connects to a store and hands it on to what has to be done first.
func open(ctx context.Context, where string, how access, first func(*Store) error) (*Store, error) {
	s, err := connect(ctx, where, how)
	if err != nil {
		return nil, err
	}
	if err := first(s); err != nil {
		s.Close()
		return nil, fmt.Errorf("open store %s: %w", s.where, err)
	}
	return s, nil
}

// isStore refuses what is no store: a place where none was made yet, and the
// database of another program.
func (s *Store) isStore(ctx context.Context) error {
	var own, others bool
	if err := s.db.QueryRowContext(ctx, s.engine.holds).Scan(&own, &others); err != nil {
		return err
	}
	switch {
	case own:
		return nil
	case others:
		return errors.New("it is the database of another program\nhint: name a file of its own for the store")
	}
	return fmt.Errorf("%w\nhint: make one with palermo history init, or bring back a backup if there was one before", ErrNoStore)
}

// settle lays down what stays with the store from then on.
func (s *Store) settle(ctx context.Context) error {
	if s.engine.settle == "" {
		return nil
	}
	_, err := s.db.ExecContext(ctx, s.engine.settle)
	return err
}

// errSchema says that a store has another schema than this program's.
var errSchema = errors.New("the store has another schema")

// current refuses a schema that is not the newest.
func (s *Store) current(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	at, newest, err := p.GetVersions(ctx)
	if err == nil && at != newest {
		err = fmt.Errorf("%w: %d, and this program works with %d\nhint: work on a copy of it, brought there by palermo history migrate", errSchema, at, newest)
	}
	return err
}

// Close closes the store.
func (s *Store) Close() error { return s.db.Close() }

// Shown reports whether others than its owner can read the store.
func (s *Store) Shown() bool { return s.shown }

// Where names the store, without a password.
func (s *Store) Where() string { return s.where }

func connect(ctx context.Context, where string, how access) (*Store, error) {
	if strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://") {
		return connectPostgres(ctx, where, how)
	}
	return connectSQLite(ctx, where, how)
}

// q writes the parameters of a query as the database wants them.
func (s *Store) q(query string) string {
	if !s.engine.numbered {
		return query
	}
	var b strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(query, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString("$" + strconv.Itoa(n))
		query = after
	}
}
