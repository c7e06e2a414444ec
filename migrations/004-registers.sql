-- The registers of the year: what a complaint goes through, sanctions, lists, licenses, subjects, tasks, draws.
-- Records as before: `key` makes a record the same when its row comes again; without batch and line it was made by hand.

-- Complaints as cases.
ALTER TABLE complaint ADD COLUMN answered_on TEXT;
-- Which kind of window handles it; targets of closing differ.
ALTER TABLE complaint ADD COLUMN window_kind TEXT
  CHECK (window_kind IN ('market', 'petition', 'labor_inspection', 'arbitration', 'legal_advice'));
-- The limit before it was extended; null where it was not.
ALTER TABLE complaint ADD COLUMN first_due_on TEXT;
ALTER TABLE complaint ADD COLUMN extension_reason TEXT;
-- Number of the complaint that this one repeats: it is handled and counted there.
ALTER TABLE complaint ADD COLUMN duplicate_of TEXT;
-- The officer who decided whether it concerns integrity.
ALTER TABLE complaint ADD COLUMN decided_by TEXT;

ALTER TABLE penalty ADD COLUMN persons TEXT;
ALTER TABLE penalty ADD COLUMN revoke_reason TEXT;
-- Credit repaired (信用修复): no longer published; the decision stands.
ALTER TABLE penalty ADD COLUMN repaired_on TEXT;

ALTER TABLE honor ADD COLUMN plate_returned_on TEXT;
CREATE INDEX honor_plate ON honor (plate_no);

ALTER TABLE annual_check ADD COLUMN reported_on TEXT;
ALTER TABLE annual_check ADD COLUMN note TEXT;
ALTER TABLE annual_check ADD COLUMN key TEXT AS (agency_id || '|' || year) VIRTUAL;

-- Whom the desk has for its jurisdictions.
ALTER TABLE district ADD COLUMN leader TEXT;
ALTER TABLE district ADD COLUMN unit TEXT;

-- Activities also of subjects that are no agency, inspections also of employers and unlicensed agents.
CREATE TABLE activity_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL,
  head_count INTEGER,
  satisfaction INTEGER,
  note TEXT,
  -- Name of the window, platform, ... that held it.
  subject TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK (agency_id IS NOT NULL OR subject IS NOT NULL)
) STRICT;
INSERT INTO activity_new (id, key, agency_id, kind, title, held_on, head_count, satisfaction, note, batch_id, line)
SELECT id, key, agency_id, kind, title, held_on, head_count, satisfaction, note, batch_id, line FROM activity;
DROP TABLE activity;
ALTER TABLE activity_new RENAME TO activity;
CREATE INDEX activity_agency ON activity (agency_id);

CREATE TABLE inspection_new (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  -- Who was inspected, where it is no agency on the roster.
  target TEXT,
  target_kind TEXT CHECK (target_kind IN ('agency', 'employer', 'unlicensed')),
  district_code TEXT REFERENCES district,
  batch TEXT NOT NULL,
  date TEXT NOT NULL,
  authority TEXT,
  officers TEXT NOT NULL,
  -- Officers of other departments who took part.
  market_officers INTEGER,
  police_officers INTEGER,
  other_officers INTEGER,
  cooperated INTEGER CHECK (cooperated IN (0, 1)),
  -- Item id -> pass, fail, not_applicable; an item left blank is absent.
  items TEXT NOT NULL,
  findings TEXT,
  measure TEXT,
  refunded_fen INTEGER,
  rectify_due TEXT,
  rectified_on TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK (agency_id IS NOT NULL OR target IS NOT NULL)
) STRICT;
INSERT INTO inspection_new (id, key, agency_id, batch, date, authority, officers, cooperated, items, findings, measure,
  rectify_due, rectified_on, batch_id, line)
SELECT id, key, agency_id, batch, date, authority, officers, cooperated, items, findings, measure,
  rectify_due, rectified_on, batch_id, line FROM inspection;
DROP TABLE inspection;
ALTER TABLE inspection_new RENAME TO inspection;
CREATE INDEX inspection_agency ON inspection (agency_id);

