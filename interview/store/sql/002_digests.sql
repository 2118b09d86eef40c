-- Schema 2: digests of finished sessions.

-- What schedule and progress need of a finished session (JSON, interview/schedule/session_digest.h), so
-- that its transcript need not be read again. Follows from the transcript: rows may be dropped at any
-- time, and those of another version are made anew.
CREATE TABLE digests (
  session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id),
  version INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
