-- Reads the views of the contract and nothing else. The password is no secret, and is in docs/sql.md: who may read the file
-- is a matter of the file system's rights.
CREATE USER reader PASSWORD 'reader';
GRANT SELECT ON SCHEMA public TO reader;
