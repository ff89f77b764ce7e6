-- A branch's secretary asks for all its cards, open or not; the other index has the open ones only.

CREATE INDEX ix_card_branch ON card (branch_code);
