CREATE FUNCTION apart(double precision, double precision) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE kept AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = apart);
CREATE TYPE going AS RANGE (SUBTYPE = text, COLLATION = "C");
CREATE TYPE changing AS RANGE (SUBTYPE = integer);
CREATE FUNCTION length_of(changing) RETURNS integer LANGUAGE sql AS 'SELECT upper($1) - lower($1)';
CREATE TABLE t (id integer, k kept, ks kept[]);
