-- A signature is one of three ways in which a vendor guards a group chat: keyword and address need no secret.
ALTER TABLE notice_robot DROP CONSTRAINT ck_notice_robot_secret;
ALTER TABLE notice_robot ADD CONSTRAINT ck_notice_robot_secret CHECK (kind <> 'WECOM' OR secret IS NULL);
