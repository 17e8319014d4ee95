-- What people were told, so that nothing is told twice or left out.

-- Until when a rule was told of what was observed; the rules of the configuration that was in force last.
CREATE TABLE store.rule_told (
    registry_id INTEGER NOT NULL REFERENCES store.registry,
    rule        VARCHAR NOT NULL,
    -- All that was observed before this.
    told_until  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (registry_id, rule)
);

-- The troubles of the job that operators know of, and do not yet know to be over.
CREATE TABLE store.trouble (
    registry_id INTEGER NOT NULL REFERENCES store.registry,
    kind        VARCHAR(20) NOT NULL,
    since       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (registry_id, kind)
);
