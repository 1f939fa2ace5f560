CREATE TABLE t (a int, b text);
CREATE UNIQUE INDEX i ON t (a DESC) INCLUDE (b) WHERE a > 0;
CREATE INDEX j ON t USING brin (a) WITH (pages_per_range='4');
COMMENT ON INDEX j IS 'small';
