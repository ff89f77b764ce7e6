-- Which contact leader or supervisor takes which branch, from a day to a day.

CREATE TABLE supervision_assignment (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    account text NOT NULL,
    branch_code text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    assigned_at timestamptz NOT NULL,
    assigned_by text NOT NULL,
    reason text NOT NULL,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    CONSTRAINT pk_supervision_assignment PRIMARY KEY (id),
    CONSTRAINT fk_supervision_assignment_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT ck_supervision_assignment_kind CHECK (kind IN ('CONTACT_LEADER', 'SUPERVISOR')),
    CONSTRAINT ck_supervision_assignment_span CHECK (to_on >= from_on),
    CONSTRAINT ck_supervision_assignment_end CHECK (
        (ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX uq_supervision_assignment ON supervision_assignment (kind, account, branch_code, from_on)
    WHERE ended_at IS NULL;
CREATE INDEX ix_supervision_assignment_branch ON supervision_assignment (branch_code);
CREATE INDEX ix_supervision_assignment_account ON supervision_assignment (account);
COMMENT ON COLUMN supervision_assignment.to_on IS 'the last day; empty while no end is foreseen';
COMMENT ON COLUMN supervision_assignment.ended_at IS 'ended at once, whatever the last day says';

GRANT SELECT, INSERT, UPDATE ON supervision_assignment TO ${app};
ALTER TABLE supervision_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON supervision_assignment TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = supervision_assignment.branch_code));
-- A sweep reads who is contact leader, so that no branch has to report it again.
GRANT SELECT ON supervision_assignment TO ${sweep};
CREATE POLICY sweeps_all ON supervision_assignment TO ${sweep} USING (true);
