-- Demonstration branches: chosen by people, suspended by a red card, published to everybody who is signed in.

CREATE TABLE demonstration (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    number text NOT NULL,
    branch_code text NOT NULL,
    status text NOT NULL,
    since date NOT NULL,
    reason text NOT NULL,
    facts jsonb NOT NULL,
    chosen_at timestamptz NOT NULL,
    chosen_by text NOT NULL,
    chosen_unit text NOT NULL,
    CONSTRAINT pk_demonstration PRIMARY KEY (id),
    CONSTRAINT uq_demonstration_number UNIQUE (number),
    CONSTRAINT fk_demonstration_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_demonstration_unit FOREIGN KEY (chosen_unit) REFERENCES unit (unit_code),
    CONSTRAINT ck_demonstration_status CHECK (status IN ('IN_FORCE', 'SUSPENDED', 'ENDED'))
);
CREATE UNIQUE INDEX uq_demonstration_branch ON demonstration (branch_code) WHERE status <> 'ENDED';
COMMENT ON COLUMN demonstration.chosen_unit IS 'the unit whose office chose it, and decides what follows';
COMMENT ON COLUMN demonstration.facts IS 'what made it a candidate on the day on which it was chosen';

CREATE TABLE demonstration_event (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    demonstration_id bigint NOT NULL,
    at timestamptz NOT NULL,
    acted_on date NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT pk_demonstration_event PRIMARY KEY (id),
    CONSTRAINT fk_demonstration_event_demonstration FOREIGN KEY (demonstration_id) REFERENCES demonstration (id),
    CONSTRAINT ck_demonstration_event_act CHECK (act IN ('CHOSEN', 'SUSPENDED', 'RESUMED', 'ENDED'))
);
CREATE INDEX ix_demonstration_event_demonstration ON demonstration_event (demonstration_id, id);

-- What is published of it, whoever looks: a copy, so that nothing else of the branch is shown beyond its scope.
CREATE TABLE published_demonstration (
    number text NOT NULL,
    year integer NOT NULL,
    sequence integer NOT NULL,
    branch_name text NOT NULL,
    unit_name text NOT NULL,
    domain text NOT NULL,
    since date NOT NULL,
    status text NOT NULL,
    changed_on date NOT NULL,
    CONSTRAINT pk_published_demonstration PRIMARY KEY (number),
    CONSTRAINT uq_published_demonstration_sequence UNIQUE (year, sequence),
    CONSTRAINT fk_published_demonstration_number FOREIGN KEY (number) REFERENCES demonstration (number),
    CONSTRAINT ck_published_demonstration_status CHECK (status IN ('IN_FORCE', 'SUSPENDED', 'ENDED'))
);

GRANT SELECT, INSERT, UPDATE ON demonstration, published_demonstration TO ${app};
GRANT SELECT, INSERT ON demonstration_event TO ${app};

ALTER TABLE demonstration ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON demonstration TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = demonstration.branch_code));
ALTER TABLE demonstration_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON demonstration_event TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM demonstration d WHERE d.id = demonstration_event.demonstration_id));
-- Everybody who is signed in reads it; it is written only with a demonstration branch in scope.
ALTER TABLE published_demonstration ENABLE ROW LEVEL SECURITY;
CREATE POLICY published ON published_demonstration FOR SELECT TO ${app} USING ((SELECT scope_account()) <> '');
CREATE POLICY written ON published_demonstration FOR INSERT TO ${app}
    WITH CHECK ((SELECT scope_whole())
        OR EXISTS (SELECT FROM demonstration d WHERE d.number = published_demonstration.number));
CREATE POLICY changed ON published_demonstration FOR UPDATE TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM demonstration d WHERE d.number = published_demonstration.number));
