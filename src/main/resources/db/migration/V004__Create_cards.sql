-- Cards: issued by verified findings, one open card for the same branch and item.

CREATE TABLE card_counter (
    issuer_code text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_card_counter PRIMARY KEY (issuer_code, year),
    CONSTRAINT fk_card_counter_issuer FOREIGN KEY (issuer_code) REFERENCES unit (unit_code)
);

CREATE TABLE card (
    number text NOT NULL,
    holder_kind text NOT NULL,
    branch_code text,
    unit_code text,
    issuer_code text NOT NULL,
    month date NOT NULL,
    level text NOT NULL,
    graded_level text NOT NULL,
    level_reason text NOT NULL,
    status text NOT NULL,
    issued_at timestamptz NOT NULL,
    issued_on date NOT NULL,
    issued_by text NOT NULL,
    due_on date NOT NULL,
    due_provisional boolean NOT NULL,
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_card PRIMARY KEY (number),
    CONSTRAINT fk_card_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_card_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT fk_card_issuer FOREIGN KEY (issuer_code) REFERENCES unit (unit_code),
    CONSTRAINT ck_card_holder CHECK (
        (holder_kind = 'BRANCH' AND branch_code IS NOT NULL AND unit_code IS NULL)
        OR (holder_kind = 'UNIT' AND unit_code IS NOT NULL AND branch_code IS NULL)),
    CONSTRAINT ck_card_level CHECK (level IN ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
    CONSTRAINT ck_card_status CHECK (status IN ('ISSUED', 'RECTIFYING', 'AWAITING_ACCEPTANCE', 'CLEARED', 'WITHDRAWN'))
);
CREATE UNIQUE INDEX uq_card_open_branch_month ON card (branch_code, month)
    WHERE status NOT IN ('CLEARED', 'WITHDRAWN');
CREATE UNIQUE INDEX uq_card_open_unit_month ON card (unit_code, month)
    WHERE status NOT IN ('CLEARED', 'WITHDRAWN');
CREATE INDEX ix_card_due ON card (due_on);

CREATE TABLE card_line (
    id bigint GENERATED ALWAYS AS IDENTITY,
    card_number text NOT NULL,
    branch_code text NOT NULL,
    item text NOT NULL,
    item_level text NOT NULL,
    start_level text NOT NULL,
    relapse boolean NOT NULL,
    due_on date NOT NULL,
    due_provisional boolean NOT NULL,
    added_on date NOT NULL,
    open boolean NOT NULL DEFAULT true,
    cleared_on date,
    CONSTRAINT pk_card_line PRIMARY KEY (id),
    CONSTRAINT fk_card_line_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT fk_card_line_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT ck_card_line_cleared CHECK (cleared_on IS NULL OR NOT open)
);
-- While a card for the same branch and item is open there is no second one.
CREATE UNIQUE INDEX uq_card_line_open_branch_item ON card_line (branch_code, item) WHERE open;
CREATE INDEX ix_card_line_card ON card_line (card_number);
CREATE INDEX ix_card_line_cleared ON card_line (branch_code, item, cleared_on);

-- The findings of a line: the one that made it, and later hits of the same item while it was open.
CREATE TABLE card_observation (
    finding_id bigint NOT NULL,
    card_line_id bigint NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT pk_card_observation PRIMARY KEY (finding_id),
    CONSTRAINT fk_card_observation_finding FOREIGN KEY (finding_id) REFERENCES finding (id),
    CONSTRAINT fk_card_observation_line FOREIGN KEY (card_line_id) REFERENCES card_line (id)
);
CREATE INDEX ix_card_observation_line ON card_observation (card_line_id);

CREATE TABLE card_event (
    id bigint GENERATED ALWAYS AS IDENTITY,
    card_number text NOT NULL,
    at timestamptz NOT NULL,
    acted_on date NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    reason text,
    level text NOT NULL,
    status text NOT NULL,
    CONSTRAINT pk_card_event PRIMARY KEY (id),
    CONSTRAINT fk_card_event_card FOREIGN KEY (card_number) REFERENCES card (number)
);
CREATE INDEX ix_card_event_card ON card_event (card_number, id);
COMMENT ON TABLE card_event IS 'every act on a card with the level and status that it left: the history of the card';
