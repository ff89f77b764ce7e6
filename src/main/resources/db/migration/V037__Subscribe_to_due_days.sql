-- The address of an account's calendar of due days. Whoever knows it reads the calendar, so only its hash is kept.

CREATE TABLE notice_feed (
    account text NOT NULL,
    token_hash bytea NOT NULL,
    issued_at timestamptz NOT NULL,
    CONSTRAINT pk_notice_feed PRIMARY KEY (account),
    CONSTRAINT uq_notice_feed_token UNIQUE (token_hash)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_feed TO ${app};
ALTER TABLE notice_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notice_feed TO ${app}
    USING ((SELECT scope_whole()) OR account = (SELECT scope_account()));
