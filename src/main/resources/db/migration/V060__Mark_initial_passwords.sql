-- A password that somebody else has chosen is known to two people, until its holder changes it.
ALTER TABLE account ADD COLUMN password_initial boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN account.password_initial IS 'given by somebody else; its holder has to change it before anything else';

-- Whoever has not been let in yet has never changed theirs.
UPDATE account SET password_initial = true WHERE status = 'CREATED' AND password_hash IS NOT NULL;
