// Package server gives tests a place on a PostgreSQL server. Nothing else may use
// it.
package server

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// variable names the server, as postgres://user@host:port/database.
const variable = "PALERMO_TEST_POSTGRES"

// Schema makes an empty schema and returns the address that finds it first. The
// test is skipped where there is no server, and fails where everything is
// required.
func Schema(t *testing.T) string {
	t.Helper()
	address := os.Getenv(variable)
	switch {
	case address == "" && os.Getenv("PALERMO_REQUIRE_ALL") != "":
		t.Fatal(variable + " names no server")
	case address == "":
		t.Skip(variable + " names no server")
	}
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	name := fmt.Sprintf("test_%d_%d", os.Getpid(), time.Now().UnixNano())
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = db.Exec("DROP SCHEMA " + name + " CASCADE") })
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}
