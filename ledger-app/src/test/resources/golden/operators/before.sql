CREATE FUNCTION below(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) < length($2)';
CREATE FUNCTION alike(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) = length($2)';
CREATE FUNCTION unlike(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) <> length($2)';
CREATE OPERATOR === (FUNCTION = alike, LEFTARG = text, RIGHTARG = text, COMMUTATOR = ===);
CREATE OPERATOR <<< (FUNCTION = below, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR !! (FUNCTION = upper, RIGHTARG = text);
CREATE TABLE t (a text, b text, CHECK (a === b));
CREATE VIEW v AS SELECT a FROM t WHERE a === b;
CREATE VIEW w AS SELECT !! a AS loud FROM t;
