-- Papers as the bureau has restyled them, and what went up to the city.

-- Of each kind the Word template in use; a kind without a row is printed with the program's own.
CREATE TABLE template (
  kind TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  -- The .docx file in base64: the journal keeps texts.
  content TEXT NOT NULL,
  used_on TEXT NOT NULL
) STRICT;

-- Handed in to the city by this desk (sent), or taken in from a district (received).
CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  kind TEXT NOT NULL CHECK (kind IN ('nomination', 'month', 'year')),
  scheme_id TEXT NOT NULL REFERENCES scheme,
  year INTEGER NOT NULL,
  -- Whose; null of what a city hands in.
  district_code TEXT REFERENCES district,
  handed_in_on TEXT NOT NULL,
  -- Of a package: the code read over the phone, its digest, the entry of the sender's log it was packed at, and what it
  -- says of evaluation and nominees, as JSON.
  receipt TEXT,
  sha256 TEXT,
  log_no INTEGER,
  log_hash TEXT,
  content TEXT,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX submission_of
  ON submission (direction, kind, scheme_id, year, coalesce(district_code, ''));
