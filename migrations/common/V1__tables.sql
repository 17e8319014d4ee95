-- Private tables. What users may read are the views of the default schema, described in docs/schema.md.

CREATE TABLE store.registry (
    id                 INTEGER PRIMARY KEY,
    name               VARCHAR(200) NOT NULL UNIQUE,
    title              VARCHAR,
    registration_rules VARCHAR,
    -- What the server sent with the content of validated_sha256, and where it was asked.
    source             VARCHAR,
    entity_tag         VARCHAR,
    last_modified      VARCHAR,
    validated_sha256   CHAR(64)
);

CREATE TABLE store.snapshot (
    registry_id        INTEGER NOT NULL REFERENCES store.registry,
    number             INTEGER NOT NULL,
    observed_at        TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    origin             VARCHAR(20) NOT NULL,
    source             VARCHAR NOT NULL,
    sha256             CHAR(64) NOT NULL,
    byte_count         INTEGER NOT NULL,
    record_count       INTEGER NOT NULL,
    last_updated       VARCHAR,
    -- How the file is written, so that it can be given back byte for byte.
    byte_order_mark    BOOLEAN NOT NULL,
    header             VARCHAR NOT NULL,
    line_end           VARCHAR(4) NOT NULL,
    ends_with_line_end BOOLEAN NOT NULL,
    PRIMARY KEY (registry_id, number)
);

-- A row of a file, in force from snapshot valid_from, inclusive, until snapshot valid_until, exclusive; 2147483647 is
-- the end of a row in force now. Rows in force together are ordered by position. No foreign key to the registry: H2 would
-- make an index of it, and then prefer that index to the right one.
CREATE TABLE store.row_version (
    id          BIGINT PRIMARY KEY,
    registry_id INTEGER NOT NULL,
    valid_from  INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    position    BIGINT NOT NULL,
    field       VARCHAR ARRAY NOT NULL,
    -- Only where the row is not spelled as IANA spells rows, or does not end as its file's rows end.
    text        VARCHAR,
    line_end    VARCHAR(4)
);

-- What is particular to service names and port numbers. A port without a range has range_high null, so that the index
-- on it holds the few ranges alone.
CREATE TABLE store.port_row (
    row_version_id BIGINT PRIMARY KEY REFERENCES store.row_version,
    registry_id    INTEGER NOT NULL,
    port_low       INTEGER,
    range_high     INTEGER,
    transport      VARCHAR,
    status         VARCHAR(10) NOT NULL
);
CREATE INDEX store.port_row_port_low ON store.port_row (port_low);
CREATE INDEX store.port_row_range_high ON store.port_row (range_high);

CREATE TABLE store.change (
    id               BIGINT PRIMARY KEY,
    registry_id      INTEGER NOT NULL REFERENCES store.registry,
    snapshot_number  INTEGER NOT NULL,
    ordinal          INTEGER NOT NULL,
    kind             VARCHAR(20) NOT NULL,
    port_low         INTEGER,
    port_high        INTEGER,
    transports       VARCHAR ARRAY NOT NULL,
    service          VARCHAR,
    previous_service VARCHAR,
    other_status     VARCHAR(10),
    block_low        INTEGER,
    block_high       INTEGER,
    row_version_id   BIGINT,
    cosmetic         BOOLEAN NOT NULL,
    silent           BOOLEAN NOT NULL
);
CREATE INDEX store.change_snapshot ON store.change (registry_id, snapshot_number);

CREATE TABLE store.change_field (
    change_id    BIGINT NOT NULL REFERENCES store.change,
    ordinal      INTEGER NOT NULL,
    column_name  VARCHAR(100) NOT NULL,
    before_value VARCHAR NOT NULL,
    after_value  VARCHAR NOT NULL,
    PRIMARY KEY (change_id, ordinal)
);

CREATE TABLE store.sync_run (
    id              BIGINT PRIMARY KEY,
    registry_id     INTEGER NOT NULL REFERENCES store.registry,
    started_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    finished_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    source          VARCHAR NOT NULL,
    outcome         VARCHAR(20) NOT NULL,
    snapshot_number INTEGER,
    message         VARCHAR
);

CREATE TABLE store.quarantine (
    id            BIGINT PRIMARY KEY,
    registry_id   INTEGER NOT NULL REFERENCES store.registry,
    sha256        CHAR(64) NOT NULL,
    byte_count    INTEGER NOT NULL,
    source        VARCHAR NOT NULL,
    reason        VARCHAR(40) NOT NULL,
    message       VARCHAR NOT NULL,
    first_seen_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    last_seen_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    times_seen    INTEGER NOT NULL,
    state         VARCHAR(10) NOT NULL
);

INSERT INTO store.registry (id, name) VALUES (1, 'service-names-port-numbers');
