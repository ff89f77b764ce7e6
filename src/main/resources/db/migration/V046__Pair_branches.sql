-- Pairing: a strong branch helps a weak one. Both see the pairing; of the branch on the other side, which may lie out of
-- scope, they see the copy that is kept here: its name and its unit.

CREATE TABLE pairing (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    weak_code text NOT NULL,
    weak_name text NOT NULL,
    weak_unit text NOT NULL,
    strong_code text NOT NULL,
    strong_name text NOT NULL,
    strong_unit text NOT NULL,
    card_number text,
    explanation text NOT NULL,
    reason text,
    from_on date NOT NULL,
    accepted_at timestamptz NOT NULL,
    accepted_by text NOT NULL,
    ended_on date,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    CONSTRAINT pk_pairing PRIMARY KEY (id),
    CONSTRAINT fk_pairing_weak FOREIGN KEY (weak_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_pairing_strong FOREIGN KEY (strong_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_pairing_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT ck_pairing_two CHECK (weak_code <> strong_code),
    CONSTRAINT ck_pairing_end CHECK ((ended_at IS NULL) = (ended_on IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)
        AND (ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX ix_pairing_weak ON pairing (weak_code);
CREATE INDEX ix_pairing_strong ON pairing (strong_code);
COMMENT ON COLUMN pairing.card_number IS 'the card for which the branch is helped';
COMMENT ON COLUMN pairing.ended_on IS 'the first day on which it is not in force any more';

-- A branch is in one pairing at a time, whether it is helped or helps. The key decides, whoever writes a pairing.
CREATE TABLE paired_branch (
    branch_code text NOT NULL,
    pairing_id bigint NOT NULL,
    CONSTRAINT pk_paired_branch PRIMARY KEY (branch_code),
    CONSTRAINT fk_paired_branch_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_paired_branch_pairing FOREIGN KEY (pairing_id) REFERENCES pairing (id)
);
CREATE INDEX ix_paired_branch_pairing ON paired_branch (pairing_id);
CREATE FUNCTION keep_paired_branches() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM paired_branch WHERE pairing_id = NEW.id;
    IF NEW.ended_at IS NULL THEN
        INSERT INTO paired_branch (branch_code, pairing_id) VALUES (NEW.weak_code, NEW.id), (NEW.strong_code, NEW.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER paired_branches AFTER INSERT OR UPDATE OF ended_at ON pairing
    FOR EACH ROW EXECUTE FUNCTION keep_paired_branches();

-- The pairs that the roster itself names, of branches that stand, from either side. The other branch may lie out of
-- scope; of pairs of which one sees neither branch, nothing is told.
CREATE FUNCTION pairs_on_roster(today date) RETURNS TABLE (branch_code text, other_code text)
    STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql
    AS $$
        WITH named AS (
            SELECT one.branch_code AS one, other.branch_code AS other
            FROM branch one JOIN branch other
                ON other.branch_code = one.paired_branch_code AND other.branch_code <> one.branch_code
            WHERE coalesce(one.dissolved_on > today, true) AND coalesce(other.dissolved_on > today, true)),
        sides AS (SELECT one, other FROM named UNION SELECT other, one FROM named)
        SELECT s.one, s.other FROM sides s JOIN branch b ON b.branch_code = s.one
            JOIN unit u ON u.unit_code = b.unit_code
        WHERE scope_whole() OR u.path && scope_units() OR b.branch_code = ANY (scope_branches())
    $$;
REVOKE ALL ON FUNCTION pairs_on_roster(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pairs_on_roster(date) TO ${app};

CREATE TABLE pairing_step (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    pairing_id bigint NOT NULL,
    what text NOT NULL,
    due_on date NOT NULL,
    written_at timestamptz NOT NULL,
    written_by text NOT NULL,
    done_on date,
    done_at timestamptz,
    done_by text,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    CONSTRAINT pk_pairing_step PRIMARY KEY (id),
    CONSTRAINT fk_pairing_step_pairing FOREIGN KEY (pairing_id) REFERENCES pairing (id),
    CONSTRAINT ck_pairing_step_done CHECK (num_nonnulls(done_on, done_at, done_by) IN (0, 3)),
    CONSTRAINT ck_pairing_step_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3))
);
CREATE INDEX ix_pairing_step_pairing ON pairing_step (pairing_id);
-- What is written twice is there once; by its digest, since a text may be longer than an index takes.
CREATE UNIQUE INDEX uq_pairing_step ON pairing_step (pairing_id, due_on, md5(what)) WHERE withdrawn_at IS NULL;

CREATE TABLE pairing_exchange (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    pairing_id bigint NOT NULL,
    kind text NOT NULL,
    held_on date NOT NULL,
    what text NOT NULL,
    written_at timestamptz NOT NULL,
    written_by text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    CONSTRAINT pk_pairing_exchange PRIMARY KEY (id),
    CONSTRAINT fk_pairing_exchange_pairing FOREIGN KEY (pairing_id) REFERENCES pairing (id),
    CONSTRAINT ck_pairing_exchange_kind CHECK (kind IN ('VISIT', 'EXCHANGE')),
    CONSTRAINT ck_pairing_exchange_withdrawn
        CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3))
);
CREATE INDEX ix_pairing_exchange_pairing ON pairing_exchange (pairing_id);
CREATE UNIQUE INDEX uq_pairing_exchange ON pairing_exchange (pairing_id, kind, held_on, md5(what))
    WHERE withdrawn_at IS NULL;

-- Of what was written, all that can change is that it is done, or withdrawn.
GRANT SELECT, INSERT, UPDATE ON pairing TO ${app};
GRANT SELECT, INSERT, UPDATE (done_on, done_at, done_by, withdrawn_at, withdrawn_by, withdrawal_reason) ON pairing_step
    TO ${app};
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON pairing_exchange TO ${app};
GRANT SELECT ON paired_branch TO ${app};
GRANT SELECT ON pairing TO ${sweep};

ALTER TABLE pairing ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON pairing TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code IN (pairing.weak_code, pairing.strong_code)));
CREATE POLICY sweeps_all ON pairing TO ${sweep} USING (true);
ALTER TABLE paired_branch ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON paired_branch TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = paired_branch.branch_code));
ALTER TABLE pairing_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON pairing_step TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM pairing p WHERE p.id = pairing_step.pairing_id));
ALTER TABLE pairing_exchange ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON pairing_exchange TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM pairing p WHERE p.id = pairing_exchange.pairing_id));
