-- A line of a unit's card is seen with the card, also where its branch has moved away meanwhile: whoever acts on a card
-- acts on all of it. It is taken off on the next morning.

ALTER POLICY scope ON card_line TO ${app}
    USING ((SELECT scope_whole())
        OR EXISTS (SELECT FROM branch b WHERE b.branch_code = card_line.branch_code)
        OR EXISTS (SELECT FROM card c WHERE c.number = card_line.card_number AND c.unit_code IS NOT NULL));
