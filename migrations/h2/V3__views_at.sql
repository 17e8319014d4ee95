-- The views that have a point in time: the session's variable @at is the number of the snapshot; unset, it is the newest.
-- Variables and LISTAGG are H2's; the rest is standard. 2147483646 is later than any snapshot that ends.
CREATE VIEW public.registration AS
SELECT r.name AS registry,
       v.id,
       v.field[1] AS service_name,
       p.port_low,
       COALESCE(p.range_high, p.port_low) AS port_high,
       p.transport,
       p.status,
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
       f.observed_at AS valid_from_at
FROM store.row_version v
JOIN store.registry r ON r.id = v.registry_id
JOIN store.port_row p ON p.row_version_id = v.id
JOIN store.snapshot f ON f.registry_id = v.registry_id AND f.number = v.valid_from
WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
  AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646);

-- Ports by transport, cut wherever any row begins or ends: a grouping of all the places where something does, because H2
-- evaluates what is joined once for each row.
-- A row that names the transport speaks for a port; where none does, those that name no transport speak for the four
-- of RFC 6335. The strongest status counts; a port that no row covers is unassigned.
CREATE VIEW public.port_status AS
WITH entry (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT p.registry_id, p.port_low, COALESCE(p.range_high, p.port_low), p.transport, p.status, v.field[1]
    FROM store.port_row p
    JOIN store.row_version v ON v.id = p.row_version_id
    WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND p.port_low IS NOT NULL
),
spanning (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT p.registry_id, p.port_low, p.range_high, p.transport, p.status, v.field[1]
    FROM store.port_row p
    JOIN store.row_version v ON v.id = p.row_version_id
    WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND p.range_high IS NOT NULL
),
-- The outer joins keep H2 from going through all rows first, and looking for what spans each of them after.
-- Where a row begins, what it says; where it ends, nothing; where another begins or ends within it, what it says again.
place (registry_id, port, transport, status, service) AS (
    SELECT e.registry_id,
           CASE edge.side WHEN 1 THEN e.port_low ELSE e.port_high + 1 END,
           e.transport,
           CASE edge.side WHEN 1 THEN e.status END,
           e.service
    FROM entry e
    CROSS JOIN (VALUES (1), (2)) edge (side)
    UNION ALL
    SELECT e.registry_id, p.port_low, e.transport, e.status, e.service
    FROM spanning e
    LEFT JOIN store.port_row p ON p.port_low > e.port_low AND p.port_low <= e.port_high
    LEFT JOIN store.row_version v ON v.id = p.row_version_id
    WHERE p.registry_id = e.registry_id
      AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
    UNION ALL
    SELECT e.registry_id, p.port_low + 1, e.transport, e.status, e.service
    FROM spanning e
    LEFT JOIN store.port_row p ON p.port_low >= e.port_low AND p.port_low < e.port_high
    LEFT JOIN store.row_version v ON v.id = p.row_version_id
    WHERE p.registry_id = e.registry_id
      AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND p.range_high IS NULL
    UNION ALL
    SELECT e.registry_id, p.range_high + 1, e.transport, e.status, e.service
    FROM spanning e
    LEFT JOIN store.port_row p ON p.range_high >= e.port_low AND p.range_high < e.port_high
    LEFT JOIN store.row_version v ON v.id = p.row_version_id
    WHERE p.registry_id = e.registry_id
      AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
    UNION ALL
    SELECT r.id, whole.port, NULL, NULL, NULL
    FROM store.registry r
    CROSS JOIN (VALUES (0), (65536)) whole (port)
),
known_transport (name, is_named) AS (
    VALUES ('tcp', TRUE), ('udp', TRUE), ('sctp', TRUE), ('dccp', TRUE)
    UNION ALL
    SELECT DISTINCT transport, FALSE FROM store.port_row
    WHERE transport NOT IN ('tcp', 'udp', 'sctp', 'dccp')
),
-- A status that speaks for the transport: by name, or for all; null where none does.
spoken (registry_id, port, transport, by_name, for_all, service) AS (
    SELECT l.registry_id, l.port, t.name,
           CASE WHEN l.transport = t.name THEN l.status END,
           CASE WHEN l.transport IS NULL AND t.is_named THEN l.status END,
           CASE WHEN l.status = 'assigned' AND l.service <> '' THEN l.service END
    FROM place l
    CROSS JOIN known_transport t
),
strongest (registry_id, port, transport, status, services) AS (
    SELECT registry_id, port, transport,
           -- In the order of the alphabet, the stronger status stands first.
           COALESCE(MIN(by_name), MIN(for_all), 'unassigned'),
           CASE WHEN MIN(by_name) IS NOT NULL
               THEN LISTAGG(DISTINCT CASE WHEN by_name IS NOT NULL THEN service END, ' ')
                   WITHIN GROUP (ORDER BY CASE WHEN by_name IS NOT NULL THEN service END)
               ELSE LISTAGG(DISTINCT CASE WHEN for_all IS NOT NULL THEN service END, ' ')
                   WITHIN GROUP (ORDER BY CASE WHEN for_all IS NOT NULL THEN service END)
           END
    FROM spoken
    GROUP BY registry_id, port, transport
),
segment (registry_id, port_low, next_port, transport, status, services) AS (
    SELECT registry_id, port, LEAD(port) OVER (PARTITION BY registry_id, transport ORDER BY port), transport, status, services
    FROM strongest
)
SELECT r.name AS registry, s.port_low, s.next_port - 1 AS port_high, s.transport, s.status, s.services
FROM segment s
JOIN store.registry r ON r.id = s.registry_id
WHERE s.next_port IS NOT NULL;
