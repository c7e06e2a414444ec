-- Persons, windows, institutions, platforms and communities as holders of records beside agencies. A record is an
-- agency's, a subject's, or of both where a subject belongs to an agency; a figure is of one holder only.
-- New columns stand last: rows as the log recorded them stay the same rows.

-- Which kind of window, institution or platform.
ALTER TABLE subject ADD COLUMN type TEXT;

-- Where the register has exactly one of the name that `subject` tells.
ALTER TABLE activity ADD COLUMN subject_id INTEGER REFERENCES subject;
CREATE INDEX activity_subject ON activity (subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE complaint_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  complaint_no TEXT NOT NULL,
  received_on TEXT NOT NULL,
  channel TEXT,
  complainant TEXT,
  contact TEXT,
  category TEXT NOT NULL,
  summary TEXT,
  dishonest INTEGER CHECK (dishonest IN (0, 1)),
  accepted_on TEXT,
  due_on TEXT,
  closed_on TEXT,
  finding TEXT CHECK (finding IN ('upheld', 'partly_upheld', 'not_upheld', 'withdrawn')),
  outcome TEXT,
  handler TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  answered_on TEXT,
  -- Which kind of window handles it; targets of closing differ.
  window_kind TEXT CHECK (window_kind IN ('market', 'petition', 'labor_inspection', 'arbitration', 'legal_advice')),
  -- The limit before it was extended; null where it was not.
  first_due_on TEXT,
  extension_reason TEXT,
  -- Number of the complaint that this one repeats: it is handled and counted there.
  duplicate_of TEXT,
  -- The officer who decided whether it concerns integrity, and how grave it is.
  decided_by TEXT,
  subject_id INTEGER REFERENCES subject,
  -- Grave circumstances (情节严重), as an officer decided.
  serious INTEGER CHECK (serious IN (0, 1)),
  -- A closing may come before its finding is written down; a finding without a closing day has no day to count from.
  CHECK (finding IS NULL OR closed_on IS NOT NULL),
  CHECK (agency_id IS NOT NULL OR subject_id IS NOT NULL)
) STRICT;
INSERT INTO complaint_new (id, key, agency_id, complaint_no, received_on, channel, complainant, contact, category,
  summary, dishonest, accepted_on, due_on, closed_on, finding, outcome, handler, batch_id, line, answered_on,
  window_kind, first_due_on, extension_reason, duplicate_of, decided_by)
SELECT id, key, agency_id, complaint_no, received_on, channel, complainant, contact, category,
  summary, dishonest, accepted_on, due_on, closed_on, finding, outcome, handler, batch_id, line, answered_on,
  window_kind, first_due_on, extension_reason, duplicate_of, decided_by FROM complaint;
DROP TABLE complaint;
ALTER TABLE complaint_new RENAME TO complaint;
CREATE INDEX complaint_agency ON complaint (agency_id);
CREATE INDEX complaint_subject ON complaint (subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE honor_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- Null for a person or a body that is no agency's on the roster.
  agency_id INTEGER REFERENCES agency,
  cert_no TEXT,
  holder TEXT NOT NULL,
  holder_kind TEXT NOT NULL
    CHECK (holder_kind IN ('agency', 'window', 'person', 'institution', 'platform', 'community')),
  title TEXT NOT NULL,
  level TEXT,
  issuer TEXT,
  granted_on TEXT NOT NULL,
  valid_to TEXT,
  plate_no TEXT,
  status TEXT NOT NULL CHECK (status IN ('valid', 'expired', 'revoked')),
  revoked_on TEXT,
  reason TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  plate_returned_on TEXT,
  subject_id INTEGER REFERENCES subject,
  CHECK (status = 'revoked' OR revoked_on IS NULL)
) STRICT;
INSERT INTO honor_new (id, key, agency_id, cert_no, holder, holder_kind, title, level, issuer, granted_on, valid_to,
  plate_no, status, revoked_on, reason, batch_id, line, plate_returned_on)
SELECT id, key, agency_id, cert_no, holder, holder_kind, title, level, issuer, granted_on, valid_to,
  plate_no, status, revoked_on, reason, batch_id, line, plate_returned_on FROM honor;
DROP TABLE honor;
ALTER TABLE honor_new RENAME TO honor;
CREATE INDEX honor_agency ON honor (agency_id);
CREATE INDEX honor_plate ON honor (plate_no);
CREATE INDEX honor_subject ON honor (subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE offense_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  offense_no TEXT,
  person TEXT,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  authority TEXT,
  fact TEXT NOT NULL,
  serious INTEGER CHECK (serious IN (0, 1)),
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  subject_id INTEGER REFERENCES subject,
  CHECK (agency_id IS NOT NULL OR person IS NOT NULL OR subject_id IS NOT NULL)
) STRICT;
INSERT INTO offense_new (id, key, agency_id, offense_no, person, kind, date, authority, fact, serious, note, batch_id,
  line)
SELECT id, key, agency_id, offense_no, person, kind, date, authority, fact, serious, note, batch_id, line FROM offense;
DROP TABLE offense;
ALTER TABLE offense_new RENAME TO offense;
CREATE INDEX offense_agency ON offense (agency_id);
CREATE INDEX offense_subject ON offense (subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE metric_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  -- A name that rules know (net_profit), or any other as the file writes it.
  metric TEXT NOT NULL,
  -- 2012, 2012-H1, 2012-Q3 or 2012-03.
  period TEXT NOT NULL,
  -- Millionths of the unit as written.
  value INTEGER NOT NULL,
  unit TEXT,
  source TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  subject_id INTEGER REFERENCES subject,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
INSERT INTO metric_new (id, key, agency_id, metric, period, value, unit, source, note, batch_id, line)
SELECT id, key, agency_id, metric, period, value, unit, source, note, batch_id, line FROM metric;
DROP TABLE metric;
ALTER TABLE metric_new RENAME TO metric;
CREATE INDEX metric_agency ON metric (agency_id);
CREATE INDEX metric_subject ON metric (subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE annual_check_new (
  id INTEGER PRIMARY KEY,
  agency_id INTEGER REFERENCES agency,
  year INTEGER NOT NULL,
  result TEXT NOT NULL,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  reported_on TEXT,
  note TEXT,
  subject_id INTEGER REFERENCES subject,
  key TEXT AS (coalesce('s' || subject_id, agency_id) || '|' || year) VIRTUAL,
  UNIQUE (agency_id, year),
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
INSERT INTO annual_check_new (id, agency_id, year, result, batch_id, line, reported_on, note)
SELECT id, agency_id, year, result, batch_id, line, reported_on, note FROM annual_check;
DROP TABLE annual_check;
ALTER TABLE annual_check_new RENAME TO annual_check;
CREATE UNIQUE INDEX annual_check_subject ON annual_check (subject_id, year) WHERE subject_id IS NOT NULL;
