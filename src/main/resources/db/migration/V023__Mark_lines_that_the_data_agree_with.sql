-- The sweep marks the lines of open cards of which a later record shows that the item is no longer there.

GRANT UPDATE (agreed_month) ON card_line TO ${sweep};
GRANT INSERT ON card_event TO ${sweep};
GRANT SELECT ON card_observation TO ${sweep};
CREATE POLICY sweeps_all ON card_observation TO ${sweep} USING (true);

-- Once for a line and month, which the reason names, however often the month is swept.
CREATE UNIQUE INDEX uq_card_event_data_agrees ON card_event (card_number, reason) WHERE act = 'DATA_AGREES';
