-- Sweeps, what they found, and what became of each finding.

CREATE TABLE sweep (
    id uuid NOT NULL,
    month date NOT NULL,
    occasion text NOT NULL,
    status text NOT NULL,
    requested_by text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    cancel_requested_by text,
    list_fingerprint text NOT NULL,
    rules_fingerprint text NOT NULL,
    cursor_branch text NOT NULL DEFAULT '',
    branches_on_roster integer NOT NULL,
    branches_to_judge integer NOT NULL,
    healthy integer NOT NULL DEFAULT 0,
    partly_judged integer NOT NULL DEFAULT 0,
    flagged integer NOT NULL DEFAULT 0,
    not_filed_only integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    hits integer NOT NULL DEFAULT 0,
    not_judged jsonb NOT NULL DEFAULT '{}',
    result_hash text NOT NULL DEFAULT '',
    reading_nanos bigint NOT NULL DEFAULT 0,
    judging_nanos bigint NOT NULL DEFAULT 0,
    writing_nanos bigint NOT NULL DEFAULT 0,
    fault text,
    CONSTRAINT pk_sweep PRIMARY KEY (id),
    CONSTRAINT ck_sweep_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_sweep_occasion CHECK (occasion IN ('SCHEDULED', 'REQUESTED')),
    CONSTRAINT ck_sweep_status CHECK (status IN ('RUNNING', 'DONE', 'PARTIAL', 'FAILED', 'CANCELLED'))
);
-- Two runs of one month at once are one run; the calendar starts a month once.
CREATE UNIQUE INDEX uq_sweep_running_month ON sweep (month) WHERE status = 'RUNNING';
CREATE UNIQUE INDEX uq_sweep_scheduled_month ON sweep (month) WHERE occasion = 'SCHEDULED';
CREATE INDEX ix_sweep_month ON sweep (month, started_at);
COMMENT ON COLUMN sweep.cursor_branch IS 'the last branch whose judgement is stored; a run continues after it';

CREATE TABLE sweep_failure (
    sweep_id uuid NOT NULL,
    branch_code text NOT NULL,
    item text NOT NULL,
    message text NOT NULL,
    CONSTRAINT pk_sweep_failure PRIMARY KEY (sweep_id, branch_code, item),
    CONSTRAINT fk_sweep_failure_sweep FOREIGN KEY (sweep_id) REFERENCES sweep (id)
);

-- The text of an item as it stood in one edition of the list, so that a finding explains itself for ever.
CREATE TABLE item_edition (
    list_fingerprint text NOT NULL,
    item text NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT pk_item_edition PRIMARY KEY (list_fingerprint, item)
);

CREATE TABLE finding (
    id bigint GENERATED ALWAYS AS IDENTITY,
    branch_code text NOT NULL,
    month date NOT NULL,
    item text NOT NULL,
    duty text NOT NULL,
    carded boolean NOT NULL,
    level text NOT NULL,
    running integer NOT NULL,
    status text NOT NULL DEFAULT 'PENDING',
    sentence text NOT NULL,
    judged_values jsonb NOT NULL,
    limits jsonb NOT NULL,
    working_days integer NOT NULL,
    list_fingerprint text NOT NULL,
    record_version integer,
    roster_version integer NOT NULL,
    found_in uuid NOT NULL,
    found_at timestamptz NOT NULL,
    verify_due_on date NOT NULL,
    still_hit boolean NOT NULL DEFAULT true,
    latest_values jsonb NOT NULL,
    decided_at timestamptz,
    decided_by text,
    reason text,
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_finding PRIMARY KEY (id),
    CONSTRAINT uq_finding_branch_month_item UNIQUE (branch_code, month, item),
    CONSTRAINT fk_finding_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_finding_sweep FOREIGN KEY (found_in) REFERENCES sweep (id),
    CONSTRAINT fk_finding_item FOREIGN KEY (list_fingerprint, item)
        REFERENCES item_edition (list_fingerprint, item),
    CONSTRAINT ck_finding_status CHECK (status IN ('PENDING', 'CONFIRMED', 'DISMISSED', 'DATA_ERROR', 'WITHDRAWN')),
    CONSTRAINT ck_finding_level CHECK (level IN ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
    CONSTRAINT ck_finding_duty CHECK (duty IN ('BRANCH', 'UNIT')),
    CONSTRAINT ck_finding_decided CHECK (
        (status IN ('CONFIRMED', 'DISMISSED', 'DATA_ERROR')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
    CONSTRAINT ck_finding_reason CHECK (status NOT IN ('DISMISSED', 'DATA_ERROR') OR reason IS NOT NULL)
);
CREATE INDEX ix_finding_month_branch ON finding (month, branch_code, item);
CREATE INDEX ix_finding_pending ON finding (month, branch_code) WHERE status = 'PENDING';
COMMENT ON COLUMN finding.judged_values IS 'what the rule read, frozen when the finding was made';
COMMENT ON COLUMN finding.latest_values IS 'what the rule read at the latest sweep in which it fired';
COMMENT ON COLUMN finding.still_hit IS 'whether the rule fired at the latest sweep of the month';

CREATE TABLE finding_event (
    id bigint GENERATED ALWAYS AS IDENTITY,
    finding_id bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    reason text,
    sweep_id uuid,
    before jsonb,
    after jsonb,
    CONSTRAINT pk_finding_event PRIMARY KEY (id),
    CONSTRAINT fk_finding_event_finding FOREIGN KEY (finding_id) REFERENCES finding (id),
    CONSTRAINT fk_finding_event_sweep FOREIGN KEY (sweep_id) REFERENCES sweep (id),
    CONSTRAINT ck_finding_event_act CHECK (act IN ('FOUND', 'UPDATED', 'WITHDRAWN', 'REINSTATED', 'REOPENED',
        'DATA_CHANGED', 'NO_LONGER_HIT', 'CONFIRMED', 'DISMISSED', 'DATA_ERROR'))
);
CREATE INDEX ix_finding_event_finding ON finding_event (finding_id);
CREATE INDEX ix_finding_event_sweep ON finding_event (sweep_id);
