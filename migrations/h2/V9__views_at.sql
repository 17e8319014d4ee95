-- What leads a question to the rows that answer it, past all others, whatever history there is.

-- The class of a row's life: it was in force for at most so many snapshots. What is in force at a snapshot ends after it,
-- by no more than that: a short stretch of the index for each class. 2147483647 has the rows in force now, too.
ALTER TABLE store.row_version ADD COLUMN longest_life INTEGER GENERATED ALWAYS AS (
    CASE
        WHEN valid_until = 2147483647 THEN 2147483647
        WHEN valid_until - valid_from <= 4 THEN 4
        WHEN valid_until - valid_from <= 16 THEN 16
        WHEN valid_until - valid_from <= 64 THEN 64
        WHEN valid_until - valid_from <= 256 THEN 256
        WHEN valid_until - valid_from <= 1024 THEN 1024
        ELSE 2147483647
    END);
CREATE INDEX store.row_version_life ON store.row_version (longest_life, valid_until, valid_from);

CREATE TABLE store.life (longest INTEGER PRIMARY KEY);
INSERT INTO store.life (longest) VALUES (4), (16), (64), (256), (1024), (2147483647);

-- The registry and the other status are there to be read with the index alone.
CREATE INDEX store.change_kind ON store.change (kind, snapshot_number, registry_id, other_status);
-- As in row_version: only of ranges, so that the search for those that span a port reads these alone.
ALTER TABLE store.change ADD COLUMN range_high INTEGER GENERATED ALWAYS AS (
    CASE WHEN port_high > port_low THEN port_high END);
CREATE INDEX store.change_port_low ON store.change (port_low);
CREATE INDEX store.change_range_high ON store.change (range_high);

CREATE INDEX store.snapshot_sha256 ON store.snapshot (sha256);

-- The views that have a point in time, as before, on these rows. The outer join keeps H2 from looking up the registry for
-- each row.
CREATE VIEW public.registration AS
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
       v.valid_from_at
FROM store.life l
CROSS JOIN store.registry r
LEFT JOIN store.row_version v
    ON v.longest_life = l.longest
    AND v.registry_id = r.id
    AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
    AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
    AND v.valid_until <= LEAST(COALESCE(CAST(@at AS INTEGER), 2147483646), 2147483647 - l.longest) + l.longest
WHERE v.id IS NOT NULL;

-- Ports by transport, cut wherever any row begins or ends: a grouping of all the places where something does, because H2
-- evaluates what is joined once for each row.
-- A row that names the transport speaks for a port; where none does, those that name no transport speak for the four
-- of RFC 6335. The strongest status counts; a port that no row covers is unassigned.
CREATE VIEW public.port_status AS
WITH entry (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT v.registry_id, v.port_low, COALESCE(v.range_high, v.port_low), v.transport, v.status, v.field[1]
    FROM store.life l
    JOIN store.row_version v ON v.longest_life = l.longest
    WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until <= LEAST(COALESCE(CAST(@at AS INTEGER), 2147483646), 2147483647 - l.longest) + l.longest
      AND v.port_low + 0 IS NOT NULL
),
spanning (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT v.registry_id, v.port_low, v.range_high, v.transport, v.status, v.field[1]
    FROM store.life l
    JOIN store.row_version v ON v.longest_life = l.longest
    WHERE v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until <= LEAST(COALESCE(CAST(@at AS INTEGER), 2147483646), 2147483647 - l.longest) + l.longest
      AND v.range_high + 0 IS NOT NULL
),
-- The outer joins keep H2 from going through all rows first, and looking for what spans each of them after; and from finding
-- all places once for each transport.
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
    SELECT e.registry_id, v.port_low, e.transport, e.status, e.service
    FROM spanning e
    LEFT JOIN store.row_version v ON v.port_low > e.port_low AND v.port_low <= e.port_high
    WHERE v.registry_id = e.registry_id
      AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
    UNION ALL
    SELECT e.registry_id, v.port_low + 1, e.transport, e.status, e.service
    FROM spanning e
    LEFT JOIN store.row_version v ON v.port_low >= e.port_low AND v.port_low < e.port_high
    WHERE v.registry_id = e.registry_id
      AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.range_high IS NULL
    UNION ALL
    SELECT e.registry_id, v.range_high + 1, e.transport, e.status, e.service
    FROM spanning e
    LEFT JOIN store.row_version v ON v.range_high >= e.port_low AND v.range_high < e.port_high
    WHERE v.registry_id = e.registry_id
      AND v.valid_from <= COALESCE(CAST(@at AS INTEGER), 2147483646)
      AND v.valid_until > COALESCE(CAST(@at AS INTEGER), 2147483646)
    UNION ALL
    SELECT r.id, whole.port, NULL, NULL, NULL
    FROM store.registry r
    CROSS JOIN (VALUES (0), (65536)) whole (port)
),
-- A status that speaks for the transport: by name, or for all; null where none does.
spoken (registry_id, port, transport, by_name, for_all, service) AS (
    SELECT l.registry_id, l.port, t.name,
           CASE WHEN l.transport = t.name THEN l.status END,
           CASE WHEN l.transport IS NULL AND t.is_implied THEN l.status END,
           CASE WHEN l.status = 'assigned' AND l.service <> '' THEN l.service END
    FROM place l
    LEFT JOIN store.transport t ON TRUE
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
