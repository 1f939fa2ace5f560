CREATE SCHEMA new_one; -- ledger:renamed-from old_one
-- ledger:renamed-from mood
CREATE TYPE new_one.feeling AS ENUM (
  'sad',
  'glad' -- ledger:renamed-from 'happy'
);
CREATE TYPE pair AS (
  a int,
  second int -- ledger:renamed-from b
);
-- ledger:renamed-from age
CREATE DOMAIN years AS int;
-- ledger:renamed-from counter
CREATE SEQUENCE numbers;
-- ledger:renamed-from twice
CREATE FUNCTION doubled(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 2';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE new_one.t (
  m new_one.feeling,
  p pair,
  a years,
  CONSTRAINT adult CHECK (a > 17) -- ledger:renamed-from grown
);
-- ledger:renamed-from by_age
CREATE INDEX t_by_age ON new_one.t (a);
-- ledger:renamed-from watch
CREATE TRIGGER guard BEFORE INSERT ON new_one.t FOR EACH ROW EXECUTE FUNCTION touch();
-- ledger:renamed-from v
CREATE VIEW ages AS SELECT a, doubled(a::int) AS double FROM new_one.t;
-- ledger:renamed-from m
CREATE MATERIALIZED VIEW kept_ages AS SELECT a FROM new_one.t;
-- ledger:renamed-from mine
CREATE POLICY ours ON new_one.t USING (a > 1);
