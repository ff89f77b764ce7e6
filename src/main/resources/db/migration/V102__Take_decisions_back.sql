-- What was decided by a slip of the hand is taken back while the holder of the card knows nothing of it.
ALTER TABLE finding_event DROP CONSTRAINT ck_finding_event_act;
ALTER TABLE finding_event ADD CONSTRAINT ck_finding_event_act CHECK (act IN ('FOUND', 'UPDATED', 'WITHDRAWN',
    'REINSTATED', 'REOPENED', 'DATA_CHANGED', 'NO_LONGER_HIT', 'CONFIRMED', 'DISMISSED', 'DATA_ERROR', 'TAKEN_BACK'));

-- Who on the side of the holder looked at a card first.
CREATE TABLE card_seen (
    card_number text NOT NULL,
    seen_at timestamptz NOT NULL,
    seen_by text NOT NULL,
    CONSTRAINT pk_card_seen PRIMARY KEY (card_number),
    CONSTRAINT fk_card_seen_card FOREIGN KEY (card_number) REFERENCES card (number)
);
GRANT SELECT, INSERT ON card_seen TO ${app};
ALTER TABLE card_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON card_seen TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM card c WHERE c.number = card_seen.card_number));

-- A finding whose decision is taken back is on no card until it is confirmed again. Nothing else is ever taken away:
-- what is decided stays on its card.
CREATE FUNCTION forget_undecided(finding bigint) RETURNS void VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp LANGUAGE sql
AS $$
    DELETE FROM card_observation o USING finding f
    WHERE o.finding_id = forget_undecided.finding AND f.id = o.finding_id AND f.status = 'PENDING'
$$;
REVOKE ALL ON FUNCTION forget_undecided FROM public;
GRANT EXECUTE ON FUNCTION forget_undecided TO ${app};
