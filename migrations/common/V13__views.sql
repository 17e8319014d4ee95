-- The contract for SQL users, alike on every engine: docs/schema.md. A registry goes by its name, or by GROUP/NAME where the two differ.

CREATE VIEW public.registry AS
SELECT r.address AS registry, r.title,
       r.registration_rules, s.url AS source
FROM store.registry r
JOIN store.source s ON s.id = r.source_id;

CREATE VIEW public.snapshot AS
SELECT r.address AS registry, s.number, s.observed_at,
       s.origin, s.source, s.sha256, s.byte_count, s.record_count, s.last_updated
FROM store.snapshot s
JOIN store.registry r ON r.source_id = s.source_id;

CREATE VIEW public.sync_run AS
SELECT s.address AS registry, c.id, c.started_at,
       c.finished_at, c.source, c.outcome, c.snapshot_number, c.message
FROM store.sync_run c
JOIN store.source s ON s.id = c.source_id;

-- Of ports alone, as are registration and port_status.
CREATE VIEW public.registration_history AS
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
       v.valid_from_at,
       CAST(NULL AS INTEGER) AS valid_until,
       CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS valid_until_at
FROM store.row_now v
JOIN store.registry r ON r.id = v.registry_id
WHERE r.notation = 'PORTS'
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
       v.valid_from_at,
       v.valid_until,
       v.valid_until_at
FROM store.row_past v
JOIN store.registry r ON r.id = v.registry_id
WHERE r.notation = 'PORTS';

CREATE VIEW public.change AS
SELECT r.address AS registry, c.id, c.snapshot_number,
       s.observed_at, c.ordinal, c.kind,
       c.port_low,
       c.port_high,
       c.spaces AS transports, c.name AS service, c.previous_name AS previous_service, c.other_status,
       CASE WHEN r.notation = 'PORTS' THEN CAST(c.block_low AS INTEGER) END AS block_low,
       CASE WHEN r.notation = 'PORTS' THEN CAST(c.block_high AS INTEGER) END AS block_high,
       c.row_id AS registration_id, c.cosmetic, c.silent
FROM store.change c
JOIN store.registry r ON r.id = c.registry_id
JOIN store.snapshot s ON s.source_id = r.source_id AND s.number = c.snapshot_number;

CREATE VIEW public.change_field AS
SELECT r.address AS registry, f.change_id, f.ordinal,
       f.column_name, f.before_value, f.after_value
FROM store.change_field f
JOIN store.change c ON c.id = f.change_id
JOIN store.registry r ON r.id = c.registry_id;

CREATE VIEW public.site_use AS
SELECT r.address AS registry, u.id, u.port_low, u.port_high, u.service_name, u.transport, u.note, u.added_at
FROM store.site_use u
JOIN store.registry r ON r.id = u.registry_id;

CREATE VIEW public.delivery AS
SELECT s.address AS registry, d.id, d.message_id,
       m.created_at, m.kind, m.rule, m.subject, d.channel, d.state, d.tries, d.next_try_at, d.reason, d.changed_at
FROM store.delivery d
JOIN store.message m ON m.id = d.message_id
JOIN store.source s ON s.id = m.source_id;
