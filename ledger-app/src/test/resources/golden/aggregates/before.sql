CREATE FUNCTION add(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION joined(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $2';
CREATE AGGREGATE total(integer) (SFUNC = add, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE going(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE AGGREGATE retyped(integer) (SFUNC = add, STYPE = bigint);
COMMENT ON AGGREGATE retyped(integer) IS 'comes back';
CREATE TABLE t (n integer, s text);
CREATE VIEW totals AS SELECT total(n) AS n FROM t;
CREATE VIEW retyped_totals AS SELECT retyped(n) AS n FROM t;
