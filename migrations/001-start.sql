-- The first shape of the file. Days are texts YYYY-MM-DD, money integer fen, rates integer millionths,
-- points integer hundredths (ratings millionths). Stored words are the English ones of the JSON contract.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE scheme (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE calendar_year (
  year INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE calendar_day (
  day TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE district (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('district', 'city')),
  position INTEGER NOT NULL,
  market_phones TEXT NOT NULL,
  inspectorate_phones TEXT NOT NULL
) STRICT;

-- Other codes and names under which files call a jurisdiction (密云县 is 密云区 since 2015).
CREATE TABLE district_alias (
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  PRIMARY KEY (code, name)
) STRICT;

CREATE TABLE place (
  scheme_id TEXT NOT NULL REFERENCES scheme,
  district_code TEXT NOT NULL REFERENCES district,
  seats INTEGER NOT NULL CHECK (seats >= 0),
  PRIMARY KEY (scheme_id, district_code)
) STRICT;

-- One import of one file.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- What the rows belong to besides the kind, such as an evaluation; empty otherwise.
  scope TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  encoding TEXT NOT NULL,
  rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  -- Taken back by `import undo`: its rows are what they were before, the batch stays on record.
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX batch_file ON batch (kind, scope, sha256);

CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  uscc TEXT UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('for_profit', 'public')),
  ownership TEXT,
  license_no TEXT UNIQUE,
  license_issuer TEXT,
  issued_on TEXT,
  valid_to TEXT,
  license_status TEXT CHECK (license_status IN ('valid', 'expired', 'cancelled', 'revoked', 'suspended')),
  legal_rep TEXT,
  address TEXT,
  district_code TEXT NOT NULL REFERENCES district,
  phone TEXT,
  scope TEXT,
  business_start TEXT,
  staff_count INTEGER,
  standard_grade TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX agency_district ON agency (district_code);
CREATE INDEX agency_name ON agency (name);

CREATE TABLE annual_check (
  id INTEGER PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agency,
  year INTEGER NOT NULL,
  result TEXT NOT NULL,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  UNIQUE (agency_id, year)
) STRICT;

-- Records. `key` is what makes a record the same when its row comes again.
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
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
  -- A closing may come before its finding is written down; a finding without a closing day has no day to count from.
  CHECK (finding IS NULL OR closed_on IS NOT NULL)
) STRICT;
CREATE INDEX complaint_agency ON complaint (agency_id);

CREATE TABLE penalty (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  decision_no TEXT NOT NULL,
  authority TEXT NOT NULL,
  fact TEXT,
  basis TEXT,
  kind TEXT NOT NULL,
  fine_fen INTEGER,
  confiscated_fen INTEGER,
  decision_date TEXT NOT NULL,
  published_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('in_force', 'revoked', 'under_review')),
  revoked_on TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  CHECK (status = 'revoked' OR revoked_on IS NULL)
) STRICT;
CREATE INDEX penalty_agency ON penalty (agency_id);

CREATE TABLE honor (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- Null for a person or a window that is no agency's on the roster.
  agency_id INTEGER REFERENCES agency,
  cert_no TEXT,
  holder TEXT NOT NULL,
  holder_kind TEXT NOT NULL CHECK (holder_kind IN ('agency', 'window', 'person')),
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
  CHECK (status = 'revoked' OR revoked_on IS NULL)
) STRICT;
CREATE INDEX honor_agency ON honor (agency_id);

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  kind TEXT NOT NULL CHECK (kind IN ('agency', 'staff')),
  signed_on TEXT NOT NULL,
  signed_count INTEGER,
  displayed INTEGER CHECK (displayed IN (0, 1)),
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX commitment_agency ON commitment (agency_id);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL,
  head_count INTEGER,
  satisfaction INTEGER,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX activity_agency ON activity (agency_id);

CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
  batch TEXT NOT NULL,
  date TEXT NOT NULL,
  authority TEXT,
  officers TEXT NOT NULL,
  cooperated INTEGER CHECK (cooperated IN (0, 1)),
  -- Item id -> pass, fail, not_applicable; an item left blank is absent.
  items TEXT NOT NULL,
  findings TEXT,
  measure TEXT,
  rectify_due TEXT,
  rectified_on TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER
) STRICT;
CREATE INDEX inspection_agency ON inspection (agency_id);

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY,
  scheme_id TEXT NOT NULL REFERENCES scheme,
  year INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'finalized')),
  -- Digest of what the last run computed and of everything it saw.
  result_sha256 TEXT,
  basis_sha256 TEXT,
  -- The scheme as it was when the evaluation was finalized.
  scheme_sha256 TEXT,
  scheme_source TEXT,
  UNIQUE (scheme_id, year)
) STRICT;

-- One rater's sheet for one agency: indicator number -> rating in millionths of a point.
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  agency_id INTEGER NOT NULL REFERENCES agency,
  rater_kind TEXT NOT NULL,
  rater TEXT NOT NULL,
  ratings TEXT NOT NULL,
  note TEXT,
  batch_id INTEGER REFERENCES batch,
  line INTEGER,
  UNIQUE (evaluation_id, agency_id, rater_kind, rater)
) STRICT;

-- Sheets as plain rows, one rating each.
CREATE VIEW sheet_rating AS
SELECT sheet.id AS sheet_id, evaluation_id, agency_id, rater_kind, rater,
       CAST(entry.key AS INTEGER) AS indicator, entry.value / 1000000.0 AS points
FROM sheet, json_each(sheet.ratings) AS entry;

CREATE TABLE result (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  agency_id INTEGER NOT NULL REFERENCES agency,
  total INTEGER,
  min_total INTEGER NOT NULL,
  max_total INTEGER NOT NULL,
  computed_grade TEXT,
  grade TEXT,
  rank INTEGER,
  -- The whole explanation, and the records and sheets it was computed from.
  detail TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, agency_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE nomination (
  evaluation_id INTEGER NOT NULL REFERENCES evaluation,
  agency_id INTEGER NOT NULL REFERENCES agency,
  district_code TEXT NOT NULL REFERENCES district,
  rank INTEGER,
  total INTEGER,
  decision TEXT NOT NULL CHECK (decision IN ('nominated', 'passed_over', 'ineligible', 'tied', 'dropped')),
  -- Why, as data; messages turn it into a sentence.
  reason TEXT NOT NULL,
  PRIMARY KEY (evaluation_id, agency_id)
) STRICT, WITHOUT ROWID;

-- The log. Each entry seals the one before it and the rows that its command changed.
CREATE TABLE log (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  command TEXT NOT NULL,
  summary TEXT NOT NULL,
  rows INTEGER NOT NULL,
  rows_sha256 TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Every row a command changed, before and after, written by triggers of the writing connection (src/store/act.ts).
CREATE TABLE row_change (
  seq INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX row_change_entry ON row_change (entry);
CREATE INDEX row_change_row ON row_change (table_name, row_key);

CREATE TRIGGER log_keeps_insert BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER row_change_keeps_insert BEFORE INSERT ON row_change
WHEN EXISTS (SELECT 1 FROM row_change WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_keeps_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_keeps_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER row_change_keeps_update BEFORE UPDATE ON row_change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER row_change_keeps_delete BEFORE DELETE ON row_change BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
