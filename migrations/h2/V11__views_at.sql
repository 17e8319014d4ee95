-- What leads a question to the rows that answer it, past all others, whatever history there is.

ALTER TABLE store.row_version ADD COLUMN service_name VARCHAR GENERATED ALWAYS AS (field[1]);
-- The class of the life of a row that has ended: it was in force for at most so many snapshots. What was in force at a snapshot
-- ended after it, by no more than that: a short stretch of the index for each class.
ALTER TABLE store.row_version ADD COLUMN longest_life INTEGER GENERATED ALWAYS AS (
    CASE
        WHEN valid_until = 2147483647 THEN NULL
        WHEN valid_until - valid_from <= 4 THEN 4
        WHEN valid_until - valid_from <= 16 THEN 16
        WHEN valid_until - valid_from <= 64 THEN 64
        WHEN valid_until - valid_from <= 256 THEN 256
        WHEN valid_until - valid_from <= 1024 THEN 1024
        ELSE 1000000000
    END);
UPDATE store.life SET longest = 1000000000 WHERE longest = 2147483647;

CREATE INDEX store.row_version_service_name ON store.row_version (service_name);
CREATE INDEX store.row_version_life ON store.row_version (longest_life, valid_until);
CREATE INDEX store.row_version_port_low ON store.row_version (port_low);
-- Which of the ranges that end above a port begin below it is told by the index alone.
CREATE INDEX store.row_version_range_high ON store.row_version (range_high, port_low);
CREATE INDEX store.change_row_version ON store.change (row_version_id);
CREATE INDEX store.snapshot_observed_at ON store.snapshot (observed_at);

-- With its foreign key to the registry, change had an index that leads to all changes, and H2 preferred it to those that lead to few.
EXECUTE IMMEDIATE (
    SELECT 'ALTER TABLE store.change DROP CONSTRAINT store.' || constraint_name
    FROM information_schema.table_constraints
    WHERE table_schema = 'STORE' AND table_name = 'CHANGE' AND constraint_type = 'FOREIGN KEY');

CREATE VIEW public.registration_history AS
SELECT r.name AS registry,
       v.id,
       v.service_name,
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

-- The views that have a point in time. The outer joins keep H2 from reading all rows that ended to find the class of each. No row that
-- ended is asked for where @at is null.
CREATE VIEW public.registration AS
SELECT r.name AS registry,
       v.id,
       v.service_name,
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
       v.valid_from_at
FROM store.row_version v
JOIN store.registry r ON r.id = v.registry_id
WHERE v.id < 1099511627776 AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647)
UNION ALL
SELECT r.name AS registry,
       v.id,
       v.service_name,
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
       v.valid_from_at
FROM store.life l
LEFT JOIN store.row_version v ON v.longest_life = l.longest
    AND v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER)
    AND v.valid_until <= LEAST(CAST(@at AS INTEGER), 1000000000) + l.longest
LEFT JOIN store.registry r ON r.id = v.registry_id
WHERE v.id IS NOT NULL;

