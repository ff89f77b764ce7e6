-- Secrets are sealed with a key that lies outside of the database. What is plain here the service seals when it starts.
-- A value ties itself to its row, so it can be opened nowhere else.
ALTER TABLE account ALTER COLUMN totp_secret TYPE text USING encode(totp_secret, 'base64');
COMMENT ON COLUMN account.totp_secret IS 'sealed: algorithm, id of the key, and what it encrypts';

COMMENT ON COLUMN notice_robot.url IS 'with the key of the robot in it, and therefore sealed';
COMMENT ON COLUMN notice_robot.secret IS 'sealed';
-- Sealed anew the same address is another text; the key in it is beyond guessing, so a hash tells nothing.
ALTER TABLE notice_robot ADD COLUMN url_hash bytea;
UPDATE notice_robot SET url_hash = sha256(convert_to(url, 'UTF8'));
ALTER TABLE notice_robot ALTER COLUMN url_hash SET NOT NULL;
DROP INDEX uq_notice_robot_url;
CREATE UNIQUE INDEX uq_notice_robot_url ON notice_robot (unit_code, url_hash) WHERE removed_at IS NULL;

-- A sealed value belongs to its row, so the row's number has to be known before it is written.
GRANT USAGE ON SEQUENCE notice_robot_id_seq TO ${app};
