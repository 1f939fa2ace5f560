CREATE TABLE changes (a int, b text) WITH (fillfactor = 50, toast.autovacuum_enabled = off);
CREATE UNLOGGED TABLE comes_to_stay (a int PRIMARY KEY, b text);
CREATE TABLE goes WITH (fillfactor = 20) AS SELECT 1 AS a;
CREATE MATERIALIZED VIEW m WITH (fillfactor = 60) AS SELECT a FROM changes;
CREATE SEQUENCE s;
