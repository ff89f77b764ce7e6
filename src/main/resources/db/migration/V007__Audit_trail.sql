-- The audit trail. Every row is chained by hash to the one before it in its lane. There are more lanes than connections,
-- so writers do not wait for each other; a transaction keeps its lane until it ends, so a lane has no gaps.

CREATE SEQUENCE audit_entry_id;

CREATE TABLE audit_entry (
    id          bigint      NOT NULL CONSTRAINT audit_entry_id_unique UNIQUE,
    lane        integer     NOT NULL,
    seq         bigint      NOT NULL CONSTRAINT audit_entry_seq_positive CHECK (seq > 0),
    at          timestamptz NOT NULL,
    account     text        NOT NULL,
    posts       text        NOT NULL,
    address     text,
    act         text        NOT NULL,
    object_kind text        NOT NULL,
    object      text        NOT NULL,
    before      jsonb       NOT NULL,
    after       jsonb       NOT NULL,
    reason      text,
    hash        bytea       NOT NULL CONSTRAINT audit_entry_hash_length CHECK (length(hash) = 32),
    CONSTRAINT audit_entry_pk PRIMARY KEY (lane, seq)
);
CREATE INDEX audit_entry_account ON audit_entry (account, id);
CREATE INDEX audit_entry_object ON audit_entry (object, id);
CREATE INDEX audit_entry_at ON audit_entry USING brin (at);

-- A month that was written to a file. Its heads are number and hash of the last row of each lane that it holds.
CREATE TABLE audit_archive (
    month     date        NOT NULL CONSTRAINT audit_archive_pk PRIMARY KEY,
    at        timestamptz NOT NULL,
    by        text        NOT NULL,
    file      text        NOT NULL,
    sha256    text        NOT NULL,
    entries   bigint      NOT NULL,
    last_at   timestamptz NOT NULL,
    heads     jsonb       NOT NULL,
    purged_at timestamptz
);

-- What went out of the database as a checkpoint: one a day by the schedule, and those asked for by people.
CREATE TABLE audit_checkpoint (
    id        bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_checkpoint_pk PRIMARY KEY,
    at        timestamptz NOT NULL,
    day       date        CONSTRAINT audit_checkpoint_once_a_day UNIQUE,
    line      text        NOT NULL,
    posted_at timestamptz
);
COMMENT ON COLUMN audit_checkpoint.day IS 'the day of the schedule; null for one that somebody asked for';

