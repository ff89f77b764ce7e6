-- What one administrator asks to be done with the account of an administrator, and another of another kind confirms.

CREATE TABLE administrator_request (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    act text NOT NULL,
    account_id bigint NOT NULL,
    post_id bigint,
    role text,
    from_on date,
    to_on date,
    password_hash text,
    password_part text,
    reason text,
    asked_at timestamptz NOT NULL,
    asked_by text NOT NULL,
    asked_as text NOT NULL,
    expires_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'WAITING',
    answered_at timestamptz,
    answered_by text,
    answer_reason text,
    CONSTRAINT pk_administrator_request PRIMARY KEY (id),
    CONSTRAINT fk_administrator_request_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT fk_administrator_request_post FOREIGN KEY (post_id) REFERENCES post (id),
    CONSTRAINT ck_administrator_request_act CHECK (act IN ('RESET_PASSWORD', 'REMOVE_SECOND_FACTOR', 'UNLOCK',
        'ACTIVATE', 'DEACTIVATE', 'ASSIGN_POST', 'END_POST')),
    CONSTRAINT ck_administrator_request_role CHECK (role IN ('SYSTEM', 'SECURITY', 'AUDIT')),
    CONSTRAINT ck_administrator_request_asked_as CHECK (asked_as IN ('SYSTEM', 'SECURITY', 'AUDIT')),
    CONSTRAINT ck_administrator_request_what CHECK (CASE act
        WHEN 'ASSIGN_POST' THEN role IS NOT NULL
        WHEN 'END_POST' THEN post_id IS NOT NULL
        ELSE role IS NULL AND post_id IS NULL END),
    CONSTRAINT ck_administrator_request_status CHECK (status IN ('WAITING', 'DONE', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    CONSTRAINT ck_administrator_request_secret CHECK (
        password_hash IS NULL AND password_part IS NULL OR act = 'RESET_PASSWORD' AND status = 'WAITING'),
    CONSTRAINT ck_administrator_request_answer CHECK (
        (status IN ('WAITING', 'EXPIRED')) = (answered_at IS NULL)
            AND (answered_at IS NULL) = (answered_by IS NULL)),
    CONSTRAINT ck_administrator_request_two CHECK (status <> 'DONE' OR answered_by <> asked_by)
);
-- The same is asked once at a time.
CREATE UNIQUE INDEX uq_administrator_request_waiting ON administrator_request (account_id, act, role, post_id)
    NULLS NOT DISTINCT WHERE status = 'WAITING';
COMMENT ON COLUMN administrator_request.role IS 'of the post that is to be assigned';
COMMENT ON COLUMN administrator_request.asked_as IS 'which of the three administrators asked; another kind confirms';
COMMENT ON COLUMN administrator_request.password_part IS
    'the second part of the new password, for whoever confirms; who asked knows the first part alone, and neither is kept after';

GRANT SELECT, INSERT, UPDATE ON administrator_request TO ${app};
ALTER TABLE administrator_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY administrators ON administrator_request TO ${app}
    USING ((SELECT scope_whole())
        OR CAST((SELECT scope_roles()) AS text[]) && ARRAY['SYSTEM', 'SECURITY', 'AUDIT']);
