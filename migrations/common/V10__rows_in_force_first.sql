-- Rows stand in the file in the order of their ids, and those in force have the lowest: most questions are about these, and would
-- else find one of them among a hundred that have ended.
DROP VIEW public.registration;
DROP VIEW public.port_status;
DROP VIEW public.registration_history;

ALTER TABLE store.row_version RENAME TO row_version_9;

-- A row of a file, in force from snapshot valid_from, inclusive, until snapshot valid_until, exclusive; 2147483647 is
-- the end of a row in force now, and its valid_until_at is null. Rows in force together are ordered by position. A port
-- without a range has range_high null. No foreign key to the registry: H2 would make an index of it, and then prefer that
-- index to the right one.
CREATE TABLE store.row_version (
    -- Below 2^40 while the row is in force; when it ends it gets another, here and in the changes that speak of it.
    id             BIGINT PRIMARY KEY,
    registry_id    INTEGER NOT NULL,
    valid_from     INTEGER NOT NULL,
    valid_until    INTEGER NOT NULL,
    valid_from_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    valid_until_at TIMESTAMP(3) WITH TIME ZONE,
    position       BIGINT NOT NULL,
    port_low       INTEGER,
    range_high     INTEGER,
    transport      VARCHAR,
    status         VARCHAR(10) NOT NULL,
    field          VARCHAR ARRAY NOT NULL,
    -- Only where the row is not spelled as IANA spells rows, or does not end as its file's rows end.
    text           VARCHAR,
    line_end       VARCHAR(4)
);

INSERT INTO store.row_version (id, registry_id, valid_from, valid_until, valid_from_at, valid_until_at, position, port_low,
                               range_high, transport, status, field, text, line_end)
SELECT CASE valid_until WHEN 2147483647 THEN id ELSE id + 1099511627776 END, registry_id, valid_from, valid_until,
       valid_from_at, valid_until_at, position, port_low, range_high, transport, status, field, text, line_end
FROM store.row_version_9
ORDER BY 1;

DROP TABLE store.row_version_9;

UPDATE store.change SET row_version_id = row_version_id + 1099511627776
WHERE row_version_id + 1099511627776 IN (SELECT id FROM store.row_version);
