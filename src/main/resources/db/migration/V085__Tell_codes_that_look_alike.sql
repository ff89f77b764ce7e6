-- b1 beside B1 is one branch written in two ways, far more often than two branches. Codes that differ only by case or by
-- the kind of a dash have one key; whoever files a new code is told that it looks like a taken one, and no more than that.

CREATE FUNCTION code_key(code text) RETURNS text
    IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT lower(translate(code, '‐‑‒–—−', '------')) $$;

CREATE INDEX ix_unit_code_key ON unit (code_key(unit_code));
CREATE INDEX ix_branch_code_key ON branch (code_key(branch_code));

CREATE FUNCTION branch_codes_alike(codes text[]) RETURNS SETOF text
    STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql
    AS $$
        SELECT c FROM unnest(codes) c
        WHERE NOT EXISTS (SELECT FROM branch b WHERE b.branch_code = c)
          AND EXISTS (SELECT FROM branch b WHERE code_key(b.branch_code) = code_key(c))
    $$;
REVOKE ALL ON FUNCTION branch_codes_alike(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION branch_codes_alike(text[]) TO ${app};
