package history

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"strconv"
)

// What the entries of the chain stand for.
const (
	chainRun      = "run"
	chainDecision = "decision"
	chainPrune    = "prune" // keeps its facts in the chain itself
)

// link adds an entry to the chain: the digest of what was written, and a hash
// over it and the hash before. Whoever changes a run, a decision or the order
// of things later has to write all entries anew, and then the last hash, which
// palermo status prints, is another.
func (s *Store) link(ctx context.Context, tx *sql.Tx, kind string, series Series, ref int64, written string) error {
	var seq int64
	var before string
	err := tx.QueryRowContext(ctx, `SELECT seq, hash FROM chain ORDER BY seq DESC LIMIT 1`).Scan(&seq, &before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	seq++
	sum, facts := hexSum(written), ""
	if kind == chainPrune {
		facts = written
	}
	_, err = tx.ExecContext(ctx, s.q(`INSERT INTO chain (seq, kind, series, ref, facts, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?)`),
		seq, kind, string(series), ref, facts, sum, linkHash(seq, kind, series, ref, sum, before))
	return err
}

func linkHash(seq int64, kind string, series Series, ref int64, sum, before string) string {
	d := newDigest()
	d.text(strconv.FormatInt(seq, 10), kind, string(series), strconv.FormatInt(ref, 10), sum, before)
	return d.hex()
}

func hexSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Head returns the last hash of the chain, empty for a store without entries.
func (s *Store) Head(ctx context.Context) (string, error) {
	var hash string
	err := s.db.QueryRowContext(ctx, `SELECT hash FROM chain ORDER BY seq DESC LIMIT 1`).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return hash, err
}
