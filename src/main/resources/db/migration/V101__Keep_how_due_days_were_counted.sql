-- A due day is counted anew when the calendar changes, from where it was first counted.
ALTER TABLE card_line ADD COLUMN due_from date;
ALTER TABLE card_line ADD COLUMN due_working_days integer;
ALTER TABLE card_line ADD CONSTRAINT ck_card_line_due_counted
    CHECK (num_nonnulls(due_from, due_working_days) IN (0, 2));
COMMENT ON COLUMN card_line.due_from IS 'the day from which was counted; blank on lines of before, whose day stays';
