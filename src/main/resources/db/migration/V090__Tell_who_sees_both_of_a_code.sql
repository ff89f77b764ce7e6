-- Whoever files a part of the city is told of a code in use elsewhere only that it cannot be used. The unit that sees both
-- sides is told the rest: for each of the codes, the unit that uses it, and the nearest one above it and one of the others.

CREATE FUNCTION branch_codes_seen_by_both(codes text[], units text[])
    RETURNS TABLE (branch_code text, used_by text, seen_by text)
    STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql
    AS $$
        SELECT DISTINCT ON (b.branch_code) b.branch_code, holder.unit_name, filer.path[n]
        FROM branch b
        JOIN unit holder ON holder.unit_code = b.unit_code
        JOIN unit filer ON filer.unit_code = ANY (units)
        CROSS JOIN LATERAL generate_series(1, cardinality(filer.path) - 1) n
        WHERE b.branch_code = ANY (codes) AND holder.path[1:n] = filer.path[1:n]
        ORDER BY b.branch_code, n DESC, filer.unit_code
    $$;
REVOKE ALL ON FUNCTION branch_codes_seen_by_both(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION branch_codes_seen_by_both(text[], text[]) TO ${app};
