-- Places that were computed, decisions about nominees, papers handed in, publicity and titles.

-- The group of companies that an agency belongs to: one applicant a group.
ALTER TABLE agency ADD COLUMN corporate_group TEXT;

-- The document by which a title was granted or taken back, and the evaluation it rests on. Null of what was not
-- granted here.
ALTER TABLE honor ADD COLUMN document TEXT;
ALTER TABLE honor ADD COLUMN revocation_document TEXT;
ALTER TABLE honor ADD COLUMN evaluation_id INTEGER REFERENCES evaluation;

-- The notice that a year's working days were taken from; null of those that came with the program.
ALTER TABLE calendar_year ADD COLUMN notice TEXT;

-- Why the places of an import are not those of the document; null where nobody said.
ALTER TABLE place ADD COLUMN reason TEXT;

-- Places that were computed and adopted; `place` holds those in force.
CREATE TABLE allotment (
  id INTEGER PRIMARY KEY,
  scheme_id TEXT NOT NULL REFERENCES scheme,
  method TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats >= 0),
  -- JSON: all that the result follows from, and what came out with its steps.
  input TEXT NOT NULL,
  result TEXT NOT NULL,
  -- Why these and not the official table, or how a tie was settled.
  reason TEXT,
  adopted_on TEXT NOT NULL
) STRICT;

-- As `nomination`, of schemes for other subjects than agencies.
CREATE TABLE subject_nomination (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  subject_id INTEGER NOT NULL REFERENCES subject,
  -- Null of those that belong to none.
  district_code TEXT REFERENCES district,
  rank INTEGER,
  total INTEGER,
  decision TEXT NOT NULL CHECK (decision IN ('nominated', 'passed_over', 'ineligible', 'tied', 'dropped')),
  reason TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, subject_id)
) STRICT, WITHOUT ROWID;

-- What people decided about a nomination: a gate switched off, the for-profit share waived, a tie settled, somebody
-- added or dropped. A ruling holds until it is ended.
CREATE TABLE nomination_ruling (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  kind TEXT NOT NULL CHECK (kind IN ('gate', 'share', 'tie', 'add', 'drop')),
  -- Of share and tie: where; null for all in one.
  district_code TEXT REFERENCES district,
  -- Of a gate: its id in the scheme.
  gate TEXT,
  -- Of add and drop: whom.
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  -- Of a drop: the objection to a publicity that was upheld, where that was why.
  objection_id INTEGER REFERENCES publicity_objection,
  -- Of a tie: how it was settled.
  method TEXT CHECK (method IN ('rule', 'vote', 'lot')),
  reason TEXT NOT NULL,
  signer TEXT NOT NULL,
  ruled_on TEXT NOT NULL,
  ended_on TEXT,
  ended_reason TEXT,
  CHECK ((kind = 'gate') = (gate IS NOT NULL)),
  CHECK ((kind = 'tie') = (method IS NOT NULL)),
  CHECK ((kind IN ('add', 'drop')) = ((agency_id IS NULL) <> (subject_id IS NULL)))
) STRICT;
CREATE INDEX nomination_ruling_of ON nomination_ruling (evaluation_id);

-- Who was tied when a tie was settled, and who of them was chosen.
CREATE TABLE ruling_candidate (
  id INTEGER PRIMARY KEY,
  ruling_id INTEGER NOT NULL REFERENCES nomination_ruling,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
CREATE INDEX ruling_candidate_of ON ruling_candidate (ruling_id);

-- Papers that were handed in (报送材料): applications, recommendation forms, self-summaries, results.
CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  received_on TEXT NOT NULL,
  -- Of an application: the scheme applied under.
  scheme TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
CREATE INDEX paper_agency ON paper (agency_id);
CREATE INDEX paper_subject ON paper (subject_id) WHERE subject_id IS NOT NULL;

-- Publicity (公示) of nominees, and of drafts on which opinions are asked for.
CREATE TABLE publicity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('nominees', 'consultation')),
  title TEXT NOT NULL,
  scheme_id TEXT NOT NULL REFERENCES scheme,
  -- Of nominees.
  evaluation_id INTEGER REFERENCES evaluation,
  -- One district's; null for all.
  district_code TEXT REFERENCES district,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  working_days INTEGER NOT NULL CHECK (working_days > 0),
  count_first_day INTEGER NOT NULL CHECK (count_first_day IN (0, 1)),
  -- Where it is published.
  channel TEXT,
  -- JSON: where opinions and objections are taken.
  phones TEXT NOT NULL,
  closed_on TEXT,
  -- Opened by mistake: it counts as never published.
  withdrawn_on TEXT,
  withdrawn_reason TEXT,
  CHECK ((kind = 'nominees') = (evaluation_id IS NOT NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL)),
  CHECK (closed_on IS NULL OR withdrawn_on IS NULL),
  CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE publicity_case (
  id INTEGER PRIMARY KEY,
  publicity_id INTEGER NOT NULL REFERENCES publicity,
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  -- Taken out because an objection was upheld.
  removed_on TEXT,
  CHECK ((agency_id IS NULL) <> (subject_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX publicity_case_of
  ON publicity_case (publicity_id, coalesce(agency_id, 0), coalesce(subject_id, 0));

CREATE TABLE publicity_objection (
  id INTEGER PRIMARY KEY,
  publicity_id INTEGER NOT NULL REFERENCES publicity,
  -- The nominee objected to; null of an opinion on the whole.
  agency_id INTEGER REFERENCES agency,
  subject_id INTEGER REFERENCES subject,
  raised_on TEXT NOT NULL,
  -- Personal: who raised it, and how to reach them.
  submitter TEXT,
  contact TEXT,
  content TEXT NOT NULL,
  reply_by TEXT NOT NULL,
  -- Why it was taken after the last day.
  late_reason TEXT,
  outcome TEXT CHECK (outcome IN ('upheld', 'partly_upheld', 'rejected', 'withdrawn')),
  resolved_on TEXT,
  resolved_by TEXT,
  reply TEXT,
  replied_on TEXT,
  CHECK (agency_id IS NULL OR subject_id IS NULL),
  CHECK ((outcome IS NULL) = (resolved_on IS NULL))
) STRICT;
CREATE INDEX publicity_objection_of ON publicity_objection (publicity_id);
