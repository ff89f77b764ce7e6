-- Notices that leave the service: by e-mail to whoever holds a post, and by robots to the group chat of a unit.

-- What somebody chose for themselves. An account without a row, or without an address, gets no mail.
CREATE TABLE notice_settings (
    account text NOT NULL,
    email text,
    rhythm text,
    quiet text NOT NULL DEFAULT 'DEFAULT',
    quiet_from time,
    quiet_to time,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_notice_settings PRIMARY KEY (account),
    CONSTRAINT ck_notice_settings_rhythm CHECK (rhythm IN ('DIGEST', 'AT_ONCE')),
    CONSTRAINT ck_notice_settings_quiet CHECK (quiet IN ('DEFAULT', 'NONE', 'OWN')),
    CONSTRAINT ck_notice_settings_hours CHECK (
        (quiet = 'OWN') = (quiet_from IS NOT NULL) AND (quiet = 'OWN') = (quiet_to IS NOT NULL))
);
COMMENT ON COLUMN notice_settings.rhythm IS 'empty: as the city has it';
GRANT SELECT, INSERT, UPDATE ON notice_settings TO ${app};
ALTER TABLE notice_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notice_settings TO ${app}
    USING ((SELECT scope_whole()) OR account = (SELECT scope_account()));

-- A robot of a group chat, which carries what is told to the office of a unit.
CREATE TABLE notice_robot (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    name text NOT NULL,
    unit_code text NOT NULL,
    url text NOT NULL,
    secret text,
    rhythm text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    removed_at timestamptz,
    CONSTRAINT pk_notice_robot PRIMARY KEY (id),
    CONSTRAINT fk_notice_robot_unit FOREIGN KEY (unit_code) REFERENCES unit (unit_code),
    CONSTRAINT ck_notice_robot_kind CHECK (kind IN ('DINGTALK', 'WECOM', 'FEISHU')),
    CONSTRAINT ck_notice_robot_secret CHECK (kind = 'WECOM' OR secret IS NOT NULL),
    CONSTRAINT ck_notice_robot_rhythm CHECK (rhythm IN ('DIGEST', 'AT_ONCE'))
);
COMMENT ON COLUMN notice_robot.url IS 'with the key of the robot in it: as secret as the secret';
-- A form may be sent twice; a robot carries the notices of a unit once.
CREATE UNIQUE INDEX uq_notice_robot_url ON notice_robot (unit_code, md5(url)) WHERE removed_at IS NULL;
CREATE INDEX ix_notice_robot_unit ON notice_robot (unit_code) WHERE removed_at IS NULL;

-- Twenty places a robot, each of which can be taken once in sixty seconds: no sixty seconds ever see more than twenty
-- messages, on however many servers.
CREATE TABLE notice_robot_slot (
    robot_id bigint NOT NULL,
    slot integer NOT NULL,
    taken_at timestamptz NOT NULL,
    CONSTRAINT pk_notice_robot_slot PRIMARY KEY (robot_id, slot),
    CONSTRAINT fk_notice_robot_slot_robot FOREIGN KEY (robot_id) REFERENCES notice_robot (id),
    CONSTRAINT ck_notice_robot_slot CHECK (slot BETWEEN 1 AND 20)
);
GRANT SELECT, INSERT, UPDATE ON notice_robot, notice_robot_slot TO ${app};
ALTER TABLE notice_robot ENABLE ROW LEVEL SECURITY;
CREATE POLICY managing ON notice_robot TO ${app}
    USING ((SELECT scope_whole()) OR 'SYSTEM' = ANY (CAST((SELECT scope_roles()) AS text[])));

-- The outbox. A message never changes what it says: what was cut off between sending and marking goes out again with
-- the same id and the same words.
CREATE TABLE notice_message (
    id uuid NOT NULL,
    channel text NOT NULL,
    recipient text NOT NULL,
    status text NOT NULL DEFAULT 'WAITING',
    created_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL,
    lease_until timestamptz,
    ended_at timestamptz,
    last_error text,
    CONSTRAINT pk_notice_message PRIMARY KEY (id),
    CONSTRAINT ck_notice_message_channel CHECK (channel IN ('MAIL', 'ROBOT')),
    CONSTRAINT ck_notice_message_status CHECK (status IN ('WAITING', 'SENT', 'DEAD', 'LAPSED'))
);
COMMENT ON COLUMN notice_message.recipient IS 'the name of the account, or the id of the robot';
COMMENT ON COLUMN notice_message.lease_until IS 'until then the process that took it is sending it';
CREATE INDEX ix_notice_message_waiting ON notice_message (next_at) WHERE status = 'WAITING';
CREATE INDEX ix_notice_message_dead ON notice_message (created_at) WHERE status = 'DEAD';

