CREATE FUNCTION inner_f(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1::bigint';
CREATE FUNCTION outer_f(a int, b int DEFAULT 0) RETURNS int LANGUAGE sql IMMUTABLE RETURN (inner_f(a) + b)::int;
CREATE TABLE t (a int DEFAULT outer_f(1));
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'begin return old; end';
CREATE TRIGGER z AFTER INSERT ON t FOR EACH ROW WHEN (inner_f(NEW.a) > 0) EXECUTE FUNCTION trg();
