-- Who verifies a finding: the base-level committee of the branch or, where the duty is the committee's own, the unit
-- above it; a committee without one verifies its own.
CREATE FUNCTION verifying_unit(duty text, committee text, parent text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT CASE duty WHEN 'UNIT' THEN coalesce(parent, committee) ELSE committee END $$;

-- What the committee says about a finding of its own duty before the unit above decides; the same once, kept for ever.
CREATE TABLE finding_comment (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    finding_id bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    said text NOT NULL,
    CONSTRAINT pk_finding_comment PRIMARY KEY (id),
    CONSTRAINT fk_finding_comment_finding FOREIGN KEY (finding_id) REFERENCES finding (id)
);
CREATE UNIQUE INDEX uq_finding_comment ON finding_comment (finding_id, actor, md5(said));

GRANT SELECT, INSERT ON finding_comment TO ${app};

ALTER TABLE finding_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON finding_comment TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM finding f WHERE f.id = finding_comment.finding_id));
