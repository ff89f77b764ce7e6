-- Who visits which branch, what was seen there, and what was agreed.

-- A branch has one contact leader and one supervisor at a time. The range of a number stands for the branch and kind:
-- an exclusion constraint on texts would want an extension.
ALTER TABLE supervision_assignment
    ADD COLUMN taken_over_from bigint,
    ADD CONSTRAINT fk_supervision_assignment_taken_over FOREIGN KEY (taken_over_from)
        REFERENCES supervision_assignment (id),
    ADD CONSTRAINT ex_supervision_assignment_branch EXCLUDE USING gist (
        int8range(hashtextextended(kind || ' ' || branch_code, 0), hashtextextended(kind || ' ' || branch_code, 0), '[]')
            WITH &&,
        daterange(from_on, to_on, '[]') WITH &&)
        WHERE (ended_at IS NULL);
COMMENT ON COLUMN supervision_assignment.taken_over_from IS 'the assignment of the predecessor, after a hand-over';

CREATE TABLE visit (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    branch_code text NOT NULL,
    kind text NOT NULL,
    account text NOT NULL,
    visited_on date NOT NULL,
    met text[] NOT NULL,
    seen text NOT NULL,
    agreed text,
    next_on date,
    written_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    CONSTRAINT pk_visit PRIMARY KEY (id),
    CONSTRAINT fk_visit_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT ck_visit_kind CHECK (kind IN ('CONTACT_LEADER', 'SUPERVISOR')),
    CONSTRAINT ck_visit_met CHECK (cardinality(met) > 0),
    CONSTRAINT ck_visit_next CHECK (next_on > visited_on),
    CONSTRAINT ck_visit_withdrawn CHECK (
        (withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);
-- A day is written once; after a withdrawal it is written anew.
CREATE UNIQUE INDEX uq_visit ON visit (branch_code, kind, account, visited_on) WHERE withdrawn_at IS NULL;
CREATE INDEX ix_visit_branch ON visit (branch_code, kind, visited_on, id);
CREATE INDEX ix_visit_account ON visit (account, id);
COMMENT ON COLUMN visit.met IS 'by post, never by name';
COMMENT ON COLUMN visit.next_on IS 'when the next visit was agreed to be';
COMMENT ON COLUMN visit.withdrawn_at IS 'since when it no longer counts; it stays';

-- What a supervisor found of an item of an open card.
CREATE TABLE visit_finding (
    visit_id bigint NOT NULL,
    card_line_id bigint NOT NULL,
    outcome text NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_visit_finding PRIMARY KEY (visit_id, card_line_id),
    CONSTRAINT fk_visit_finding_visit FOREIGN KEY (visit_id) REFERENCES visit (id),
    CONSTRAINT fk_visit_finding_line FOREIGN KEY (card_line_id) REFERENCES card_line (id),
    CONSTRAINT ck_visit_finding_outcome CHECK (outcome IN ('DONE', 'IN_PART', 'NOT_DONE'))
);
CREATE INDEX ix_visit_finding_line ON visit_finding (card_line_id);

GRANT SELECT, INSERT ON visit, visit_finding TO ${app};
-- A visit is withdrawn, never changed otherwise and never deleted.
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON visit TO ${app};
ALTER TABLE visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON visit TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM branch b WHERE b.branch_code = visit.branch_code));
-- A sweep counts the visits of contact leaders, so that no branch has to report them again.
GRANT SELECT ON visit TO ${sweep};
CREATE POLICY sweeps_all ON visit TO ${sweep} USING (true);
ALTER TABLE visit_finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON visit_finding TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM visit v WHERE v.id = visit_finding.visit_id));

-- The accounts that hold a post of a role on a day, and where: those whose post is in the scope of the viewer
-- (within), and those whose post is above it and covers it.
CREATE FUNCTION posts_of_role(asked text, day date)
    RETURNS TABLE (account text, display_name text, seat text, unit_code text, branch_code text, path text[],
        within boolean)
    STABLE SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp LANGUAGE sql
    AS $$
        SELECT a.name, a.display_name, coalesce(b.branch_name, u.unit_name), p.unit_code, p.branch_code, u.path,
            scope_whole() OR u.path && scope_units() OR p.branch_code = ANY (scope_branches())
        FROM post p
        JOIN account a ON a.id = p.account_id AND a.status = 'ACTIVE'
        LEFT JOIN branch b ON b.branch_code = p.branch_code
        JOIN unit u ON u.unit_code = coalesce(p.unit_code, b.unit_code)
        WHERE p.role = asked AND p.ended_at IS NULL AND p.from_on <= day AND (p.to_on IS NULL OR p.to_on >= day)
          AND (scope_whole() OR u.path && scope_units() OR p.branch_code = ANY (scope_branches())
              OR p.branch_code IS NULL AND u.unit_code = ANY (scope_above()))
    $$;
REVOKE ALL ON FUNCTION posts_of_role(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION posts_of_role(text, date) TO ${app};
