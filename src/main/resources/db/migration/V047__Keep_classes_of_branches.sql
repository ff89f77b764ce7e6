-- The class of a branch in a quarter: derived once, with its reasons, and never changed afterwards.

CREATE TABLE branch_class (
    branch_code text NOT NULL,
    quarter date NOT NULL,
    class text NOT NULL,
    class_before text,
    reasons jsonb NOT NULL,
    facts jsonb NOT NULL,
    why_moved text,
    list_fingerprint text NOT NULL,
    derived_at timestamptz NOT NULL,
    derived_by text NOT NULL,
    CONSTRAINT pk_branch_class PRIMARY KEY (branch_code, quarter),
    CONSTRAINT fk_branch_class_branch FOREIGN KEY (branch_code) REFERENCES branch (branch_code),
    CONSTRAINT ck_branch_class_class CHECK (class IN ('A', 'B', 'C')),
    CONSTRAINT ck_branch_class_before CHECK (class_before IN ('A', 'B', 'C')),
    CONSTRAINT ck_branch_class_moved CHECK ((why_moved IS NOT NULL) = coalesce(class_before <> class, false)),
    CONSTRAINT ck_branch_class_quarter CHECK (extract(day FROM quarter) = 1 AND extract(month FROM quarter) IN (1, 4, 7, 10))
);
CREATE INDEX ix_branch_class_quarter ON branch_class (quarter, branch_code);
COMMENT ON COLUMN branch_class.quarter IS 'the first day of the quarter';
COMMENT ON COLUMN branch_class.class IS 'A advanced, B average, C backward; there is no order within a class';

GRANT SELECT, INSERT ON branch_class TO ${app};
ALTER TABLE branch_class ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON branch_class TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = branch_class.branch_code));
