-- What happens to a card after it is issued: where each line stands, from when it is cleared and watched, and what
-- holds its clock.

ALTER TABLE card_line
    ADD COLUMN stage text NOT NULL DEFAULT 'TO_PLAN',
    ADD COLUMN agreed_month date,
    ADD CONSTRAINT ck_card_line_stage CHECK (
        stage IN ('TO_PLAN', 'PLANNED', 'IN_WORK', 'REPORTED', 'ACCEPTED', 'CLEARED', 'CLOSED'));
UPDATE card_line SET stage = CASE WHEN cleared_on IS NULL THEN 'CLOSED' ELSE 'CLEARED' END WHERE NOT open;
ALTER TABLE card_line
    ADD CONSTRAINT ck_card_line_open CHECK (open = (stage NOT IN ('CLEARED', 'CLOSED'))),
    ADD CONSTRAINT ck_card_line_stage_cleared CHECK ((cleared_on IS NOT NULL) = (stage = 'CLEARED'));
COMMENT ON COLUMN card_line.agreed_month IS 'the latest month whose record shows that the item no longer holds';

ALTER TABLE card
    ADD COLUMN raised_level text,
    ADD COLUMN cleared_on date,
    ADD COLUMN watch_until date,
    ADD COLUMN watch_outcome text,
    ADD COLUMN reopens text,
    ADD COLUMN suspended_until date,
    ADD COLUMN clock_stopped_on date,
    ADD CONSTRAINT fk_card_reopens FOREIGN KEY (reopens) REFERENCES card (number),
    ADD CONSTRAINT ck_card_raised_level CHECK (raised_level IN ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
    ADD CONSTRAINT ck_card_cleared CHECK (cleared_on IS NULL OR status = 'CLEARED'),
    ADD CONSTRAINT ck_card_watch CHECK (watch_until >= cleared_on AND watch_outcome IN ('CLOSED', 'RELAPSED'));
CREATE INDEX ix_card_watch ON card (watch_until) WHERE status = 'CLEARED' AND watch_outcome IS NULL;
COMMENT ON COLUMN card.raised_level IS 'what the ladder raised it to; empty if it did not';
COMMENT ON COLUMN card.watch_until IS 'the last day of the watch after clearing';
COMMENT ON COLUMN card.watch_outcome IS 'empty while the card is watched';
COMMENT ON COLUMN card.reopens IS 'the card whose item came back while it was watched';
COMMENT ON COLUMN card.suspended_until IS 'the last day of a suspension; empty if there is none';
COMMENT ON COLUMN card.clock_stopped_on IS 'since when an objection is open; empty if there is none';
