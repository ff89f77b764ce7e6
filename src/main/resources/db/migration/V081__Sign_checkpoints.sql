-- Checkpoints are numbered, signed and chained, in the table as in the file, and one is due every hour.
ALTER TABLE audit_checkpoint
    DROP COLUMN day,
    ADD COLUMN hour timestamptz CONSTRAINT audit_checkpoint_once_an_hour UNIQUE,
    ADD COLUMN number bigint CONSTRAINT audit_checkpoint_number UNIQUE,
    ADD COLUMN key text,
    ADD COLUMN filed_at timestamptz,
    ADD CONSTRAINT audit_checkpoint_signed CHECK ((number IS NULL) = (key IS NULL));
UPDATE audit_checkpoint SET filed_at = at;
COMMENT ON COLUMN audit_checkpoint.hour IS 'the hour of the schedule; null for one at another time';
COMMENT ON COLUMN audit_checkpoint.number IS 'null for those from before they were signed';
COMMENT ON COLUMN audit_checkpoint.key IS 'the id of the key that signed it';
COMMENT ON COLUMN audit_checkpoint.filed_at IS 'since when its line stands in the file; null if that was cut short';
GRANT UPDATE (filed_at) ON audit_checkpoint TO ${app};
