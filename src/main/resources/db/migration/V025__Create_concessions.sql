-- What the holder or verifier of a card asks of the levels above, and what was decided on it.

CREATE TABLE concession (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    card_number text NOT NULL,
    status text NOT NULL DEFAULT 'ASKED',
    asked_at timestamptz NOT NULL,
    asked_on date NOT NULL,
    asked_by text NOT NULL,
    reason text NOT NULL,
    working_days integer,
    until_on date,
    granted_working_days integer,
    decided_at timestamptz,
    decided_by text,
    decision_reason text,
    ended_on date,
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_concession PRIMARY KEY (id),
    CONSTRAINT fk_concession_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT ck_concession_kind CHECK (kind IN ('EXTENSION', 'SUSPENSION', 'OBJECTION')),
    CONSTRAINT ck_concession_status CHECK (status IN ('ASKED', 'GRANTED', 'REFUSED', 'LAPSED', 'ENDED')),
    CONSTRAINT ck_concession_days CHECK ((kind = 'EXTENSION') = (working_days IS NOT NULL) AND working_days > 0),
    CONSTRAINT ck_concession_granted CHECK (granted_working_days BETWEEN 1 AND working_days),
    CONSTRAINT ck_concession_until CHECK ((kind = 'SUSPENSION') = (until_on IS NOT NULL) AND until_on > asked_on),
    CONSTRAINT ck_concession_decided CHECK (
        (decided_at IS NULL) = (decided_by IS NULL) AND (status IN ('ASKED', 'LAPSED')) = (decided_at IS NULL)),
    CONSTRAINT ck_concession_refused CHECK (status <> 'REFUSED' OR decision_reason IS NOT NULL)
);
-- One request of a kind waits at a time, and a card is objected to once.
CREATE UNIQUE INDEX uq_concession_asked ON concession (card_number, kind) WHERE status = 'ASKED';
CREATE UNIQUE INDEX uq_concession_objection ON concession (card_number) WHERE kind = 'OBJECTION';
CREATE INDEX ix_concession_card ON concession (card_number, id);
COMMENT ON COLUMN concession.working_days IS 'of an extension: as many as were asked for';
COMMENT ON COLUMN concession.until_on IS 'of a suspension: its last day';
COMMENT ON COLUMN concession.status IS 'LAPSED: the card came off before anybody decided; ENDED: a suspension is over';

-- The items that an objection is about; none if it is about the whole card.
CREATE TABLE concession_line (
    concession_id bigint NOT NULL,
    card_line_id bigint NOT NULL,
    CONSTRAINT pk_concession_line PRIMARY KEY (concession_id, card_line_id),
    CONSTRAINT fk_concession_line_concession FOREIGN KEY (concession_id) REFERENCES concession (id),
    CONSTRAINT fk_concession_line_line FOREIGN KEY (card_line_id) REFERENCES card_line (id)
);

CREATE INDEX ix_card_suspended ON card (suspended_until) WHERE suspended_until IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON concession TO ${app};
GRANT SELECT, INSERT ON concession_line TO ${app};
ALTER TABLE concession ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON concession TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM card c WHERE c.number = concession.card_number));
ALTER TABLE concession_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON concession_line TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM concession k WHERE k.id = concession_line.concession_id));
