-- Ports by transport, cut wherever any row begins or ends. LISTAGG is H2's; the rest is standard.
-- A row that names the transport speaks for a port; where none does, those that name no transport speak for the four
-- of RFC 6335. The strongest status counts; a port that no row covers is unassigned.
CREATE VIEW public.port_status AS
WITH entry (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT p.registry_id, p.port_low, COALESCE(p.range_high, p.port_low), p.transport, p.status, v.field[1]
    FROM store.port_row p
    JOIN store.row_version v ON v.id = p.row_version_id
    WHERE v.valid_until = 2147483647 AND p.port_low IS NOT NULL
),
known_transport (registry_id, transport, named) AS (
    SELECT r.id, t.name, TRUE
    FROM store.registry r
    CROSS JOIN (VALUES ('tcp'), ('udp'), ('sctp'), ('dccp')) t (name)
    UNION
    SELECT registry_id, transport, FALSE FROM entry
    WHERE transport NOT IN ('tcp', 'udp', 'sctp', 'dccp')
),
boundary (registry_id, port) AS (
    SELECT id, 0 FROM store.registry
    UNION SELECT id, 65536 FROM store.registry
    UNION SELECT registry_id, port_low FROM entry
    UNION SELECT registry_id, port_high + 1 FROM entry
),
segment (registry_id, port_low, next_port) AS (
    SELECT registry_id, port, LEAD(port) OVER (PARTITION BY registry_id ORDER BY port) FROM boundary
),
covering (registry_id, port_low, port_high, transport, status, service) AS (
    SELECT s.registry_id, s.port_low, s.next_port - 1, e.transport, e.status, e.service
    FROM segment s
    JOIN entry e ON e.registry_id = s.registry_id AND e.port_low = s.port_low
    UNION ALL
    SELECT s.registry_id, s.port_low, s.next_port - 1, e.transport, e.status, e.service
    FROM entry e
    JOIN segment s ON s.registry_id = e.registry_id AND s.port_low > e.port_low AND s.port_low <= e.port_high
    WHERE e.port_high > e.port_low
),
speaking (registry_id, port_low, transport, status, service) AS (
    SELECT registry_id, port_low, transport, status, service FROM covering WHERE transport IS NOT NULL
    UNION ALL
    SELECT c.registry_id, c.port_low, t.transport, c.status, c.service
    FROM covering c
    JOIN known_transport t ON t.registry_id = c.registry_id AND t.named
    LEFT JOIN (SELECT DISTINCT registry_id, port_low, transport FROM covering WHERE transport IS NOT NULL) o
        ON o.registry_id = c.registry_id AND o.port_low = c.port_low AND o.transport = t.transport
    WHERE c.transport IS NULL AND o.port_low IS NULL
),
spoken (registry_id, port_low, transport, rank, services) AS (
    SELECT registry_id, port_low, transport,
           MAX(CASE status WHEN 'assigned' THEN 3 WHEN 'reserved' THEN 2 ELSE 1 END),
           LISTAGG(DISTINCT CASE WHEN status = 'assigned' AND service <> '' THEN service END, ' ')
               WITHIN GROUP (ORDER BY CASE WHEN status = 'assigned' AND service <> '' THEN service END)
    FROM speaking
    GROUP BY registry_id, port_low, transport
)
SELECT r.name AS registry,
       s.port_low,
       s.next_port - 1 AS port_high,
       t.transport,
       CASE c.rank WHEN 3 THEN 'assigned' WHEN 2 THEN 'reserved' ELSE 'unassigned' END AS status,
       c.services
FROM segment s
JOIN known_transport t ON t.registry_id = s.registry_id
JOIN store.registry r ON r.id = s.registry_id
LEFT JOIN spoken c ON c.registry_id = s.registry_id AND c.port_low = s.port_low AND c.transport = t.transport
WHERE s.next_port IS NOT NULL;
