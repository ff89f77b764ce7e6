-- What a branch or committee asks a unit for that it cannot do itself.

CREATE TABLE help_request (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    asking_branch text,
    asking_unit text,
    asking_name text NOT NULL,
    asked_unit text NOT NULL,
    asked_name text NOT NULL,
    subject text NOT NULL,
    urgency text NOT NULL,
    content text NOT NULL,
    due_on date NOT NULL,
    card_number text,
    card_line_id bigint,
    status text NOT NULL DEFAULT 'ASKED',
    asked_at timestamptz NOT NULL,
    asked_on date NOT NULL,
    asked_by text NOT NULL,
    promised_on date,
    answer text,
    sent_back boolean NOT NULL DEFAULT false,
    ended_on date,
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_help_request PRIMARY KEY (id),
    CONSTRAINT fk_help_request_asking_branch FOREIGN KEY (asking_branch) REFERENCES branch (branch_code),
    CONSTRAINT fk_help_request_asking_unit FOREIGN KEY (asking_unit) REFERENCES unit (unit_code),
    CONSTRAINT fk_help_request_asked_unit FOREIGN KEY (asked_unit) REFERENCES unit (unit_code),
    CONSTRAINT fk_help_request_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT fk_help_request_line FOREIGN KEY (card_line_id) REFERENCES card_line (id),
    CONSTRAINT ck_help_request_asking CHECK ((asking_branch IS NULL) <> (asking_unit IS NULL)),
    CONSTRAINT ck_help_request_line CHECK (card_line_id IS NULL OR card_number IS NOT NULL),
    CONSTRAINT ck_help_request_subject CHECK (subject IN ('MONEY', 'VENUE', 'APPROVAL', 'OTHER')),
    CONSTRAINT ck_help_request_urgency CHECK (urgency IN ('NORMAL', 'URGENT', 'HARD')),
    CONSTRAINT ck_help_request_status CHECK (
        status IN ('ASKED', 'TAKEN', 'DONE', 'REFUSED', 'CONFIRMED', 'WITHDRAWN')),
    CONSTRAINT ck_help_request_due CHECK (due_on >= asked_on),
    CONSTRAINT ck_help_request_ended CHECK (
        (ended_on IS NOT NULL) = (status IN ('REFUSED', 'CONFIRMED', 'WITHDRAWN')))
);
CREATE INDEX ix_help_request_asking_branch ON help_request (asking_branch);
CREATE INDEX ix_help_request_asking_unit ON help_request (asking_unit);
CREATE INDEX ix_help_request_asked_unit ON help_request (asked_unit);
CREATE INDEX ix_help_request_card ON help_request (card_number) WHERE card_number IS NOT NULL;
CREATE INDEX ix_help_request_due ON help_request (due_on) WHERE status IN ('ASKED', 'TAKEN');
COMMENT ON COLUMN help_request.asking_name IS 'either side may not see the other in the hierarchy: both are named here';
COMMENT ON COLUMN help_request.sent_back IS 'the asking side sent back once what was said to be done';

CREATE TABLE help_event (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    request_id bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    told text,
    CONSTRAINT pk_help_event PRIMARY KEY (id),
    CONSTRAINT fk_help_event_request FOREIGN KEY (request_id) REFERENCES help_request (id)
);
CREATE INDEX ix_help_event_request ON help_event (request_id, id);

-- How far an overdue request has climbed: rung 0 reminds the asked unit, each further one tells one level higher.
CREATE TABLE help_rung (
    request_id bigint NOT NULL,
    rung integer NOT NULL,
    told_unit text NOT NULL,
    taken_on date NOT NULL,
    CONSTRAINT pk_help_rung PRIMARY KEY (request_id, rung),
    CONSTRAINT fk_help_rung_request FOREIGN KEY (request_id) REFERENCES help_request (id),
    CONSTRAINT fk_help_rung_unit FOREIGN KEY (told_unit) REFERENCES unit (unit_code)
);

-- Which units can be asked: all of them, by name, also those elsewhere in the hierarchy.
CREATE FUNCTION units_to_ask() RETURNS TABLE (unit_code text, unit_name text)
    STABLE SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp LANGUAGE sql
    AS $$ SELECT unit_code, unit_name FROM unit ORDER BY unit_code $$;
REVOKE ALL ON FUNCTION units_to_ask() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION units_to_ask() TO ${app};

GRANT SELECT, INSERT, UPDATE ON help_request TO ${app};
GRANT SELECT, INSERT ON help_event, help_rung TO ${app};

-- Seen where either side is seen, and with the card for which it is needed; what climbs, climbs to units that see the
-- asked one.
ALTER TABLE help_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON help_request TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = help_request.asking_branch)
        OR asking_unit IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units()))
        OR asked_unit IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units()))
        OR card_number IS NOT NULL AND EXISTS (SELECT FROM card c WHERE c.number = help_request.card_number));
ALTER TABLE help_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON help_event TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM help_request r WHERE r.id = help_event.request_id));
ALTER TABLE help_rung ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON help_rung TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM help_request r WHERE r.id = help_rung.request_id));
