-- What the site itself relies on: ports, by one transport or by all, or a service name. No snapshot says so; it stays when
-- the history is made anew. A service name is in lower case.
CREATE TABLE store.site_use (
    id           BIGINT PRIMARY KEY,
    registry_id  INTEGER NOT NULL REFERENCES store.registry,
    port_low     INTEGER,
    port_high    INTEGER,
    service_name VARCHAR,
    transport    VARCHAR,
    note         VARCHAR NOT NULL,
    added_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CHECK ((port_low IS NULL) = (port_high IS NULL) AND (port_low IS NULL) <> (service_name IS NULL))
);

CREATE VIEW public.site_use AS
SELECT r.name AS registry, u.id, u.port_low, u.port_high, u.service_name, u.transport, u.note, u.added_at
FROM store.site_use u
JOIN store.registry r ON r.id = u.registry_id;
