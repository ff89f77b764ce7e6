-- What shows that an item of a card was rectified: a text, a file or a link to a monthly record. Files lie outside of the
-- database; the row says where, and by its SHA-256 whether they are still what they were.

CREATE TABLE evidence (
    id uuid NOT NULL,
    card_line_id bigint NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    note text,
    file_name text,
    file_type text,
    file_size bigint,
    file_sha256 text,
    file_scanned boolean,
    record_branch text,
    record_month date,
    added_at timestamptz NOT NULL,
    added_by text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT fk_evidence_line FOREIGN KEY (card_line_id) REFERENCES card_line (id),
    CONSTRAINT fk_evidence_record FOREIGN KEY (record_branch, record_month) REFERENCES monthly_record (branch_code, month),
    CONSTRAINT ck_evidence_kind CHECK (kind IN ('TEXT', 'FILE', 'RECORD')),
    CONSTRAINT ck_evidence_text CHECK (kind <> 'TEXT' OR note IS NOT NULL),
    CONSTRAINT ck_evidence_file CHECK (
        (kind = 'FILE') = (num_nonnulls(file_name, file_type, file_size, file_sha256, file_scanned) = 5)),
    CONSTRAINT ck_evidence_record CHECK ((kind = 'RECORD') = (num_nonnulls(record_branch, record_month) = 2)),
    CONSTRAINT ck_evidence_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3))
);
CREATE INDEX ix_evidence_line ON evidence (card_line_id, added_at);
-- The same record proves a line once, while the link stands.
CREATE UNIQUE INDEX uq_evidence_record ON evidence (card_line_id, record_branch, record_month)
    WHERE kind = 'RECORD' AND withdrawn_at IS NULL;
COMMENT ON COLUMN evidence.happened_on IS 'the day of the fact, apart from the time at which it was added';
COMMENT ON COLUMN evidence.file_name IS 'for display only: no path is ever made of it';

-- Evidence is only added to; all that can change is that it is withdrawn.
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON evidence TO ${app};

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON evidence TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM card_line l JOIN card c ON c.number = l.card_number WHERE l.id = evidence.card_line_id));