-- A field of the text that is hashed: its length before it, so that no two rows have the same text.
CREATE FUNCTION audit_field(value text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT coalesce(octet_length(value) || ':' || value, '-') || ',' $$;

CREATE FUNCTION audit_append(entries jsonb) RETURNS void VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp LANGUAGE plpgsql
AS $$
DECLARE
    lanes CONSTANT integer := 64;
    lock_class CONSTANT integer := 1096107081;
    chosen integer := pg_backend_pid() % lanes;
    tried integer := 0;
    head_seq bigint;
    head_hash bytea;
    new_id bigint;
    entry record;
BEGIN
    -- A snapshot from before the lock would show a head that is no longer one.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'The audit trail is written in READ COMMITTED transactions only';
    END IF;
    WHILE NOT pg_try_advisory_xact_lock(lock_class, chosen) LOOP
        chosen := (chosen + 1) % lanes;
        tried := tried + 1;
        IF tried = lanes THEN
            PERFORM pg_advisory_xact_lock(lock_class, chosen);
            EXIT;
        END IF;
    END LOOP;
    SELECT e.seq, e.hash INTO head_seq, head_hash FROM audit_entry e
        WHERE e.lane = chosen ORDER BY e.seq DESC LIMIT 1;
    IF NOT FOUND THEN
        SELECT CAST(a.heads -> CAST(chosen AS text) ->> 'seq' AS bigint),
                decode(a.heads -> CAST(chosen AS text) ->> 'hash', 'hex')
            INTO head_seq, head_hash FROM audit_archive a
            WHERE a.purged_at IS NOT NULL AND a.heads ? CAST(chosen AS text) ORDER BY a.month DESC LIMIT 1;
    END IF;
    head_seq := coalesce(head_seq, 0);
    head_hash := coalesce(head_hash, decode(repeat('00', 32), 'hex'));
    FOR entry IN SELECT * FROM jsonb_to_recordset(entries) AS one(at bigint, account text, posts text, address text,
            act text, kind text, object text, before jsonb, after jsonb, reason text)
    LOOP
        head_seq := head_seq + 1;
        new_id := nextval('audit_entry_id');
        head_hash := sha256(head_hash || convert_to(
            audit_field(CAST(new_id AS text)) || audit_field(CAST(chosen AS text))
            || audit_field(CAST(head_seq AS text)) || audit_field(CAST(entry.at AS text))
            || audit_field(entry.account) || audit_field(entry.posts) || audit_field(entry.address)
            || audit_field(entry.act) || audit_field(entry.kind) || audit_field(entry.object)
            || audit_field(CAST(entry.before AS text)) || audit_field(CAST(entry.after AS text))
            || audit_field(entry.reason), 'UTF8'));
        INSERT INTO audit_entry (id, lane, seq, at, account, posts, address, act, object_kind, object, before, after,
                reason, hash)
            VALUES (new_id, chosen, head_seq, timestamptz 'epoch' + entry.at * interval '1 microsecond', entry.account,
                entry.posts, entry.address, entry.act, entry.kind, entry.object, entry.before, entry.after,
                entry.reason, head_hash);
    END LOOP;
END $$;

-- Where each lane stands, for a checkpoint: it tells nothing of what the rows say.
CREATE FUNCTION audit_heads() RETURNS TABLE (lane integer, seq bigint, hash text) STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp LANGUAGE sql
AS $$
    SELECT l.lane, coalesce(head.seq, CAST(old.head ->> 'seq' AS bigint)),
        coalesce(encode(head.hash, 'hex'), old.head ->> 'hash')
    FROM generate_series(0, 63) AS l (lane)
    LEFT JOIN LATERAL (SELECT e.seq, e.hash FROM audit_entry e WHERE e.lane = l.lane ORDER BY e.seq DESC LIMIT 1)
        AS head ON true
    LEFT JOIN LATERAL (SELECT a.heads -> CAST(l.lane AS text) AS head FROM audit_archive a
        WHERE a.purged_at IS NOT NULL AND a.heads ? CAST(l.lane AS text) ORDER BY a.month DESC LIMIT 1)
        AS old ON true
    WHERE head.seq IS NOT NULL OR old.head IS NOT NULL
    ORDER BY l.lane
$$;

-- Rows are only ever added. What is archived and older than 180 days may go; nobody may do anything else, not even
-- the owner of the table.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN
    RAISE EXCEPTION 'The audit trail can only be added to' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION audit_refuse_delete() RETURNS trigger SET search_path = pg_catalog, public, pg_temp LANGUAGE plpgsql
AS $$ BEGIN
    IF OLD.at > now() - interval '180 days' OR NOT EXISTS (SELECT FROM audit_archive a
            WHERE CAST(a.heads -> CAST(OLD.lane AS text) ->> 'seq' AS bigint) >= OLD.seq) THEN
        RAISE EXCEPTION 'An audit entry is kept until it is archived and older than 180 days'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_delete();

-- Archives are what lets rows go, so they are neither changed, but for the mark of their purge, nor deleted.
CREATE FUNCTION audit_refuse_archive_change() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN
    IF OLD.purged_at IS NULL AND NEW.purged_at IS NOT NULL
        AND to_jsonb(OLD) - 'purged_at' = to_jsonb(NEW) - 'purged_at' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'An archive of the audit trail cannot be changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_archive_no_update BEFORE UPDATE ON audit_archive
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_archive_change();
CREATE TRIGGER audit_archive_no_delete BEFORE DELETE OR TRUNCATE ON audit_archive
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Deletes what the archive of a month holds, all earlier ones being purged; gives the number of rows.
CREATE FUNCTION audit_purge(of_month date, purged timestamptz) RETURNS bigint VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp LANGUAGE plpgsql
AS $$
DECLARE
    held jsonb;
    gone bigint;
BEGIN
    UPDATE audit_archive SET purged_at = purged WHERE month = of_month AND purged_at IS NULL RETURNING heads INTO held;
    IF NOT FOUND OR EXISTS (SELECT FROM audit_archive WHERE month < of_month AND purged_at IS NULL) THEN
        RAISE EXCEPTION 'No archive of this month is to be purged' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM audit_entry e USING jsonb_each(held) AS head (lane, at_end)
        WHERE e.lane = CAST(head.lane AS integer) AND e.seq <= CAST(head.at_end ->> 'seq' AS bigint);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION audit_append(jsonb), audit_heads(), audit_purge(date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(jsonb) TO ${app}, ${sweep};
GRANT EXECUTE ON FUNCTION audit_heads(), audit_purge(date, timestamptz) TO ${app};
GRANT SELECT ON audit_entry TO ${app};
GRANT SELECT, INSERT ON audit_archive TO ${app};
GRANT SELECT, INSERT, UPDATE (posted_at) ON audit_checkpoint TO ${app};

-- The audit administrator reads all, the other two administrators what concerns accounts, everybody what concerns
-- their own.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON audit_entry FOR SELECT TO ${app}
    USING ((SELECT 'AUDIT' = ANY (scope_roles()))
        OR object_kind IN ('ACCOUNT', 'POST', 'SESSION', 'TOKEN')
            AND (SELECT scope_roles() && ARRAY['SYSTEM', 'SECURITY'])
        OR object_kind IN ('ACCOUNT', 'SESSION', 'TOKEN') AND (SELECT scope_account()) <> ''
            AND (account = (SELECT scope_account()) OR object = (SELECT scope_account())));
ALTER TABLE audit_archive ENABLE ROW LEVEL SECURITY;
CREATE POLICY auditing ON audit_archive TO ${app} USING ((SELECT 'AUDIT' = ANY (scope_roles())));
