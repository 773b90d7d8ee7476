-- Migration 3, as it was when it was made: never edited, later versions add their own.
CREATE TABLE alerts (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    story TEXT NOT NULL,
    made TEXT NOT NULL,
    data TEXT NOT NULL,
    sent TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);
CREATE INDEX ix_alerts_story ON alerts (story);
CREATE TABLE feeds (
    address TEXT NOT NULL,
    feed TEXT NOT NULL,
    list BOOLEAN NOT NULL,
    title TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    stamp TEXT NOT NULL,
    due {double} NOT NULL,
    pause {double} NOT NULL,
    failures INTEGER NOT NULL,
    reason TEXT NOT NULL,
    gone BOOLEAN NOT NULL,
    PRIMARY KEY (address)
);
CREATE INDEX ix_feeds_due ON feeds (due);
CREATE INDEX ix_feeds_feed ON feeds (feed);
CREATE TABLE told (
    story TEXT NOT NULL,
    articles INTEGER NOT NULL,
    dossier {bytes} NOT NULL,
    PRIMARY KEY (story)
);
