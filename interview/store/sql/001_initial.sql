-- Schema 1: sessions and their transcripts.
-- PRAGMA user_version holds the number of the last script that ran.

-- One row a sitting. `started_ms` is UTC in milliseconds. `kind` is loop or drill. `score` and `decision`
-- repeat what the last "scored" event says, for the list; they are empty until then.
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  started_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  finished INTEGER NOT NULL DEFAULT 0,
  score REAL,
  decision TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sessions_by_start ON sessions (started_ms);

-- The append-only transcript. `at_ms` is the time since the session began; `name` and `payload` (JSON) are
-- those of interview/model/transcript.h, edits of text as interview/store/edit_payload.h has them. Rows are
-- never changed or removed.
CREATE TABLE events (
  session TEXT NOT NULL REFERENCES sessions (id),
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  name TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

-- Which questions a session planned, so that the next plan can avoid recent ones.
CREATE TABLE question_uses (
  question TEXT NOT NULL,
  session TEXT NOT NULL REFERENCES sessions (id),
  PRIMARY KEY (question, session)
) STRICT, WITHOUT ROWID;
