-- Failures to sign in on one account, by the place that they come from, so that whoever fails elsewhere locks nobody
-- out here. No history, the audit trail is.

CREATE TABLE account_failure (
    name_key text NOT NULL,
    factor text NOT NULL,
    place text NOT NULL,
    failures integer NOT NULL,
    since timestamptz NOT NULL,
    locked_until timestamptz,
    CONSTRAINT pk_account_failure PRIMARY KEY (name_key, factor, place),
    CONSTRAINT ck_account_failure_factor CHECK (factor IN ('PASSWORD', 'CODE'))
);
CREATE INDEX ix_account_failure_since ON account_failure (since);
COMMENT ON COLUMN account_failure.name_key IS 'also of names that no account has: both look alike';
COMMENT ON COLUMN account_failure.place IS 'an address, a browser, or nothing for all places where the account was never signed in';

-- Where an account was signed in: the addresses, and the browsers by the hash of their cookie.
CREATE TABLE familiar_place (
    account_id bigint NOT NULL,
    place text NOT NULL,
    last_at timestamptz NOT NULL,
    CONSTRAINT pk_familiar_place PRIMARY KEY (account_id, place),
    CONSTRAINT fk_familiar_place_account FOREIGN KEY (account_id) REFERENCES account (id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_failure, familiar_place TO ${app};

ALTER TABLE account DROP COLUMN failures, DROP COLUMN locked_until;
