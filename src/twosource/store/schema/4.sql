-- Migration 4, as it was when it was made: never edited, later versions add their own.
CREATE TABLE unread_pages (
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    charset TEXT NOT NULL,
    url TEXT NOT NULL,
    path TEXT NOT NULL,
    fetched TEXT NOT NULL,
    added TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    size INTEGER NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (source, digest)
);
