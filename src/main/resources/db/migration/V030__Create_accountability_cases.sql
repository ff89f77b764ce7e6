-- Accountability: what the service proposes, with its ground, once; and what people decide and record. Nothing of it is
-- ever opened by the service. It is shown to the levels above those concerned alone.

CREATE TABLE accountability_case (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    key text,
    ground text NOT NULL,
    grounds text NOT NULL,
    unit_code text NOT NULL,
    branch_code text,
    card_number text,
    proposed_measure text,
    proposed_at timestamptz,
    status text NOT NULL,
    measure text,
    post text,
    decision text,
    decided_on date,
    decided_at timestamptz,
    decided_by text,
    result text,
    result_on date,
    concluded_at timestamptz,
    concluded_by text,
    CONSTRAINT pk_accountability_case PRIMARY KEY (id),
    CONSTRAINT uq_accountability_case_key UNIQUE (key),
    CONSTRAINT fk_accountability_case_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT fk_accountability_case_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT fk_accountability_case_card FOREIGN KEY (card_number) REFERENCES card (number),
    CONSTRAINT ck_accountability_case_ground CHECK (
        ground IN ('OVERDUE', 'TWO_REDS', 'THREE_REDS', 'RELAPSE_AFTER_RED', 'OTHER')),
    CONSTRAINT ck_accountability_case_measure CHECK (
        measure IN ('TALK', 'NOTICE', 'WRITTEN_REVIEW', 'POST_ADJUSTMENT')
        AND proposed_measure IN ('TALK', 'NOTICE', 'WRITTEN_REVIEW', 'POST_ADJUSTMENT')),
    CONSTRAINT ck_accountability_case_status CHECK (status IN ('PROPOSED', 'DECLINED', 'OPEN', 'CONCLUDED')),
    CONSTRAINT ck_accountability_case_proposed CHECK (
        (key IS NULL) = (proposed_at IS NULL) AND (key IS NULL) = (proposed_measure IS NULL)),
    CONSTRAINT ck_accountability_case_decided CHECK (
        (status = 'PROPOSED') = (decision IS NULL) AND (decision IS NULL) = (decided_on IS NULL)
        AND (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
    CONSTRAINT ck_accountability_case_opened CHECK (
        (status IN ('OPEN', 'CONCLUDED')) = (measure IS NOT NULL) AND (measure IS NULL) = (post IS NULL)),
    CONSTRAINT ck_accountability_case_concluded CHECK (
        (status = 'CONCLUDED') = (result IS NOT NULL) AND (result IS NULL) = (result_on IS NULL)
        AND (result IS NULL) = (concluded_at IS NULL) AND (result IS NULL) = (concluded_by IS NULL))
);
CREATE INDEX ix_accountability_case_unit ON accountability_case (unit_code);
CREATE INDEX ix_accountability_case_branch ON accountability_case (branch_code);
-- What one person opens with the same words on the same day is one case: a form may be sent twice.
CREATE UNIQUE INDEX uq_accountability_case_opened ON accountability_case (decided_by, unit_code,
    coalesce(branch_code, ''), coalesce(card_number, ''), measure, post, decided_on, md5(grounds), md5(decision))
    WHERE key IS NULL;
COMMENT ON COLUMN accountability_case.key IS 'of a proposal, which is made once; empty if people opened the case';
COMMENT ON COLUMN accountability_case.unit_code IS 'the party organisation whose head it concerns';
COMMENT ON COLUMN accountability_case.branch_code IS 'the branch on whose account, if it is one';
COMMENT ON COLUMN accountability_case.post IS 'whom it concerns, by post: a name is not asked for';

-- A holder's cards in the order of issue.
CREATE INDEX ix_card_unit ON card (unit_code);
CREATE INDEX ix_card_red ON card (level) WHERE level = 'RED';

GRANT SELECT, INSERT, UPDATE ON accountability_case TO ${app};
ALTER TABLE accountability_case ENABLE ROW LEVEL SECURITY;
-- The unit itself is left out of its path: whoever looks stands above it.
CREATE POLICY levels_above ON accountability_case TO ${app}
    USING ((SELECT scope_roles() && ARRAY['COUNTY_OFFICER', 'CITY_OFFICER'])
        AND ((SELECT scope_whole()) OR unit_code IN (
            SELECT u.unit_code FROM unit u WHERE trim_array(u.path, 1) && (SELECT scope_units()))));
