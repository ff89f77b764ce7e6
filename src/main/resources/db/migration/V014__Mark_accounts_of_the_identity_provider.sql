-- Accounts of people whom the city's own identity provider signs in, and the posts that it says they hold.

ALTER TABLE account
    ADD COLUMN subject text,
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD CONSTRAINT uq_account_subject UNIQUE (subject),
    ADD CONSTRAINT ck_account_password CHECK ((subject IS NULL) = (password_hash IS NOT NULL));
COMMENT ON COLUMN account.subject IS
    'issuer and subject at the identity provider, which stay when a name changes; empty for a built-in account';
COMMENT ON COLUMN account.password_changed_at IS 'without a password, when the account was made';

ALTER TABLE post ADD COLUMN provided boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN post.provided IS 'said by the identity provider, which may also take it back';

-- Where a session also ends at the identity provider.
CREATE TABLE provider_session (
    session_id bigint NOT NULL,
    sign_out_address text NOT NULL,
    CONSTRAINT pk_provider_session PRIMARY KEY (session_id),
    CONSTRAINT fk_provider_session_session FOREIGN KEY (session_id) REFERENCES session (id)
);

GRANT SELECT, INSERT, DELETE ON provider_session TO ${app};
