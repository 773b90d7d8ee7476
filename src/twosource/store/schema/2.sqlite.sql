-- Migration 2 on SQLite: the words of articles, as it was when it was made: never edited.
CREATE VIRTUAL TABLE search_words USING fts5(headline, body, content='', tokenize='unicode61');
