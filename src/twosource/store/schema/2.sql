-- Migration 2, as it was when it was made: never edited, later versions add their own.
CREATE TABLE search_passages (
    seq INTEGER NOT NULL,
    codes {bytes} NOT NULL,
    PRIMARY KEY (seq)
);
CREATE TABLE search_facts (
    story TEXT NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (story)
);
CREATE TABLE search_names (
    story TEXT NOT NULL,
    entity TEXT NOT NULL,
    name TEXT NOT NULL,
    sound TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (story, entity, name)
);
CREATE INDEX ix_search_names_name ON search_names (name);
CREATE INDEX ix_search_names_sound ON search_names (sound);
