-- What the holder of a card does about a line: the measures proposed, what is reported done, and what those decide who
-- look at it. Plans that were replaced or returned stay: they are the history of the line.

CREATE TABLE measure_plan (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    card_line_id bigint NOT NULL,
    line_branch text NOT NULL,
    line_due_on date NOT NULL,
    status text NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposed_by text NOT NULL,
    decided_at timestamptz,
    decided_by text,
    reason_code text,
    reason text,
    remark text,
    CONSTRAINT pk_measure_plan PRIMARY KEY (id),
    CONSTRAINT fk_measure_plan_line FOREIGN KEY (card_line_id) REFERENCES card_line (id),
    CONSTRAINT ck_measure_plan_status CHECK (status IN ('PROPOSED', 'ACCEPTED', 'RETURNED', 'REPLACED')),
    CONSTRAINT ck_measure_plan_decided CHECK (
        (decided_at IS NULL) = (decided_by IS NULL)
        AND (status NOT IN ('ACCEPTED', 'RETURNED') OR decided_at IS NOT NULL)
        AND (status <> 'PROPOSED' OR decided_at IS NULL)),
    CONSTRAINT ck_measure_plan_reason CHECK (
        (status = 'RETURNED') = (reason_code IS NOT NULL) AND (reason_code IS NULL) = (reason IS NULL)),
    CONSTRAINT ck_measure_plan_other CHECK (decided_by <> proposed_by)
);
-- A line has one plan that stands.
CREATE UNIQUE INDEX uq_measure_plan_standing ON measure_plan (card_line_id)
    WHERE status IN ('PROPOSED', 'ACCEPTED');
CREATE INDEX ix_measure_plan_line ON measure_plan (card_line_id, id);
COMMENT ON COLUMN measure_plan.line_branch IS 'whose line it was when the plan was proposed';
COMMENT ON COLUMN measure_plan.line_due_on IS 'when the line was due when the plan was proposed';
COMMENT ON COLUMN measure_plan.reason IS 'the label of the reason as the list had it when the plan was returned';

CREATE TABLE measure (
    plan_id bigint NOT NULL,
    position integer NOT NULL,
    what text NOT NULL,
    responsible text NOT NULL,
    due_on date NOT NULL,
    done_on date,
    done_at timestamptz,
    done_by text,
    CONSTRAINT pk_measure PRIMARY KEY (plan_id, position),
    CONSTRAINT fk_measure_plan FOREIGN KEY (plan_id) REFERENCES measure_plan (id),
    CONSTRAINT ck_measure_position CHECK (position >= 1),
    CONSTRAINT ck_measure_done CHECK (
        (done_on IS NULL) = (done_at IS NULL) AND (done_on IS NULL) = (done_by IS NULL))
);

-- The holder says that a line is done. On a line of a card one report follows another, each after the one before was
-- rejected.
CREATE TABLE line_report (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    card_line_id bigint NOT NULL,
    ordinal integer NOT NULL,
    plan_id bigint NOT NULL,
    done_on date NOT NULL,
    what text NOT NULL,
    reported_at timestamptz NOT NULL,
    reported_by text NOT NULL,
    CONSTRAINT pk_line_report PRIMARY KEY (id),
    CONSTRAINT uq_line_report_ordinal UNIQUE (card_line_id, ordinal),
    CONSTRAINT fk_line_report_line FOREIGN KEY (card_line_id) REFERENCES card_line (id),
    CONSTRAINT fk_line_report_plan FOREIGN KEY (plan_id) REFERENCES measure_plan (id)
);
COMMENT ON COLUMN line_report.done_on IS 'the day of the fact, apart from the day of the report';

CREATE TABLE line_check (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    report_id bigint NOT NULL,
    kind text NOT NULL,
    passed boolean NOT NULL,
    reason_code text,
    reason text,
    remark text,
    checked_at timestamptz NOT NULL,
    checked_by text NOT NULL,
    CONSTRAINT pk_line_check PRIMARY KEY (id),
    CONSTRAINT uq_line_check_report_kind UNIQUE (report_id, kind),
    CONSTRAINT fk_line_check_report FOREIGN KEY (report_id) REFERENCES line_report (id),
    CONSTRAINT ck_line_check_kind CHECK (kind IN ('FIRST', 'SECOND')),
    CONSTRAINT ck_line_check_reason CHECK (
        passed = (reason_code IS NULL) AND (reason_code IS NULL) = (reason IS NULL))
);
COMMENT ON TABLE line_check IS 'the verifier looks first; at a red card the level above looks a second time';

GRANT SELECT, INSERT, UPDATE ON measure_plan, measure TO ${app};
GRANT SELECT, INSERT ON line_report, line_check TO ${app};

-- What belongs to a line is seen with the card on which it stands, which may become another one.
ALTER TABLE measure_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON measure_plan TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (
        SELECT FROM card_line l JOIN card c ON c.number = l.card_number WHERE l.id = measure_plan.card_line_id));
ALTER TABLE measure ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON measure TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM measure_plan p WHERE p.id = measure.plan_id));
ALTER TABLE line_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON line_report TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (
        SELECT FROM card_line l JOIN card c ON c.number = l.card_number WHERE l.id = line_report.card_line_id));
ALTER TABLE line_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON line_check TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM line_report r WHERE r.id = line_check.report_id));
