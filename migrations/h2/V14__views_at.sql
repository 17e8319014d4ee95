-- The views that have a point in time: the number of a snapshot, or null for the newest. What has ended is not looked at where it is null.

CREATE VIEW public.registration AS
SELECT r.address AS registry,
       v.id,
       v.name AS service_name,
       v.port_low,
       v.port_high,
       v.space AS transport,
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
FROM store.row_now v
JOIN store.registry r ON r.id = v.registry_id
WHERE r.notation = 'PORTS' AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647)
UNION ALL
SELECT r.address AS registry,
       v.id,
       v.name AS service_name,
       v.port_low,
       v.port_high,
       v.space AS transport,
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
FROM store.row_past v
JOIN store.registry r ON r.id = v.registry_id
WHERE r.notation = 'PORTS' AND v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER);

-- The rows of any registry, with what they say by the roles of its columns; a row that lists several intervals of codes has as many.
CREATE VIEW public.entry AS
SELECT r.address AS registry, v.id, v.code_low, v.code_high, v.space, v.name, v.status, v.position, v.valid_from, v.valid_from_at
FROM store.row_now v
JOIN store.registry r ON r.id = v.registry_id
WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647)
UNION ALL
SELECT r.address AS registry, v.id, m.code_low, m.code_high, v.space, v.name, v.status, v.position, v.valid_from, v.valid_from_at
FROM store.more_code m
JOIN store.row_now v ON v.id = m.row_id
JOIN store.registry r ON r.id = v.registry_id
WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647)
UNION ALL
SELECT r.address AS registry, v.id, v.code_low, v.code_high, v.space, v.name, v.status, v.position, v.valid_from, v.valid_from_at
FROM store.row_past v
JOIN store.registry r ON r.id = v.registry_id
WHERE v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER)
UNION ALL
SELECT r.address AS registry, v.id, m.code_low, m.code_high, v.space, v.name, v.status, v.position, v.valid_from, v.valid_from_at
FROM store.more_code m
JOIN store.row_past v ON v.id = m.row_id
JOIN store.registry r ON r.id = v.registry_id
WHERE v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER);

-- The cells of those rows, under the titles of today.
CREATE VIEW public.entry_field AS
SELECT r.address AS registry, v.id AS entry_id, c.ordinal, c.title AS column_name, v.field[c.ordinal] AS field_value
FROM store.row_now v
JOIN store.registry r ON r.id = v.registry_id
JOIN store.registry_column c ON c.registry_id = v.registry_id AND c.ordinal <= CARDINALITY(v.field)
WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647)
UNION ALL
SELECT r.address AS registry, v.id AS entry_id, c.ordinal, c.title AS column_name, v.field[c.ordinal] AS field_value
FROM store.row_past v
JOIN store.registry r ON r.id = v.registry_id
JOIN store.registry_column c ON c.registry_id = v.registry_id AND c.ordinal <= CARDINALITY(v.field)
WHERE v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER);

-- Ports by transport, cut wherever any row begins or ends: what begins and ends there is summed up from port 0 on, because to look
-- for the rows that cover each place takes the longer the longer the history is.
-- A row that names the transport speaks for a port; where none does, those that name no transport speak for the four
-- of RFC 6335. The strongest status counts; a port that no row covers is unassigned.
CREATE VIEW public.port_status AS
WITH covering (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT v.registry_id, v.port_low, v.port_high, v.space, v.status, v.name
    FROM store.row_now v
    JOIN store.registry r ON r.id = v.registry_id
    WHERE r.notation = 'PORTS' AND v.port_low IS NOT NULL AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483647)
    UNION ALL
    SELECT v.registry_id, v.port_low, v.port_high, v.space, v.status, v.name
    FROM store.row_past v
    JOIN store.registry r ON r.id = v.registry_id
    WHERE r.notation = 'PORTS' AND v.port_low IS NOT NULL AND v.valid_from <= CAST(@at AS INTEGER) AND v.valid_until > CAST(@at AS INTEGER)
),
edge (registry_id, port) AS (
    SELECT registry_id, port_low FROM covering
    UNION
    SELECT registry_id, port_high + 1 FROM covering
),
-- How many rows begin at a port, less those that ended before it: the assigned in the 2^40s, the reserved in the 2^20s,
-- the unassigned in ones, so that a sum is at least 2^40 wherever one is assigned. Null where nothing begins or ends.
-- The service of a range stands at each port within it, or, of a long one, wherever others begin or end; the 0 keeps H2 from
-- looking for all of these anew for each.
step (registry_id, port, transport, rows, service) AS (
    SELECT registry_id, port_low, transport,
           CASE status WHEN 'assigned' THEN 1099511627776 WHEN 'reserved' THEN 1048576 ELSE 1 END,
           CASE status WHEN 'assigned' THEN NULLIF(service, '') END
    FROM covering
    UNION ALL
    SELECT registry_id, port_high + 1, transport,
           CASE status WHEN 'assigned' THEN -1099511627776 WHEN 'reserved' THEN -1048576 ELSE -1 END,
           NULL
    FROM covering
    UNION ALL
    SELECT e.registry_id, within.x, e.transport, NULL, NULLIF(e.service, '')
    FROM covering e
    LEFT JOIN SYSTEM_RANGE(0, 65535) within ON within.x > e.port_low AND within.x <= e.port_high
    WHERE e.status = 'assigned' AND e.port_high > e.port_low AND e.port_high < e.port_low + 256
    UNION ALL
    SELECT e.registry_id, within.port, e.transport, NULL, NULLIF(e.service, '')
    FROM covering e
    LEFT JOIN edge within ON within.port + 0 > e.port_low AND within.port + 0 <= e.port_high
    WHERE e.status = 'assigned' AND e.port_high >= e.port_low + 256 AND within.registry_id = e.registry_id
    UNION ALL
    SELECT r.id, whole.port, NULL, 0, NULL
    FROM store.registry r
    CROSS JOIN (VALUES (0), (65536)) whole (port)
    WHERE r.notation = 'PORTS'
),
place (registry_id, port, transport, by_name, for_all, services_by_name, services_for_all) AS (
    SELECT s.registry_id, s.port, t.name,
           SUM(CASE WHEN s.transport = t.name THEN s.rows END),
           SUM(CASE WHEN s.transport IS NULL AND t.ordinal IS NOT NULL THEN s.rows END),
           LISTAGG(DISTINCT CASE WHEN s.transport = t.name THEN s.service END, ' ')
               WITHIN GROUP (ORDER BY CASE WHEN s.transport = t.name THEN s.service END),
           LISTAGG(DISTINCT CASE WHEN s.transport IS NULL AND t.ordinal IS NOT NULL THEN s.service END, ' ')
               WITHIN GROUP (ORDER BY CASE WHEN s.transport IS NULL AND t.ordinal IS NOT NULL THEN s.service END)
    FROM step s
    LEFT JOIN store.space t ON t.registry_id = s.registry_id
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
SELECT r.address AS registry, s.port_low, s.next_port - 1 AS port_high, s.transport,
       CASE
           WHEN COALESCE(NULLIF(s.by_name, 0), s.for_all) >= 1099511627776 THEN 'assigned'
           WHEN COALESCE(NULLIF(s.by_name, 0), s.for_all) >= 1048576 THEN 'reserved'
           ELSE 'unassigned'
       END AS status,
       CASE WHEN s.by_name > 0 THEN s.services_by_name ELSE s.services_for_all END AS services
FROM segment s
JOIN store.registry r ON r.id = s.registry_id
WHERE s.next_port IS NOT NULL;
