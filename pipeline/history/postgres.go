package history

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"palermo/pipeline/history/hold"
)

// connectPostgres opens a database that is there. The store in it is made of
// tables in the schema that its user finds first.
func connectPostgres(ctx context.Context, where string, how access) (*Store, error) {
	config, err := pgx.ParseConfig(where)
	if err != nil {
		return nil, errors.New("open store: the address is not understood\nhint: write postgres://user@host/database; the password goes into ~/.pgpass or PGPASSWORD")
	}
	told := fmt.Sprintf("postgres://%s:%d/%s", config.Host, config.Port, config.Database)
	config.RuntimeParams["application_name"] = fmt.Sprintf("palermo %d", os.Getpid())
	if how == toRead {
		config.RuntimeParams["default_transaction_read_only"] = "on"
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(connections)
	s := &Store{db: db, where: told, engine: engine{
		dialect: goose.DialectPostgres, numbered: true, lock: lockServer,
		exclusive: "LOCK TABLE chain IN EXCLUSIVE MODE",
		holds:     `SELECT to_regclass('goose_db_version') IS NOT NULL AND to_regclass('runs') IS NOT NULL AND to_regclass('chain') IS NOT NULL, FALSE`,
	}}
	if err := s.db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("open store %s: %w", told, err)
	}
	return s, nil
}

// lockServer holds a series by an advisory lock of the server, which drops it
// when the connection ends. Its application name says who holds it.
func lockServer(ctx context.Context, s *Store, series Series, c hold.Claim) (func(), error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", s.where, err)
	}
	free := func() { _ = conn.Close() }
	var schema string // a lock belongs to the whole database, in which other schemas may hold other stores
	if err := conn.QueryRowContext(ctx, `SELECT current_schema() FROM set_config('application_name', $1, false)`, applicationName(c)).Scan(&schema); err != nil {
		free()
		return nil, fmt.Errorf("lock store %s: %w", s.where, err)
	}
	key := sumOf("palermo " + schema + " series " + string(series))
	err = c.Try(ctx, s.lockName(series), func() (ok bool, holder string, err error) {
		if err := conn.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1)`, key).Scan(&ok); err != nil || ok {
			return ok, "", err
		}
		// Nobody is named where the holder has just gone.
		_ = conn.QueryRowContext(ctx, `SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
			WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint << 32 | l.objid::bigint) = $1`, key).Scan(&holder)
		return false, holder, nil
	})
	if err != nil {
		free()
		return nil, err
	}
	return func() {
		// A connection that goes back to the pool would keep the lock.
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, key)
		free()
	}, nil
}

// applicationName is the name of a holder, cut to what the server keeps.
func applicationName(c hold.Claim) string {
	const longest = 63
	name := c.Name()
	return name[:min(len(name), longest)]
}