-- What goes to whom: a notice once by a channel to a recipient.
CREATE TABLE notice_delivery (
    notice_id bigint NOT NULL,
    channel text NOT NULL,
    recipient text NOT NULL,
    alone boolean NOT NULL,
    message_id uuid,
    CONSTRAINT pk_notice_delivery PRIMARY KEY (notice_id, channel, recipient),
    CONSTRAINT fk_notice_delivery_notice FOREIGN KEY (notice_id) REFERENCES notice (id),
    CONSTRAINT fk_notice_delivery_message FOREIGN KEY (message_id) REFERENCES notice_message (id)
);
COMMENT ON COLUMN notice_delivery.alone IS 'in a message of its own, not in the digest of the day';
CREATE INDEX ix_notice_delivery_message ON notice_delivery (message_id);
GRANT SELECT, INSERT, UPDATE ON notice_message, notice_delivery TO ${app};
ALTER TABLE notice_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY managing ON notice_message TO ${app}
    USING ((SELECT scope_whole()) OR 'SYSTEM' = ANY (CAST((SELECT scope_roles()) AS text[])));
ALTER TABLE notice_delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY managing ON notice_delivery TO ${app}
    USING ((SELECT scope_whole()) OR 'SYSTEM' = ANY (CAST((SELECT scope_roles()) AS text[])));

-- A notice is open until everybody to whom it goes has a delivery: then nobody need look at it any more.
ALTER TABLE notice ADD COLUMN settled_at timestamptz;
CREATE INDEX ix_notice_open ON notice (id) WHERE settled_at IS NULL;
GRANT UPDATE (settled_at) ON notice TO ${app};

-- Who sits at which desk on a day. A contact leader or supervisor also sits at the branches that were assigned to them,
-- as far as their post reaches.
CREATE FUNCTION notice_desks(day date) RETURNS TABLE (account text, desk text, code text) STABLE LANGUAGE sql
AS $$
    WITH held AS (
        SELECT a.name, p.unit_code, p.branch_code, CASE
            WHEN p.role = 'BRANCH_SECRETARY' THEN 'SECRETARY'
            WHEN p.role IN ('LEADER', 'SUPERVISOR') THEN p.role
            ELSE 'OFFICE' END AS desk
        FROM post p JOIN account a ON a.id = p.account_id
        WHERE a.status = 'ACTIVE' AND coalesce(p.unit_code, p.branch_code) IS NOT NULL
            AND p.ended_at IS NULL AND p.from_on <= day AND (p.to_on IS NULL OR p.to_on >= day))
    SELECT name, held.desk, coalesce(unit_code, branch_code) FROM held
    UNION
    SELECT s.account, held.desk, s.branch_code
    FROM supervision_assignment s
    JOIN branch b ON b.branch_code = s.branch_code
    JOIN unit u ON u.unit_code = b.unit_code
    JOIN held ON held.name = s.account
        AND held.desk = CASE s.kind WHEN 'CONTACT_LEADER' THEN 'LEADER' ELSE s.kind END
        AND (held.branch_code = s.branch_code OR held.unit_code = ANY (u.path))
    WHERE s.ended_at IS NULL AND s.from_on <= day AND (s.to_on IS NULL OR s.to_on >= day)
    UNION
    SELECT name, 'ACCOUNT', name FROM account WHERE status = 'ACTIVE'
$$;

-- To whom the open notices go on a day, and what each recipient chose.
CREATE FUNCTION notice_recipients(day date) RETURNS TABLE (notice_id bigint, kind text, told_at timestamptz,
    channel text, recipient text, rhythm text, quiet text, quiet_from time, quiet_to time) STABLE LANGUAGE sql
AS $$
    SELECT DISTINCT n.id, n.kind, n.at, 'MAIL', s.account, s.rhythm, s.quiet, s.quiet_from, s.quiet_to
    FROM notice n
    JOIN notice_addressee a ON a.notice_id = n.id
    JOIN notice_desks(day) d ON d.desk = a.desk AND d.code = a.code
    JOIN notice_settings s ON s.account = d.account AND s.email IS NOT NULL
    WHERE n.settled_at IS NULL
    UNION ALL
    SELECT n.id, n.kind, n.at, 'ROBOT', CAST(r.id AS text), r.rhythm, 'DEFAULT', NULL, NULL
    FROM notice n
    JOIN notice_addressee a ON a.notice_id = n.id AND a.desk = 'OFFICE'
    JOIN notice_robot r ON r.unit_code = a.code AND r.removed_at IS NULL
    WHERE n.settled_at IS NULL
$$;

-- Quiet hours may go over midnight; the beginning belongs to them, the end does not.
CREATE FUNCTION notice_is_quiet(at time, since time, until time) RETURNS boolean IMMUTABLE LANGUAGE sql
AS $$
    SELECT coalesce(CASE WHEN since <= until THEN at >= since AND at < until ELSE at >= since OR at < until END, false)
$$;
