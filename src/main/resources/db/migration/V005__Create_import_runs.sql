-- What was imported, when and by whom. The failed rows lie as a workbook in the data directory.

CREATE TABLE import_run (
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    by text NOT NULL,
    effective_on date NOT NULL,
    counts jsonb NOT NULL,
    error_count bigint NOT NULL,
    CONSTRAINT pk_import_run PRIMARY KEY (id)
);
COMMENT ON COLUMN import_run.counts IS 'rows accepted, rejected and unchanged by table';
