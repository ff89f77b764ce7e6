-- Tokens of before reaches were asked for were made without limits, some of them by other tokens: they go on, for reading.
UPDATE access_token SET reach = 'READING' WHERE reach = 'WHOLE';
ALTER TABLE access_token ALTER COLUMN reach SET DEFAULT 'READING';