-- Ports by transport, cut wherever any row begins or ends: what begins and ends there is summed up from port 0 on, because to look
-- for the rows that cover each place takes the longer the longer the history is.
-- A row that names the transport speaks for a port; where none does, those that name no transport speak for the four
-- of RFC 6335. The strongest status counts; a port that no row covers is unassigned.
CREATE VIEW public.port_status AS
WITH entry (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT registry_id, port_low, COALESCE(range_high, port_low), transport, status, service_name
    FROM store.row_version
    WHERE id < 1099511627776 AND valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647) AND port_low + 0 IS NOT NULL
    UNION ALL
    SELECT v.registry_id, v.port_low, COALESCE(v.range_high, v.port_low), v.transport, v.status, v.service_name
    FROM store.life l
    LEFT JOIN store.row_version v ON v.longest_life = l.longest
        AND v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER)
        AND v.valid_until <= LEAST(CAST(@at AS INTEGER), 1000000000) + l.longest
    WHERE v.port_low + 0 IS NOT NULL
),
edge (registry_id, port) AS (
    SELECT registry_id, port_low FROM entry
    UNION
    SELECT registry_id, port_high + 1 FROM entry
),
-- How many rows begin at a port, less those that ended before it: the assigned in the 2^40s, the reserved in the 2^20s,
-- the unassigned in ones, so that a sum is at least 2^40 wherever one is assigned. Null where nothing begins or ends.
-- The service of a range stands at each port within it, or, of a long one, wherever others begin or end; the 0 keeps H2 from
-- looking for all of these anew for each.
step (registry_id, port, transport, rows, service) AS (
    SELECT registry_id, port_low, transport,
           CASE status WHEN 'assigned' THEN 1099511627776 WHEN 'reserved' THEN 1048576 ELSE 1 END,
           CASE status WHEN 'assigned' THEN NULLIF(service, '') END
    FROM entry
    UNION ALL
    SELECT registry_id, port_high + 1, transport,
           CASE status WHEN 'assigned' THEN -1099511627776 WHEN 'reserved' THEN -1048576 ELSE -1 END,
           NULL
    FROM entry
    UNION ALL
    SELECT e.registry_id, within.x, e.transport, NULL, NULLIF(e.service, '')
    FROM entry e
    LEFT JOIN SYSTEM_RANGE(0, 65535) within ON within.x > e.port_low AND within.x <= e.port_high
    WHERE e.status = 'assigned' AND e.port_high > e.port_low AND e.port_high < e.port_low + 256
    UNION ALL
    SELECT e.registry_id, within.port, e.transport, NULL, NULLIF(e.service, '')
    FROM entry e
    LEFT JOIN edge within ON within.port + 0 > e.port_low AND within.port + 0 <= e.port_high
    WHERE e.status = 'assigned' AND e.port_high >= e.port_low + 256 AND within.registry_id = e.registry_id
    UNION ALL
    SELECT r.id, whole.port, NULL, 0, NULL
    FROM store.registry r
    CROSS JOIN (VALUES (0), (65536)) whole (port)
),
place (registry_id, port, transport, by_name, for_all, services_by_name, services_for_all) AS (
    SELECT s.registry_id, s.port, t.name,
           SUM(CASE WHEN s.transport = t.name THEN s.rows END),
           SUM(CASE WHEN s.transport IS NULL AND t.is_implied THEN s.rows END),
           LISTAGG(DISTINCT CASE WHEN s.transport = t.name THEN s.service END, ' ')
               WITHIN GROUP (ORDER BY CASE WHEN s.transport = t.name THEN s.service END),
           LISTAGG(DISTINCT CASE WHEN s.transport IS NULL AND t.is_implied THEN s.service END, ' ')
               WITHIN GROUP (ORDER BY CASE WHEN s.transport IS NULL AND t.is_implied THEN s.service END)
    FROM step s
    LEFT JOIN store.transport t ON TRUE
    GROUP BY s.registry_id, s.port, t.name
    HAVING COUNT(s.rows) > 0
),
segment (registry_id, port_low, next_port, transport, by_name, for_all, services_by_name, services_for_all) AS (
    SELECT registry_id, port, LEAD(port) OVER (PARTITION BY registry_id, transport ORDER BY port), transport,
           SUM(by_name) OVER (PARTITION BY registry_id, transport ORDER BY port),
           SUM(for_all) OVER (PARTITION BY registry_id, transport ORDER BY port),
           services_by_name, services_for_all
    FROM place
)
SELECT r.name AS registry, s.port_low, s.next_port - 1 AS port_high, s.transport,
       CASE
           WHEN COALESCE(NULLIF(s.by_name, 0), s.for_all) >= 1099511627776 THEN 'assigned'
           WHEN COALESCE(NULLIF(s.by_name, 0), s.for_all) >= 1048576 THEN 'reserved'
           ELSE 'unassigned'
       END AS status,
       CASE WHEN s.by_name > 0 THEN s.services_by_name ELSE s.services_for_all END AS services
FROM segment s
JOIN store.registry r ON r.id = s.registry_id
WHERE s.next_port IS NOT NULL;
