-- Who may sign in, and which post each of them holds where and how long.

CREATE TABLE account (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    name_key text NOT NULL,
    display_name text NOT NULL,
    status text NOT NULL,
    password_hash text NOT NULL,
    password_version integer NOT NULL DEFAULT 1,
    password_changed_at timestamptz NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    second_factor_due_at timestamptz,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_step bigint,
    demonstration boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uq_account_name UNIQUE (name),
    CONSTRAINT uq_account_name_key UNIQUE (name_key),
    CONSTRAINT ck_account_name CHECK (length(name) BETWEEN 2 AND 64 AND name !~ '[[:space:][:cntrl:]:/@,;<>"'']'),
    CONSTRAINT ck_account_status CHECK (status IN ('CREATED', 'ACTIVE', 'DEACTIVATED')),
    CONSTRAINT ck_account_totp CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL)
);
COMMENT ON COLUMN account.name_key IS 'the name without regard to case and width, as the application folds it';
COMMENT ON COLUMN account.password_version IS 'counts the passwords; whatever was remembered of another one is void';
COMMENT ON COLUMN account.totp_step IS 'the last time step whose code was used: no code is used twice';

CREATE TABLE password_history (
    account_id bigint NOT NULL,
    version integer NOT NULL,
    password_hash text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_password_history PRIMARY KEY (account_id, version),
    CONSTRAINT fk_password_history_account FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE post (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    account_id bigint NOT NULL,
    role text NOT NULL,
    unit_code text,
    branch_code text,
    from_on date NOT NULL,
    to_on date,
    assigned_at timestamptz NOT NULL,
    assigned_by text NOT NULL,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT fk_post_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT fk_post_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT fk_post_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT ck_post_span CHECK (to_on >= from_on),
    CONSTRAINT ck_post_end CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT ck_post_seat CHECK (CASE
        WHEN role = 'BRANCH_SECRETARY' THEN branch_code IS NOT NULL AND unit_code IS NULL
        WHEN role IN ('COMMITTEE_OFFICER', 'COUNTY_OFFICER', 'CITY_OFFICER')
            THEN unit_code IS NOT NULL AND branch_code IS NULL
        WHEN role IN ('SUPERVISOR', 'LEADER') THEN (unit_code IS NULL) <> (branch_code IS NULL)
        WHEN role IN ('RULE_AUTHOR', 'RULE_PUBLISHER', 'SYSTEM', 'SECURITY', 'AUDIT')
            THEN unit_code IS NULL AND branch_code IS NULL
        ELSE false END),
    -- The three administrators are kept apart, from one another and from all other work: the range of an administrator
    -- is unbounded and meets that of every post, the range of another post is its own number and meets no other.
    CONSTRAINT ex_post_administrator EXCLUDE USING gist (
        int8range(account_id, account_id, '[]') WITH &&,
        daterange(from_on, to_on, '[]') WITH &&,
        (CASE WHEN role IN ('SYSTEM', 'SECURITY', 'AUDIT') THEN int8range(NULL, NULL)
            ELSE int8range(id, id, '[]') END) WITH &&)
        WHERE (ended_at IS NULL),
    CONSTRAINT ex_post_rules EXCLUDE USING gist (
        int8range(account_id, account_id, '[]') WITH &&, daterange(from_on, to_on, '[]') WITH &&)
        WHERE (ended_at IS NULL AND role IN ('RULE_AUTHOR', 'RULE_PUBLISHER'))
);
CREATE UNIQUE INDEX uq_post ON post (account_id, role, unit_code, branch_code, from_on) NULLS NOT DISTINCT
    WHERE ended_at IS NULL;
CREATE INDEX ix_post_unit ON post (unit_code);
CREATE INDEX ix_post_branch ON post (branch_code);
COMMENT ON COLUMN post.to_on IS 'the last day; empty while no end is foreseen';
COMMENT ON COLUMN post.ended_at IS 'ended at once, whatever the last day says';

CREATE TABLE session (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    address text,
    agent text,
    ended_at timestamptz,
    ended_by text,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT uq_session_token UNIQUE (token_hash),
    CONSTRAINT fk_session_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX ix_session_account ON session (account_id) WHERE ended_at IS NULL;

CREATE TABLE access_token (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    name text NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by text,
    CONSTRAINT pk_access_token PRIMARY KEY (id),
    CONSTRAINT uq_access_token UNIQUE (token_hash),
    CONSTRAINT fk_access_token_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX ix_access_token_account ON access_token (account_id);

-- Failures to sign in from one address within a while; no history, the audit trail is.
CREATE TABLE sign_in_failure (
    address text NOT NULL,
    failures integer NOT NULL,
    since timestamptz NOT NULL,
    CONSTRAINT pk_sign_in_failure PRIMARY KEY (address)
);

-- A service is set up once.
CREATE TABLE service_setup (
    once boolean NOT NULL DEFAULT true,
    at timestamptz NOT NULL,
    by text NOT NULL,
    CONSTRAINT pk_service_setup PRIMARY KEY (once),
    CONSTRAINT ck_service_setup_once CHECK (once)
);

GRANT SELECT, INSERT, UPDATE ON account, session, access_token TO ${app};
GRANT SELECT, INSERT ON password_history, service_setup, post TO ${app};
-- A post is ended, never changed otherwise and never deleted.
GRANT UPDATE (to_on, ended_at, ended_by, end_reason) ON post TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO ${app};

-- A post is seen by its holder, by those who keep accounts and posts, and where its place is in scope.
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON post FOR SELECT TO ${app}
    USING ((SELECT scope_whole())
        OR CAST((SELECT scope_roles()) AS text[]) && ARRAY['SECURITY', 'SYSTEM']
        OR unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units()))
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = post.branch_code)
        OR account_id = (SELECT a.id FROM account a WHERE a.name = (SELECT scope_account())));
