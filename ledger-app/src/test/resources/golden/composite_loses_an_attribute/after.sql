CREATE TYPE c AS (a int, d date, e int);
CREATE TABLE t (x c);
COMMENT ON COLUMN c.d IS 'since when';
