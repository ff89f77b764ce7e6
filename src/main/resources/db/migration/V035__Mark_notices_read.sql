-- Who has read which notice. A notice stays in the inbox of the post; whether it was read is told for each account.

CREATE TABLE notice_reading (
    account text NOT NULL,
    notice_id bigint NOT NULL,
    read_at timestamptz NOT NULL,
    CONSTRAINT pk_notice_reading PRIMARY KEY (account, notice_id),
    CONSTRAINT fk_notice_reading_notice FOREIGN KEY (notice_id) REFERENCES notice (id)
);
GRANT SELECT, INSERT ON notice_reading TO ${app};
ALTER TABLE notice_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notice_reading TO ${app} USING (account = (SELECT scope_account()));