-- Measures on the ladder of the notices (约谈 … 注销许可证); an order to rectify has a due day.
CREATE TABLE sanction (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  sanction_no TEXT,
  -- A practitioner, where the measure is against one and not the agency.
  person TEXT,
  kind TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  authority TEXT NOT NULL,
  fact TEXT NOT NULL,
  basis TEXT,
  source_no TEXT,
  persons TEXT,
  rectify_due TEXT,
  rectified_on TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX sanction_agency ON sanction (agency_id);

-- What staff and bodies did that counts against them: violations, bad credit, accidents.
CREATE TABLE offense (
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
  CHECK (agency_id IS NOT NULL OR person IS NOT NULL)
) STRICT;
CREATE INDEX offense_agency ON offense (agency_id);

-- The four service systems of an agency, each as it was found last.
CREATE TABLE system (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  system TEXT NOT NULL CHECK (system IN ('disclosure', 'commitment', 'ledger', 'feedback')),
  state TEXT NOT NULL CHECK (state IN ('built', 'missing')),
  checked_on TEXT NOT NULL,
  rebuild_by TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX system_agency ON system (agency_id);

-- What happened to licenses. The agency's row holds what it came to.
CREATE TABLE license (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'change', 'renew', 'cancel')),
  decided_on TEXT NOT NULL,
  license_no TEXT,
  license_issuer TEXT,
  valid_to TEXT,
  -- What was changed, and when that happened and was reported.
  change TEXT,
  occurred_on TEXT,
  reported_on TEXT,
  reason TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX license_agency ON license (agency_id);

-- Persons, windows, institutions, platforms, communities.
CREATE TABLE subject (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'window', 'institution', 'platform', 'community')),
  name TEXT NOT NULL,
  code TEXT,
  district_code TEXT REFERENCES district,
  parent TEXT,
  post TEXT,
  certificate TEXT,
  started_on TEXT,
  ended_on TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX subject_agency ON subject (agency_id);

-- Incentives granted and restrictions laid, on agencies and persons.
CREATE TABLE incentive (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  person TEXT,
  kind TEXT NOT NULL,
  basis TEXT NOT NULL,
  authority TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX incentive_agency ON incentive (agency_id);

-- Entries of the red and the black list.
CREATE TABLE listing (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  list TEXT NOT NULL CHECK (list IN ('red', 'black')),
  person TEXT,
  basis TEXT NOT NULL,
  source_no TEXT,
  noticed_on TEXT,
  listed_on TEXT NOT NULL,
  until TEXT,
  authority TEXT,
  persons TEXT,
  measures TEXT,
  exited_on TEXT,
  exit_kind TEXT CHECK (exit_kind IN ('expired', 'repaired', 'revoked')),
  exit_reason TEXT,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK (exited_on IS NOT NULL OR exit_kind IS NULL)
) STRICT;
CREATE INDEX listing_agency ON listing (agency_id);

-- What somebody has to do by a day: what a new license brings, a campaign asks, an outside system is owed.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  district_code TEXT REFERENCES district,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Name of the campaign it belongs to, and number of the record it follows from.
  campaign TEXT,
  source_no TEXT,
  basis TEXT,
  due_on TEXT,
  done_on TEXT,
  outcome TEXT,
  handler TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX task_agency ON task (agency_id);

-- Opinions and suggestions, with the reply they are owed.
CREATE TABLE opinion (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER REFERENCES agency,
  district_code TEXT REFERENCES district,
  opinion_no TEXT,
  received_on TEXT NOT NULL,
  channel TEXT,
  submitter TEXT,
  contact TEXT,
  content TEXT NOT NULL,
  reply_due TEXT,
  replied_on TEXT,
  reply TEXT,
  handler TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK (reply IS NULL OR replied_on IS NOT NULL)
) STRICT;
CREATE INDEX opinion_agency ON opinion (agency_id);

-- A time of special work such as the integrity month (诚信服务月), and what agencies did in it.
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- By when missing systems are rebuilt.
  rebuild_by TEXT NOT NULL,
  note TEXT,
  CHECK (starts_on <= ends_on)
) STRICT;

CREATE TABLE campaign_entry (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign,
  agency_id INTEGER NOT NULL REFERENCES agency,
  -- Posted the pact, or stood out.
  kind TEXT NOT NULL CHECK (kind IN ('pact', 'outstanding')),
  day TEXT NOT NULL,
  reason TEXT,
  UNIQUE (campaign_id, agency_id, kind)
) STRICT;

-- Draws of agencies and pairs of inspectors (双随机), with everything needed to repeat them.
CREATE TABLE draw (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  drawn_on TEXT NOT NULL,
  seed TEXT NOT NULL,
  -- Millionths.
  ratio INTEGER NOT NULL CHECK (ratio > 0),
  district_code TEXT REFERENCES district,
  inspectors TEXT NOT NULL
) STRICT;

-- One row for each agency of the pool, in the order of its lot.
CREATE TABLE draw_lot (
  draw_id INTEGER NOT NULL REFERENCES draw,
  agency_id INTEGER NOT NULL REFERENCES agency,
  district_code TEXT NOT NULL REFERENCES district,
  position INTEGER NOT NULL,
  -- By what it was drawn, and the digest that orders the pool.
  code TEXT NOT NULL,
  lot TEXT NOT NULL,
  -- Two names where it was drawn, else null.
  officers TEXT,
  PRIMARY KEY (draw_id, agency_id)
) STRICT, WITHOUT ROWID;

-- Agencies that were left out of a draw, with the reason; with an officer, who was not to inspect them.
CREATE TABLE draw_apart (
  draw_id INTEGER NOT NULL REFERENCES draw,
  agency_id INTEGER NOT NULL REFERENCES agency,
  officer TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  PRIMARY KEY (draw_id, agency_id, officer)
) STRICT, WITHOUT ROWID;
