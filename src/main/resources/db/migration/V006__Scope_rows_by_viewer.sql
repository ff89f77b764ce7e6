-- Row-level security: what the application reads and changes is narrowed to the scope of the viewer, which is told to
-- the database with each transaction. A statement that was told nothing sees nothing.
--
-- Three roles: the owner of the tables, who runs these migrations and whom the policies do not bind; ${app}, as which
-- the application serves people and to whom they apply; and ${sweep}, as which the sweep reads and judges all branches.

-- The scope that was told. STABLE and plain SQL, so that a statement asks once and not for every row.
CREATE FUNCTION scope_whole() RETURNS boolean STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT coalesce(current_setting('liangpai.whole', true), '') = 'on' $$;
CREATE FUNCTION scope_units() RETURNS text[] STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT CAST(coalesce(nullif(current_setting('liangpai.units', true), ''), '{}') AS text[]) $$;
CREATE FUNCTION scope_branches() RETURNS text[] STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT CAST(coalesce(nullif(current_setting('liangpai.branches', true), ''), '{}') AS text[]) $$;
CREATE FUNCTION scope_above() RETURNS text[] STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT CAST(coalesce(nullif(current_setting('liangpai.above', true), ''), '{}') AS text[]) $$;
CREATE FUNCTION scope_account() RETURNS text STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT coalesce(current_setting('liangpai.account', true), '') $$;
CREATE FUNCTION scope_roles() RETURNS text[] STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT CAST(coalesce(nullif(current_setting('liangpai.roles', true), ''), '{}') AS text[]) $$;

-- What each role may do at all. History is only ever added to.
GRANT SELECT, INSERT, UPDATE ON unit, branch, monthly_record, finding, card, card_line, card_counter TO ${app};
GRANT SELECT, INSERT ON branch_version, monthly_record_version, finding_event, card_observation, card_event, import_run
    TO ${app};
GRANT SELECT, INSERT, DELETE ON meeting TO ${app};
GRANT SELECT ON sweep, sweep_failure, item_edition TO ${app};

GRANT SELECT ON unit, branch, branch_version, monthly_record, meeting, card, card_line, card_event TO ${sweep};
GRANT SELECT, INSERT, UPDATE ON sweep, finding TO ${sweep};
GRANT SELECT, INSERT ON sweep_failure, item_edition, finding_event TO ${sweep};

-- Units: those of the scope with all below, and the names of those above.
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON unit TO ${app}
    USING ((SELECT scope_whole()) OR path && (SELECT scope_units())
        OR unit_code = ANY (CAST((SELECT scope_above()) AS text[])))
    WITH CHECK ((SELECT scope_whole()) OR path && (SELECT scope_units()));

ALTER TABLE branch ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON branch TO ${app}
    USING ((SELECT scope_whole())
        OR unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units()))
        OR branch_code = ANY (CAST((SELECT scope_branches()) AS text[])));

-- What belongs to a branch goes with the branch, also when it moves to another unit.
ALTER TABLE branch_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON branch_version TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = branch_version.branch_code));

ALTER TABLE monthly_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON monthly_record TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = monthly_record.branch_code));

ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON meeting TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = meeting.branch_code));

ALTER TABLE monthly_record_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON monthly_record_version TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = monthly_record_version.branch_code));

ALTER TABLE sweep_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON sweep_failure TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = sweep_failure.branch_code));

ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON finding TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = finding.branch_code));

ALTER TABLE finding_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON finding_event TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM finding f WHERE f.id = finding_event.finding_id));

-- A card belongs to its branch or, where the duty is the unit's own, to the unit.
ALTER TABLE card ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON card TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = card.branch_code)
        OR card.unit_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));

ALTER TABLE card_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON card_line TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = card_line.branch_code));

ALTER TABLE card_observation ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON card_observation TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM finding f WHERE f.id = card_observation.finding_id));

ALTER TABLE card_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON card_event TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM card c WHERE c.number = card_event.card_number));

-- A committee's own card is numbered by the unit above it.
ALTER TABLE card_counter ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON card_counter TO ${app}
    USING ((SELECT scope_whole()) OR issuer_code = ANY (CAST((SELECT scope_above()) AS text[]))
        OR issuer_code IN (SELECT u.unit_code FROM unit u WHERE u.path && (SELECT scope_units())));

ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON import_run TO ${app}
    USING ((SELECT scope_whole()) OR by = (SELECT scope_account()));

-- The sweep judges every branch.
CREATE POLICY sweeps_all ON unit TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON branch TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON branch_version TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON monthly_record TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON meeting TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON sweep_failure TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON finding TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON finding_event TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON card TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON card_line TO ${sweep} USING (true);
CREATE POLICY sweeps_all ON card_event TO ${sweep} USING (true);
