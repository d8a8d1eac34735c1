-- The SQL of this folder is read by SQLite and PostgreSQL alike: BIGINT for
-- numbers, TEXT for words and UTC times, BYTEA for bytes.

-- +goose Up
CREATE TABLE runs (
    series TEXT NOT NULL,
    id     BIGINT NOT NULL, -- counts the runs of the series from 1
    facts  TEXT NOT NULL,   -- everything about the run, as JSON; the chain holds its digest
    PRIMARY KEY (series, id)
);

-- A finding is written when it changes. It stands in every run from from_run
-- on, up to and without to_run, which is 0 as long as it stands.
CREATE TABLE findings (
    id            BIGINT PRIMARY KEY,
    series        TEXT NOT NULL,
    subject       BIGINT NOT NULL, -- the record through all its versions
    from_run      BIGINT NOT NULL,
    to_run        BIGINT NOT NULL,
    first_run     BIGINT NOT NULL, -- in which the record was found to be of this kind
    record_id     TEXT NOT NULL,
    source_file   TEXT NOT NULL,
    language      TEXT NOT NULL,
    family        BIGINT NOT NULL, -- digest of the id without what tells two rows of one case apart
    content       BIGINT NOT NULL, -- digest of the fields that are read
    look          BIGINT NOT NULL, -- digest of what the finding says
    fingerprint   TEXT NOT NULL,
    evidence_hash TEXT NOT NULL,
    kind          TEXT NOT NULL,
    class         TEXT NOT NULL,
    label         TEXT NOT NULL,
    priority      BIGINT NOT NULL
);
CREATE INDEX findings_standing ON findings (series, to_run, from_run);
CREATE INDEX findings_from ON findings (series, from_run);

-- One entry for everything that was ever done to the store, each holding the
-- digest of the one before.
CREATE TABLE chain (
    seq    BIGINT PRIMARY KEY,
    kind   TEXT NOT NULL, -- run, decision or prune
    series TEXT NOT NULL,
    ref    BIGINT NOT NULL, -- its number in the series
    facts  TEXT NOT NULL, -- what was written, where it stands nowhere else
    digest TEXT NOT NULL, -- of what was written
    hash   TEXT NOT NULL  -- of this entry and the hash before it
);

-- +goose Down
DROP TABLE chain;
DROP TABLE findings;
DROP TABLE runs;
