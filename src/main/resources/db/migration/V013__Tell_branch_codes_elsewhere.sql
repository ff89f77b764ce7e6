-- Codes of branches are unique in the whole city. Whoever files a part of it must be told that a code is taken, and by
-- this function is told no more than that.

CREATE FUNCTION branch_codes_taken(codes text[]) RETURNS SETOF text
    STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql
    AS $$ SELECT b.branch_code FROM branch b WHERE b.branch_code = ANY (codes) $$;
REVOKE ALL ON FUNCTION branch_codes_taken(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION branch_codes_taken(text[]) TO ${app};
