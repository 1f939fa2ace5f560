CREATE TABLE t (a int, s varchar(5));
CREATE INDEX i ON t ((a + 1)) WHERE s = 'x';
CREATE UNIQUE INDEX j ON t (s varchar_pattern_ops);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0 AND s <> 'y');