CREATE POLICY assigned ON post FOR INSERT TO ${app}
    WITH CHECK ((SELECT scope_whole()) OR 'SECURITY' = ANY (CAST((SELECT scope_roles()) AS text[])));
CREATE POLICY ended ON post FOR UPDATE TO ${app}
    USING ((SELECT scope_whole()) OR 'SECURITY' = ANY (CAST((SELECT scope_roles()) AS text[])));

-- Whoever keeps accounts and posts sees the names of all units; of what lies in them nothing.
CREATE POLICY places ON unit FOR SELECT TO ${app}
    USING (CAST((SELECT scope_roles()) AS text[]) && ARRAY['SECURITY', 'SYSTEM']);

-- The posts of an account on a day, asked when somebody signs in and there is no scope yet.
CREATE FUNCTION posts_in_force(account bigint, day date)
    RETURNS TABLE (role text, unit_code text, branch_code text, path text[])
    STABLE SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp LANGUAGE sql
    AS $$
        SELECT p.role, p.unit_code, p.branch_code, u.path
        FROM post p
        LEFT JOIN branch b ON b.branch_code = p.branch_code
        LEFT JOIN unit u ON u.unit_code = coalesce(p.unit_code, b.unit_code)
        WHERE p.account_id = posts_in_force.account AND p.ended_at IS NULL
          AND p.from_on <= posts_in_force.day AND (p.to_on IS NULL OR p.to_on >= posts_in_force.day)
        ORDER BY p.id
    $$;
REVOKE ALL ON FUNCTION posts_in_force(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION posts_in_force(bigint, date) TO ${app};

-- How many branches have no secretary who could sign in: a number, not which.
CREATE FUNCTION branches_without_secretary(day date) RETURNS bigint
    STABLE SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp LANGUAGE sql
    AS $$
        SELECT count(*) FROM branch b
        WHERE (b.dissolved_on IS NULL OR b.dissolved_on > day) AND NOT EXISTS (
          SELECT FROM post p WHERE p.branch_code = b.branch_code AND p.role = 'BRANCH_SECRETARY'
            AND p.ended_at IS NULL AND p.from_on <= day AND (p.to_on IS NULL OR p.to_on >= day))
    $$;
REVOKE ALL ON FUNCTION branches_without_secretary(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION branches_without_secretary(date) TO ${app};
