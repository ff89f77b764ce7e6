-- What is to be told, and to whom. A notice is written in the transaction of what it tells of; the same key is told once.

CREATE TABLE notice (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    key text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    link text NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_notice PRIMARY KEY (id),
    CONSTRAINT uq_notice_key UNIQUE (key),
    CONSTRAINT ck_notice_link CHECK (link LIKE '/%')
);
CREATE INDEX ix_notice_at ON notice (at);
COMMENT ON COLUMN notice.link IS 'the page of the service on which one can do something about it';

-- To whom: the holders of posts at a branch or unit on the day of delivery, or one account.
CREATE TABLE notice_addressee (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    notice_id bigint NOT NULL,
    desk text NOT NULL,
    code text NOT NULL,
    CONSTRAINT pk_notice_addressee PRIMARY KEY (id),
    CONSTRAINT uq_notice_addressee UNIQUE (notice_id, desk, code),
    CONSTRAINT fk_notice_addressee_notice FOREIGN KEY (notice_id) REFERENCES notice (id),
    CONSTRAINT ck_notice_addressee_desk CHECK (desk IN ('SECRETARY', 'OFFICE', 'LEADER', 'SUPERVISOR', 'ACCOUNT'))
);
CREATE INDEX ix_notice_addressee_code ON notice_addressee (code, notice_id);
COMMENT ON COLUMN notice_addressee.code IS 'of the branch, of the unit, or the name of the account';

-- Tells of many things at once; gives the keys of those that were not told before. It runs as the owner: what a branch
-- does is told to units that the branch does not see.
CREATE FUNCTION notice_tell(notices jsonb, told_at timestamptz) RETURNS SETOF text VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp LANGUAGE sql
AS $$
    WITH given AS (
        SELECT * FROM jsonb_to_recordset(notices)
            AS n (key text, kind text, title text, body text, link text, addressees jsonb)),
    told AS (
        INSERT INTO notice (key, kind, title, body, link, at)
        SELECT key, kind, title, body, link, told_at FROM given
        ON CONFLICT ON CONSTRAINT uq_notice_key DO NOTHING
        RETURNING id, key),
    addressed AS (
        INSERT INTO notice_addressee (notice_id, desk, code)
        SELECT told.id, a.desk, a.code
        FROM told JOIN given USING (key), jsonb_to_recordset(given.addressees) AS a (desk text, code text)
        ON CONFLICT ON CONSTRAINT uq_notice_addressee DO NOTHING)
    SELECT key FROM told
$$;
REVOKE EXECUTE ON FUNCTION notice_tell(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice_tell(jsonb, timestamptz) TO ${app}, ${sweep};
GRANT SELECT ON notice, notice_addressee TO ${app};

ALTER TABLE notice_addressee ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON notice_addressee TO ${app}
    USING ((SELECT scope_whole())
        OR desk = 'ACCOUNT' AND code = (SELECT scope_account())
        OR desk <> 'ACCOUNT' AND (
            code = ANY (CAST((SELECT scope_branches()) AS text[]))
            OR code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units()))
            OR code IN (SELECT b.branch_code FROM branch b)));
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON notice TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM notice_addressee a WHERE a.notice_id = notice.id));
