-- What a row says of its ports, and when its snapshots were observed, stand in the row itself: a view that looks them up for each
-- row takes twice as long.
DROP VIEW public.registration;
DROP VIEW public.port_status;
DROP VIEW public.registration_history;

ALTER TABLE store.row_version RENAME TO row_version_7;

-- A row of a file, in force from snapshot valid_from, inclusive, until snapshot valid_until, exclusive; 2147483647 is
-- the end of a row in force now, and its valid_until_at is null. Rows in force together are ordered by position. A port
-- without a range has range_high null. No foreign key to the registry: H2 would make an index of it, and then prefer that
-- index to the right one.
CREATE TABLE store.row_version (
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
SELECT v.id, v.registry_id, v.valid_from, v.valid_until, f.observed_at, u.observed_at, v.position, p.port_low,
       p.range_high, p.transport, p.status, v.field, v.text, v.line_end
FROM store.row_version_7 v
JOIN store.port_row p ON p.row_version_id = v.id
JOIN store.snapshot f ON f.registry_id = v.registry_id AND f.number = v.valid_from
LEFT JOIN store.snapshot u ON u.registry_id = v.registry_id AND u.number = v.valid_until
ORDER BY v.id;

DROP TABLE store.port_row;
DROP TABLE store.row_version_7;

-- Which of the rows that begin among some ports are in force, and which of the ranges that end above a port begin below it, is
-- told by the index alone.
CREATE INDEX row_version_port_low ON store.row_version (port_low, valid_until, valid_from);
CREATE INDEX row_version_range_high ON store.row_version (range_high, port_low);

-- The transports by which ports are told apart: those of RFC 6335, for which a row speaks that names none, and others that some
-- row has named.
CREATE TABLE store.transport (
    name       VARCHAR PRIMARY KEY,
    is_implied BOOLEAN NOT NULL
);
INSERT INTO store.transport (name, is_implied) VALUES ('tcp', TRUE), ('udp', TRUE), ('sctp', TRUE), ('dccp', TRUE);
INSERT INTO store.transport (name, is_implied)
SELECT DISTINCT transport, FALSE FROM store.row_version WHERE transport NOT IN ('tcp', 'udp', 'sctp', 'dccp');

CREATE VIEW public.registration_history AS
SELECT r.name AS registry,
       v.id,
       v.field[1] AS service_name,
       v.port_low,
       COALESCE(v.range_high, v.port_low) AS port_high,
       v.transport,
       v.status,
       v.field[4] AS description,
       v.field[5] AS assignee,
       v.field[6] AS contact,
       v.field[7] AS registration_date,
       v.field[8] AS modification_date,
       v.field[9] AS reference,
       v.field[10] AS service_code,
       v.field[11] AS unauthorized_use_reported,
       v.field[12] AS assignment_notes,
       v.position,
       v.valid_from,
       v.valid_from_at,
       NULLIF(v.valid_until, 2147483647) AS valid_until,
       v.valid_until_at
FROM store.row_version v
JOIN store.registry r ON r.id = v.registry_id;
