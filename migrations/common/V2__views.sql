-- The contract for SQL users: docs/schema.md.

CREATE VIEW public.registry AS
SELECT name AS registry, title, registration_rules, source
FROM store.registry;

CREATE VIEW public.snapshot AS
SELECT r.name AS registry, s.number, s.observed_at, s.origin, s.source, s.sha256, s.byte_count, s.record_count,
       s.last_updated
FROM store.snapshot s
JOIN store.registry r ON r.id = s.registry_id;

CREATE VIEW public.sync_run AS
SELECT r.name AS registry, c.id, c.started_at, c.finished_at, c.source, c.outcome, c.snapshot_number, c.message
FROM store.sync_run c
JOIN store.registry r ON r.id = c.registry_id;

CREATE VIEW public.registration_history AS
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
       f.observed_at AS valid_from_at,
       NULLIF(v.valid_until, 2147483647) AS valid_until,
       u.observed_at AS valid_until_at
FROM store.row_version v
JOIN store.registry r ON r.id = v.registry_id
JOIN store.port_row p ON p.row_version_id = v.id
JOIN store.snapshot f ON f.registry_id = v.registry_id AND f.number = v.valid_from
LEFT JOIN store.snapshot u ON u.registry_id = v.registry_id AND u.number = v.valid_until;

CREATE VIEW public.change AS
SELECT r.name AS registry, c.id, c.snapshot_number, s.observed_at, c.ordinal, c.kind, c.port_low, c.port_high,
       c.transports, c.service, c.previous_service, c.other_status, c.block_low, c.block_high,
       c.row_version_id AS registration_id, c.cosmetic, c.silent
FROM store.change c
JOIN store.registry r ON r.id = c.registry_id
JOIN store.snapshot s ON s.registry_id = c.registry_id AND s.number = c.snapshot_number;

CREATE VIEW public.change_field AS
SELECT r.name AS registry, f.change_id, f.ordinal, f.column_name, f.before_value, f.after_value
FROM store.change_field f
JOIN store.change c ON c.id = f.change_id
JOIN store.registry r ON r.id = c.registry_id;
