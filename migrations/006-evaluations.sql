-- Evaluations of any subject, in versions: an evaluation that is opened again keeps what was finalized before.

-- How often it was opened again: the version is one more. Null where it never was.
ALTER TABLE evaluation ADD COLUMN reopened INTEGER;
-- Why it was finalized although something is unknown; null where nothing is.
ALTER TABLE evaluation ADD COLUMN partial_reason TEXT;
-- JSON: the working-day calendar that a finalized one was computed by. Null of those finalized before there was room.
ALTER TABLE evaluation ADD COLUMN calendar TEXT;

-- Versions finalized before the current one, and why each was opened again.
CREATE TABLE evaluation_version (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  version INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  result_sha256 TEXT NOT NULL,
  basis_sha256 TEXT NOT NULL,
  scheme_sha256 TEXT NOT NULL,
  scheme_source TEXT NOT NULL,
  partial_reason TEXT,
  calendar TEXT,
  reopened_reason TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, version)
) STRICT, WITHOUT ROWID;

DROP VIEW sheet_rating;
CREATE TABLE sheet_new (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  -- One of the two.
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  rater_kind TEXT NOT NULL,
  rater TEXT NOT NULL,
  -- Indicator number -> rating in millionths of a point.
  ratings TEXT NOT NULL,
  note TEXT,
  -- A sheet taken back stays and does not count.
  withdrawn_on TEXT,
  withdrawn_reason TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
INSERT INTO sheet_new (id, evaluation_id, agency_id, rater_kind, rater, ratings, note, batch_id, line)
SELECT id, evaluation_id, agency_id, rater_kind, rater, ratings, note, batch_id, line FROM sheet;
DROP TABLE sheet;
ALTER TABLE sheet_new RENAME TO sheet;
CREATE UNIQUE INDEX sheet_agency ON sheet (evaluation_id, agency_id, rater_kind, rater) WHERE agency_id IS NOT NULL;
CREATE UNIQUE INDEX sheet_subject ON sheet (evaluation_id, subject_id, rater_kind, rater) WHERE subject_id IS NOT NULL;

-- Sheets as plain rows, one rating each.
CREATE VIEW sheet_rating AS
SELECT sheet.id AS sheet_id, evaluation_id, agency_id, subject_id, rater_kind, rater,
       CAST(entry.key AS INTEGER) AS indicator, entry.value / 1000000.0 AS points
FROM sheet, json_each(sheet.ratings) AS entry;

-- Raters who may not rate somebody, or nobody at all where both are null.
CREATE TABLE rater_exclusion (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  rater TEXT NOT NULL,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  reason TEXT NOT NULL,
  CHECK (agency_id IS NULL OR subject_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX rater_exclusion_of
  ON rater_exclusion (evaluation_id, rater, coalesce(agency_id, 0), coalesce(subject_id, 0));

-- Points set by hand, in hundredths.
CREATE TABLE override (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  indicator INTEGER NOT NULL,
  points INTEGER NOT NULL CHECK (points >= 0),
  reason TEXT NOT NULL,
  document TEXT NOT NULL,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX override_of
  ON override (evaluation_id, coalesce(agency_id, 0), coalesce(subject_id, 0), indicator);

-- Written notices of the result, and what was objected to it.
CREATE TABLE result_notice (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  version INTEGER NOT NULL,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  served_on TEXT NOT NULL,
  method TEXT,
  receiver TEXT,
  -- Last day on which an objection can be raised.
  object_by TEXT NOT NULL,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX result_notice_of
  ON result_notice (evaluation_id, version, coalesce(agency_id, 0), coalesce(subject_id, 0));

CREATE TABLE result_objection (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  version INTEGER NOT NULL,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  raised_on TEXT NOT NULL,
  content TEXT NOT NULL,
  decide_by TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('upheld', 'partly_upheld', 'rejected', 'withdrawn')),
  decided_on TEXT,
  decided_by TEXT,
  reply TEXT,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL)),
  CHECK ((outcome IS NULL) = (decided_on IS NULL))
) STRICT;

-- What came out, in short: the whole explanation follows from what it was computed from.
CREATE TABLE result_new (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  version INTEGER NOT NULL,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  total INTEGER,
  min_total INTEGER NOT NULL,
  max_total INTEGER NOT NULL,
  computed_grade TEXT,
  grade TEXT,
  decision TEXT CHECK (decision IN ('passed', 'failed')),
  -- JSON: what fired.
  vetoes TEXT NOT NULL,
  rank INTEGER,
  -- JSON by indicator number: hundredths, or [least, most] where it is not known.
  scores TEXT NOT NULL,
  -- Of results made before there were versions: the explanation as it was then, which their digest covers.
  detail TEXT,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;

-- What a finalized version was computed from, deflated JSON for each of its results.
CREATE TABLE frozen (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  version INTEGER NOT NULL,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  basis BLOB NOT NULL,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;

INSERT INTO result_new (evaluation_id, version, agency_id, total, min_total, max_total, computed_grade, grade, vetoes,
  rank, scores, detail)
SELECT evaluation_id, 1, agency_id, total, min_total, max_total, computed_grade, grade, detail -> '$.vetoes', rank,
  (SELECT json_group_object(i.value ->> '$.number',
     CASE WHEN i.value -> '$.score' = 'null' THEN json_array(i.value ->> '$.min', i.value ->> '$.max')
          ELSE i.value -> '$.score' END)
   FROM json_each(detail, '$.indicators') AS i),
  detail
FROM result;
INSERT INTO frozen (evaluation_id, version, agency_id, basis)
SELECT evaluation_id, 1, agency_id, CAST(basis AS BLOB) FROM result
WHERE evaluation_id IN (SELECT id FROM evaluation WHERE status = 'finalized');
DROP TABLE result;
ALTER TABLE result_new RENAME TO result;
CREATE UNIQUE INDEX result_agency ON result (evaluation_id, version, agency_id) WHERE agency_id IS NOT NULL;
CREATE UNIQUE INDEX result_subject ON result (evaluation_id, version, subject_id) WHERE subject_id IS NOT NULL;
CREATE UNIQUE INDEX frozen_agency ON frozen (evaluation_id, version, agency_id) WHERE agency_id IS NOT NULL;
CREATE UNIQUE INDEX frozen_subject ON frozen (evaluation_id, version, subject_id) WHERE subject_id IS NOT NULL;
