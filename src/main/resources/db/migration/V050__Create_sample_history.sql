-- Up to which day the history of the sample city is made, so that a start that was cut off goes on with it.

CREATE TABLE sample_history (
    one boolean NOT NULL DEFAULT true,
    from_on date NOT NULL,
    next_on date NOT NULL,
    end_on date NOT NULL,
    CONSTRAINT pk_sample_history PRIMARY KEY (one),
    CONSTRAINT ck_sample_history_one CHECK (one)
);
GRANT SELECT, INSERT, UPDATE ON sample_history TO ${app};
