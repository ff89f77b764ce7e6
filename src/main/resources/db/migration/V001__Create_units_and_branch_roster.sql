-- The hierarchy of party organisations and the roster of branches with its history.
-- Columns of the four tables of the record carry the names of the data dictionary in snake_case.

CREATE TABLE unit (
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    level text NOT NULL,
    parent_code text,
    path text[] NOT NULL DEFAULT '{}',
    committee_code text,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (unit_code),
    CONSTRAINT fk_unit_parent FOREIGN KEY (parent_code) REFERENCES unit (unit_code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_unit_level CHECK (level IN ('CITY', 'COUNTY', 'COMMITTEE', 'GENERAL_BRANCH'))
);
CREATE UNIQUE INDEX uq_unit_root ON unit ((parent_code IS NULL)) WHERE parent_code IS NULL;
CREATE INDEX ix_unit_path ON unit USING gin (path);
COMMENT ON COLUMN unit.path IS 'codes from the root to this unit, itself included';
COMMENT ON COLUMN unit.committee_code IS 'the nearest unit of level COMMITTEE at or above: the verifier';

CREATE TABLE branch (
    branch_code text NOT NULL,
    branch_name text NOT NULL,
    unit_code text NOT NULL,
    domain text NOT NULL,
    kind text NOT NULL,
    founded_on date NOT NULL,
    filed_on date,
    dissolved_on date,
    host_dissolved_on date,
    covered_units integer,
    leaders_appointed boolean,
    elected_on date,
    term_years integer,
    term_ends_on date,
    reminder_sent_on date,
    postponed_until date,
    approved_on date,
    committee_size integer,
    posts_filled text[],
    committee_vacant_since date,
    secretary_name text,
    secretary_full_since date,
    secretary_appointed_on date,
    secretary_vacant_since date,
    secretary_induction_on date,
    venue text,
    has_party_worker boolean,
    liaison_leader text,
    paired_branch_code text,
    version integer NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT pk_branch PRIMARY KEY (branch_code),
    CONSTRAINT fk_branch_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code)
);
CREATE INDEX ix_branch_unit ON branch (unit_code);
COMMENT ON TABLE branch IS 'the roster as it is now; branch_version has every version, this one too';

CREATE TABLE branch_version (
    LIKE branch INCLUDING COMMENTS,
    CONSTRAINT pk_branch_version PRIMARY KEY (branch_code, version),
    CONSTRAINT fk_branch_version_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code)
);
COMMENT ON COLUMN branch_version.effective_on IS 'the day from which this version describes the branch';
