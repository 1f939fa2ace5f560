CREATE FUNCTION apart(double precision, double precision) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE kept AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = apart);
COMMENT ON TYPE kept IS 'from and to';
CREATE TYPE changing AS RANGE (SUBTYPE = bigint, MULTIRANGE_TYPE_NAME = changes);
CREATE FUNCTION length_of(changing) RETURNS integer LANGUAGE sql AS 'SELECT upper($1) - lower($1)';
CREATE DOMAIN unit AS numeric;
CREATE TYPE coming AS RANGE (SUBTYPE = unit, MULTIRANGE_TYPE_NAME = comings);
CREATE TABLE t (id integer, k kept, ks kept[], c coming, cs comings);
