-- Brings over what a store of the schema 11 holds, whose tables stand in the schema store_11 meanwhile. Rows keep their order; they get
-- ids that they keep, and changes speak of them by these.

UPDATE store.registry SET
    title = (SELECT title FROM store_11.registry WHERE id = 1),
    registration_rules = (SELECT registration_rules FROM store_11.registry WHERE id = 1)
WHERE id = 1;
UPDATE store.source SET
    url = (SELECT source FROM store_11.registry WHERE id = 1),
    entity_tag = (SELECT entity_tag FROM store_11.registry WHERE id = 1),
    last_modified = (SELECT last_modified FROM store_11.registry WHERE id = 1),
    validated_sha256 = (SELECT validated_sha256 FROM store_11.registry WHERE id = 1)
WHERE id = 1;

INSERT INTO store.snapshot (source_id, number, observed_at, origin, source, sha256, byte_count, record_count, last_updated,
                            byte_order_mark, header, line_end, ends_with_line_end)
SELECT registry_id, number, observed_at, origin, source, sha256, byte_count, record_count, last_updated, byte_order_mark, header,
       line_end, ends_with_line_end
FROM store_11.snapshot;

CREATE TABLE store_11.given (old_id BIGINT PRIMARY KEY, id BIGINT NOT NULL);
INSERT INTO store_11.given (old_id, id)
SELECT id, ROW_NUMBER() OVER (ORDER BY valid_from, position) FROM store_11.row_version;

INSERT INTO store.row_now (id, registry_id, valid_from, valid_from_at, position, code_low, code_high, port_low, port_high, space, name,
                           status, field, text, line_end)
SELECT g.id, v.registry_id, v.valid_from, v.valid_from_at, v.position, v.port_low, COALESCE(v.range_high, v.port_low), v.port_low,
       COALESCE(v.range_high, v.port_low), v.transport,
       v.field[1], v.status, v.field, v.text, v.line_end
FROM store_11.row_version v
JOIN store_11.given g ON g.old_id = v.id
WHERE v.valid_until = 2147483647
ORDER BY g.id;

INSERT INTO store.row_past (id, registry_id, valid_from, valid_until, valid_from_at, valid_until_at, position, code_low, code_high,
                            port_low, port_high, space, name, status, field, text, line_end)
SELECT g.id, v.registry_id, v.valid_from, v.valid_until, v.valid_from_at, v.valid_until_at, v.position, v.port_low,
       COALESCE(v.range_high, v.port_low), v.port_low, COALESCE(v.range_high, v.port_low), v.transport, v.field[1], v.status, v.field, v.text, v.line_end
FROM store_11.row_version v
JOIN store_11.given g ON g.old_id = v.id
WHERE v.valid_until < 2147483647
ORDER BY g.id;

INSERT INTO store.space (registry_id, name) SELECT 1, name FROM store_11.transport WHERE NOT is_implied;

INSERT INTO store.change (id, registry_id, snapshot_number, ordinal, kind, code_low, code_high, port_low, port_high, spaces, name, previous_name,
                          other_status, block_low, block_high, row_id, cosmetic, silent)
SELECT c.id, c.registry_id, c.snapshot_number, c.ordinal, c.kind, c.port_low, c.port_high, c.port_low, c.port_high, c.transports, c.service,
       c.previous_service, c.other_status, c.block_low, c.block_high, g.id, c.cosmetic, c.silent
FROM store_11.change c
LEFT JOIN store_11.given g ON g.old_id = c.row_version_id
ORDER BY c.id;

INSERT INTO store.change_field (change_id, ordinal, column_name, before_value, after_value)
SELECT change_id, ordinal, column_name, before_value, after_value FROM store_11.change_field;

INSERT INTO store.sync_run (id, source_id, started_at, finished_at, source, outcome, snapshot_number, message)
SELECT id, registry_id, started_at, finished_at, source, outcome, snapshot_number, message FROM store_11.sync_run;

INSERT INTO store.quarantine (id, source_id, sha256, byte_count, source, reason, message, first_seen_at, last_seen_at, times_seen,
                              state)
SELECT id, registry_id, sha256, byte_count, source, reason, message, first_seen_at, last_seen_at, times_seen, state
FROM store_11.quarantine;

INSERT INTO store.site_use (id, registry_id, port_low, port_high, service_name, transport, note, added_at)
SELECT id, registry_id, port_low, port_high, service_name, transport, note, added_at FROM store_11.site_use;

INSERT INTO store.message (id, source_id, created_at, kind, rule, subject, content)
SELECT id, registry_id, created_at, kind, rule, subject, content FROM store_11.message;

INSERT INTO store.delivery (id, message_id, channel, state, tries, next_try_at, reason, changed_at)
SELECT id, message_id, channel, state, tries, next_try_at, reason, changed_at FROM store_11.delivery;

INSERT INTO store.rule_told (source_id, rule, told_until) SELECT registry_id, rule, told_until FROM store_11.rule_told;

INSERT INTO store.trouble (source_id, kind, since) SELECT registry_id, kind, since FROM store_11.trouble;

DROP SCHEMA store_11 CASCADE;
