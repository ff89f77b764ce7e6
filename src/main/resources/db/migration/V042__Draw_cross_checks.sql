-- Cross-checks: a drawn part of what was verified and cleared is checked again by another unit. The draw is frozen with
-- everything that it was made from, so that anybody can make it again.

CREATE TABLE cross_check (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    unit_code text NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    seed text NOT NULL,
    seed_given boolean NOT NULL,
    share_numerator integer NOT NULL,
    share_denominator integer NOT NULL,
    checkers text[] NOT NULL,
    population integer NOT NULL,
    population_hash text NOT NULL,
    drawn integer NOT NULL,
    drawn_at timestamptz NOT NULL,
    drawn_by text NOT NULL,
    CONSTRAINT pk_cross_check PRIMARY KEY (id),
    CONSTRAINT fk_cross_check_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT ck_cross_check_span CHECK (to_on >= from_on),
    CONSTRAINT ck_cross_check_share CHECK (share_numerator BETWEEN 1 AND share_denominator),
    -- A unit's period is drawn once: nobody draws until they like what comes.
    CONSTRAINT ex_cross_check_period EXCLUDE USING gist (
        int8range(hashtextextended(unit_code, 0), hashtextextended(unit_code, 0), '[]') WITH &&,
        daterange(from_on, to_on, '[]') WITH &&)
);
COMMENT ON COLUMN cross_check.checkers IS 'the units that check one another, in the order of their codes';
COMMENT ON COLUMN cross_check.population_hash IS 'SHA-256 of the keys and strata in their order';

-- What was drawn from: keys without anything of what they stand for.
CREATE TABLE cross_check_key (
    cross_check_id bigint NOT NULL,
    position integer NOT NULL,
    key text NOT NULL,
    stratum text NOT NULL,
    drawn boolean NOT NULL,
    CONSTRAINT pk_cross_check_key PRIMARY KEY (cross_check_id, position),
    CONSTRAINT uq_cross_check_key UNIQUE (cross_check_id, key),
    CONSTRAINT fk_cross_check_key_draw FOREIGN KEY (cross_check_id) REFERENCES cross_check (id)
);

-- What was drawn, frozen as whoever checks it is to see it: they see this copy and nothing of the branch itself.
CREATE TABLE cross_check_sample (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    cross_check_id bigint NOT NULL,
    key text NOT NULL,
    verifier text NOT NULL,
    verifier_name text NOT NULL,
    part text NOT NULL,
    checker text NOT NULL,
    checker_name text NOT NULL,
    decided_by text,
    content jsonb NOT NULL,
    answer text,
    answer_text text,
    answered_at timestamptz,
    answered_by text,
    CONSTRAINT pk_cross_check_sample PRIMARY KEY (id),
    CONSTRAINT uq_cross_check_sample UNIQUE (cross_check_id, key),
    CONSTRAINT fk_cross_check_sample_key FOREIGN KEY (cross_check_id, key)
        REFERENCES cross_check_key (cross_check_id, key),
    CONSTRAINT fk_cross_check_sample_verifier FOREIGN KEY (verifier) REFERENCES unit (unit_code),
    CONSTRAINT fk_cross_check_sample_checker FOREIGN KEY (checker) REFERENCES unit (unit_code),
    CONSTRAINT ck_cross_check_sample_other CHECK (checker <> verifier),
    CONSTRAINT ck_cross_check_sample_answer CHECK (answer IN ('AGREES', 'DIFFERS')),
    CONSTRAINT ck_cross_check_sample_answered CHECK (
        (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)
        AND (answer IS DISTINCT FROM 'DIFFERS' OR answer_text IS NOT NULL))
);
CREATE INDEX ix_cross_check_sample_checker ON cross_check_sample (checker);
CREATE INDEX ix_cross_check_sample_verifier ON cross_check_sample (verifier);
COMMENT ON COLUMN cross_check_sample.verifier IS 'who verified or cleared: the committee, or above it for its own cards';
COMMENT ON COLUMN cross_check_sample.part IS 'the part of the unit of the draw that the verifier was in on that day';
COMMENT ON COLUMN cross_check_sample.decided_by IS 'the account that verified; it does not check the same';

GRANT SELECT, INSERT ON cross_check, cross_check_key, cross_check_sample TO ${app};
GRANT UPDATE (answer, answer_text, answered_at, answered_by) ON cross_check_sample TO ${app};

-- A draw is seen in the whole part of the hierarchy that it was made for, so that anybody there can make it again; only
-- whoever has that whole part draws.
ALTER TABLE cross_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON cross_check FOR SELECT TO ${app}
    USING ((SELECT scope_whole()) OR unit_code = ANY (CAST((SELECT scope_above()) AS text[]))
        OR unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
CREATE POLICY drawn ON cross_check FOR INSERT TO ${app}
    WITH CHECK ((SELECT scope_whole())
        OR unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
ALTER TABLE cross_check_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON cross_check_key TO ${app}
    USING ((SELECT scope_whole()) OR EXISTS (SELECT FROM cross_check c WHERE c.id = cross_check_key.cross_check_id));

-- A sample is seen by whoever checks it, by whoever is checked, and above both.
ALTER TABLE cross_check_sample ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON cross_check_sample FOR SELECT TO ${app}
    USING ((SELECT scope_whole())
        OR checker IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units()))
        OR verifier IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
CREATE POLICY drawn ON cross_check_sample FOR INSERT TO ${app}
    WITH CHECK ((SELECT scope_whole())
        OR verifier IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
CREATE POLICY answered ON cross_check_sample FOR UPDATE TO ${app}
    USING ((SELECT scope_whole())
        OR checker IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
