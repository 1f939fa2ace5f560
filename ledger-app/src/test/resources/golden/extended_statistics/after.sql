CREATE TABLE t (a bigint, b integer, c text);
CREATE STATISTICS kept ON a, b FROM t;
ALTER STATISTICS kept SET STATISTICS 500;
COMMENT ON STATISTICS kept IS 'a tells b';
CREATE STATISTICS changing (ndistinct, dependencies) ON a, b FROM t;
CREATE SCHEMA s;
CREATE STATISTICS s.expressed ON lower(c), (a % 10) FROM t;
