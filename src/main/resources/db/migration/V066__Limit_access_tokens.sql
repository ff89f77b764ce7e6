-- How far an access token reaches, and which of what lets in without a password is still good.

ALTER TABLE access_token
    ADD COLUMN reach text NOT NULL DEFAULT 'WHOLE',
    ADD COLUMN permissions text[],
    ADD CONSTRAINT ck_access_token_reach CHECK (reach IN ('WHOLE', 'READING', 'NAMED')),
    ADD CONSTRAINT ck_access_token_permissions CHECK ((reach = 'NAMED') = (permissions IS NOT NULL));
COMMENT ON COLUMN access_token.reach IS 'WHOLE is of before reaches were asked for; nobody is issued such a token any more';

ALTER TABLE session ADD COLUMN proven_at timestamptz;
UPDATE session SET proven_at = opened_at;
COMMENT ON COLUMN session.proven_at IS 'when the password or a one-time code was given last';

-- Counted up when everything ends that lets in without the password; what was issued for another count is void.
ALTER TABLE account ADD COLUMN access_version integer NOT NULL DEFAULT 1;
ALTER TABLE notice_feed ADD COLUMN access_version integer NOT NULL DEFAULT 1;
