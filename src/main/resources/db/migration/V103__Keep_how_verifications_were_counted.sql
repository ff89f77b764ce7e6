-- By when a finding is to be verified is counted anew when the calendar changes, from where it was first counted.
ALTER TABLE finding ADD COLUMN verify_from date;
ALTER TABLE finding ADD COLUMN verify_working_days integer;
ALTER TABLE finding ADD CONSTRAINT ck_finding_verify_counted
    CHECK (num_nonnulls(verify_from, verify_working_days) IN (0, 2));
