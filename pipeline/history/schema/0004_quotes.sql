-- The words that a finding stands on, for those who ask for them: audit
-- --keep-quotes. This is the only table with text of records.

-- +goose Up
CREATE TABLE quotes (
    finding BIGINT PRIMARY KEY, -- version of a finding
    series  TEXT NOT NULL,
    quotes  TEXT NOT NULL -- JSON
);

-- +goose Down
DROP TABLE quotes;
