-- Which branch goes on with what a dissolved one leaves open.

CREATE TABLE branch_succession (
    branch_code text NOT NULL,
    successor_code text,
    reason text NOT NULL,
    decided_at timestamptz NOT NULL,
    decided_by text NOT NULL,
    CONSTRAINT pk_branch_succession PRIMARY KEY (branch_code),
    CONSTRAINT fk_branch_succession_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_branch_succession_successor FOREIGN KEY (successor_code) REFERENCES branch (branch_code),
    CONSTRAINT ck_branch_succession_self CHECK (successor_code <> branch_code)
);
CREATE INDEX ix_branch_succession_successor ON branch_succession (successor_code);
COMMENT ON COLUMN branch_succession.successor_code IS 'empty if nobody goes on: what was open is withdrawn';

GRANT SELECT, INSERT ON branch_succession TO ${app};
ALTER TABLE branch_succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON branch_succession TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = branch_succession.branch_code)
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = branch_succession.successor_code));

-- A card that was passed on counts in the history of the branch to which it was issued.
ALTER TABLE card
    ADD COLUMN issued_to text,
    ADD CONSTRAINT fk_card_issued_to FOREIGN KEY (issued_to) REFERENCES branch (branch_code),
    ADD CONSTRAINT ck_card_issued_to CHECK (issued_to IS NULL OR holder_kind = 'BRANCH');
COMMENT ON COLUMN card.issued_to IS 'the branch to which it was issued; empty while that branch holds it';

-- A post at a branch reaches what its predecessors left; of the units above them it sees the names.
DROP FUNCTION posts_in_force(bigint, date);
CREATE FUNCTION posts_in_force(account bigint, day date)
    RETURNS TABLE (role text, unit_code text, branch_code text, path text[], predecessors text[], above text[])
    STABLE SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp LANGUAGE sql
    AS $$
        SELECT p.role, p.unit_code, p.branch_code, u.path, coalesce(before.branches, '{}'), coalesce(before.units, '{}')
        FROM post p
        LEFT JOIN branch b ON b.branch_code = p.branch_code
        LEFT JOIN unit u ON u.unit_code = coalesce(p.unit_code, b.unit_code)
        LEFT JOIN LATERAL (
            WITH RECURSIVE former (branch_code) AS (
                SELECT s.branch_code FROM branch_succession s WHERE s.successor_code = p.branch_code
                UNION SELECT s.branch_code FROM former f JOIN branch_succession s ON s.successor_code = f.branch_code)
            SELECT array_agg(DISTINCT f.branch_code) AS branches, array_agg(DISTINCT step) AS units
            FROM former f JOIN branch fb ON fb.branch_code = f.branch_code JOIN unit fu ON fu.unit_code = fb.unit_code,
                unnest(fu.path) AS step
        ) AS before ON p.branch_code IS NOT NULL
        WHERE p.account_id = posts_in_force.account AND p.ended_at IS NULL
          AND p.from_on <= posts_in_force.day AND (p.to_on IS NULL OR p.to_on >= posts_in_force.day)
        ORDER BY p.id
    $$;
REVOKE ALL ON FUNCTION posts_in_force(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION posts_in_force(bigint, date) TO ${app};
