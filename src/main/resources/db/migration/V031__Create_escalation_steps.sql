-- The ladder: which steps were taken, each once for a card or a verification, and why the next one is not yet due.

CREATE TABLE escalation_step (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    subject text NOT NULL,
    rung text NOT NULL,
    card_number text,
    unit_code text NOT NULL,
    month date,
    anchor_on date NOT NULL,
    due_on date NOT NULL,
    taken_on date NOT NULL,
    taken_at timestamptz NOT NULL,
    reason text NOT NULL,
    level_before text,
    level_after text,
    CONSTRAINT pk_escalation_step PRIMARY KEY (id),
    CONSTRAINT uq_escalation_step UNIQUE (subject, rung),
    CONSTRAINT fk_escalation_step_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT fk_escalation_step_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT ck_escalation_step_rung CHECK (rung IN ('REMIND_BRANCH', 'URGE_BRANCH', 'CRITICISE', 'PROPOSE_INTERVIEW',
        'REMIND_ACCEPTANCE', 'REMIND_SECOND_CHECK', 'REMIND_EXTENSION', 'REMIND_VERIFIER', 'TELL_PARENT')),
    CONSTRAINT ck_escalation_step_subject CHECK ((card_number IS NULL) = (month IS NOT NULL)),
    CONSTRAINT ck_escalation_step_level CHECK ((card_number IS NULL) = (level_before IS NULL)
        AND (level_before IS NULL) = (level_after IS NULL))
);
CREATE INDEX ix_escalation_step_card ON escalation_step (card_number);
CREATE INDEX ix_escalation_step_unit ON escalation_step (unit_code);
COMMENT ON COLUMN escalation_step.subject IS 'the number of a card, or committee and month of a verification: W1 2026-10';
COMMENT ON COLUMN escalation_step.unit_code IS 'the committee: that verifies, or holds the card';
COMMENT ON COLUMN escalation_step.anchor_on IS 'the day around which the rung was counted';

-- What the ladder says of a card for the present; it is there so that people can ask why, and why not yet.
CREATE TABLE escalation_decision (
    card_number text NOT NULL,
    state text NOT NULL,
    next_rung text,
    next_on date,
    reason text NOT NULL,
    decided_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_escalation_decision PRIMARY KEY (card_number),
    CONSTRAINT fk_escalation_decision_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT ck_escalation_decision_state CHECK (
        state IN ('CLIMBING', 'SUSPENDED', 'CLOCK_STOPPED', 'EXTENSION_ASKED', 'AWAITING_ACCEPTANCE', 'ALL_TAKEN', 'ENDED')),
    CONSTRAINT ck_escalation_decision_next CHECK ((next_rung IS NULL) = (next_on IS NULL))
);
COMMENT ON COLUMN escalation_decision.version IS 'a decision on what was read before the present one does not replace it';

-- The same for what a committee has still to verify of a month.
CREATE TABLE verification_outlook (
    unit_code text NOT NULL,
    month date NOT NULL,
    state text NOT NULL,
    next_rung text,
    next_on date,
    reason text NOT NULL,
    decided_at timestamptz NOT NULL,
    CONSTRAINT pk_verification_outlook PRIMARY KEY (unit_code, month),
    CONSTRAINT fk_verification_outlook_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT ck_verification_outlook_state CHECK (state IN ('CLIMBING', 'ALL_TAKEN', 'ENDED')),
    CONSTRAINT ck_verification_outlook_next CHECK ((next_rung IS NULL) = (next_on IS NULL))
);

-- What a bulletin tells: who is criticised, for what, overdue since when. Frozen, as it was told.
CREATE TABLE criticism (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    card_number text NOT NULL,
    branch_code text,
    unit_code text NOT NULL,
    holder_name text NOT NULL,
    items text[] NOT NULL,
    level_before text NOT NULL,
    level_after text NOT NULL,
    due_on date NOT NULL,
    criticised_on date NOT NULL,
    CONSTRAINT pk_criticism PRIMARY KEY (id),
    CONSTRAINT uq_criticism_card UNIQUE (card_number),
    CONSTRAINT fk_criticism_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT fk_criticism_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_criticism_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code)
);
CREATE INDEX ix_criticism_branch ON criticism (branch_code);
CREATE INDEX ix_criticism_unit ON criticism (unit_code);
CREATE INDEX ix_criticism_day ON criticism (criticised_on);
COMMENT ON COLUMN criticism.unit_code IS 'the committee: of the branch, or the holder itself';
COMMENT ON COLUMN criticism.due_on IS 'the day by which it was due; overdue since the day after';

GRANT SELECT, INSERT ON escalation_step, criticism TO ${app};
GRANT SELECT, INSERT, UPDATE ON escalation_decision, verification_outlook TO ${app};

-- A step belongs to its card, or to the committee that verifies. That an interview was proposed is for the levels above:
-- the committee itself is left out of its path.
ALTER TABLE escalation_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON escalation_step TO ${app}
    USING (((SELECT scope_whole())
            OR card_number IS NOT NULL AND EXISTS (SELECT FROM card c WHERE c.number = escalation_step.card_number)
            OR card_number IS NULL
                AND unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())))
        AND (rung <> 'PROPOSE_INTERVIEW' OR (SELECT scope_roles() && ARRAY['COUNTY_OFFICER', 'CITY_OFFICER'])
            AND ((SELECT scope_whole()) OR unit_code IN (
                SELECT u.unit_code FROM unit u WHERE trim_array(u.path, 1) && (SELECT scope_units())))));
ALTER TABLE escalation_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON escalation_decision TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM card c WHERE c.number = escalation_decision.card_number));
ALTER TABLE verification_outlook ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON verification_outlook TO ${app}
    USING ((SELECT scope_whole())
        OR unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
ALTER TABLE criticism ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON criticism TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM card c WHERE c.number = criticism.card_number));
