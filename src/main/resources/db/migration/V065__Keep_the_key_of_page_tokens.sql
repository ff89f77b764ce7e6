-- By what the tokens of forms are signed: one key for all instances, made by the first that starts.

CREATE TABLE page_token_key (
    once boolean NOT NULL DEFAULT true,
    key bytea NOT NULL,
    CONSTRAINT pk_page_token_key PRIMARY KEY (once),
    CONSTRAINT ck_page_token_key_once CHECK (once),
    CONSTRAINT ck_page_token_key_length CHECK (length(key) = 32)
);
GRANT SELECT, INSERT ON page_token_key TO ${app};
