-- The counts of a run by unit, so that each viewer is shown the sums of their own part: those of the ledger are of the
-- whole city.

CREATE TABLE sweep_unit (
    sweep_id uuid NOT NULL,
    unit_code text NOT NULL,
    branches_on_roster integer NOT NULL DEFAULT 0,
    branches_to_judge integer NOT NULL DEFAULT 0,
    healthy integer NOT NULL DEFAULT 0,
    partly_judged integer NOT NULL DEFAULT 0,
    flagged integer NOT NULL DEFAULT 0,
    not_filed_only integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    hits integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_sweep_unit PRIMARY KEY (sweep_id, unit_code),
    CONSTRAINT fk_sweep_unit_sweep FOREIGN KEY (sweep_id) REFERENCES sweep (id),
    CONSTRAINT fk_sweep_unit_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code)
);
COMMENT ON COLUMN sweep_unit.unit_code IS 'the unit that the branches were at when they were counted';

GRANT SELECT ON sweep_unit TO ${app};
GRANT SELECT, INSERT, UPDATE ON sweep_unit TO ${sweep};

ALTER TABLE sweep_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON sweep_unit TO ${app}
    USING ((SELECT scope_whole())
        OR unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));
CREATE POLICY sweeps_all ON sweep_unit TO ${sweep} USING (true);

-- The ledger itself is read as the role that sweeps, and passed on to whoever sees the whole city.
REVOKE SELECT ON sweep FROM ${app};
