-- Decisions of reviewers. None is ever changed or removed: a later one of the
-- same author takes the place of an earlier one.

-- +goose Up
CREATE TABLE decisions (
    id    BIGINT PRIMARY KEY,
    facts TEXT NOT NULL -- the decision, as JSON; the chain holds its digest
);

-- +goose Down
DROP TABLE decisions;
