-- Metrics of agencies, the headers that a source was once told to mean, and where a jurisdiction's places came from.

-- A named number of an agency for a period.
CREATE TABLE metric (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency_id INTEGER NOT NULL REFERENCES agency,
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
  line INTEGER
) STRICT;
CREATE INDEX metric_agency ON metric (agency_id);

-- What the headers of a source's files mean: `header` as the file writes it, `field` the JSON key of the column.
CREATE TABLE mapping (
  name TEXT NOT NULL,
  -- What is imported: agency, complaint, ...
  kind TEXT NOT NULL,
  header TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (name, kind, header)
) STRICT;

ALTER TABLE place ADD COLUMN batch_id INTEGER REFERENCES batch;
ALTER TABLE place ADD COLUMN line INTEGER;
ALTER TABLE place ADD COLUMN note TEXT;

-- What besides its bytes made a file read as it was: JSON of the sheet and the mapped headers; null for neither.
ALTER TABLE batch ADD COLUMN reading TEXT;
