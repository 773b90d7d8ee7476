-- Migration 2 on PostgreSQL: the words of articles, as it was when it was made: never edited.
CREATE TABLE search_words (seq INTEGER PRIMARY KEY, words TSVECTOR NOT NULL);
-- Out of line from 2 KB on: rows stay narrow, and counting or intersecting thousands of them reads a few pages.
ALTER TABLE search_words ALTER COLUMN words SET STORAGE EXTERNAL;
CREATE INDEX search_words_words ON search_words USING GIN (words);
