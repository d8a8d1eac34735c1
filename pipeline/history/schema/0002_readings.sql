-- What was read out of a text is kept by the digest of the text and of all that
-- reads it, so that the same text is not read again. No word of it is kept: a
-- fact is the place where it stands.

-- +goose Up
CREATE TABLE readings (
    id    BYTEA PRIMARY KEY,
    basis BIGINT NOT NULL,
    data  BYTEA NOT NULL
);
CREATE INDEX readings_basis ON readings (basis);

-- The words of rule data that readings name by number.
CREATE TABLE reading_words (
    basis BIGINT NOT NULL,
    id    BIGINT NOT NULL,
    word  TEXT NOT NULL,
    PRIMARY KEY (basis, id)
);

-- +goose Down
DROP TABLE reading_words;
DROP TABLE readings;
