-- What is to be told, and to whom. A message is written in the transaction of what it tells of, and never changes.

CREATE TABLE store.message (
    id          VARCHAR(100) PRIMARY KEY,
    registry_id INTEGER NOT NULL REFERENCES store.registry,
    created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    rule        VARCHAR NOT NULL,
    subject     VARCHAR NOT NULL,
    -- The whole message as JSON.
    content     VARCHAR NOT NULL
);

-- One message on one channel.
CREATE TABLE store.delivery (
    id          BIGINT PRIMARY KEY,
    message_id  VARCHAR(100) NOT NULL REFERENCES store.message,
    channel     VARCHAR NOT NULL,
    state       VARCHAR(10) NOT NULL,
    tries       INTEGER NOT NULL,
    -- Only while it is pending.
    next_try_at TIMESTAMP(3) WITH TIME ZONE,
    -- Why the last try failed.
    reason      VARCHAR,
    changed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    UNIQUE (message_id, channel)
);
CREATE INDEX store.delivery_next_try_at ON store.delivery (next_try_at);

CREATE VIEW public.delivery AS
SELECT r.name AS registry, d.id, d.message_id, m.created_at, m.kind, m.rule, m.subject, d.channel, d.state, d.tries,
       d.next_try_at, d.reason, d.changed_at
FROM store.delivery d
JOIN store.message m ON m.id = d.message_id
JOIN store.registry r ON r.id = m.registry_id;
