CREATE TABLE changes (a int, b text) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_vacuum_threshold = 10);
CREATE TABLE comes_to_stay (a int PRIMARY KEY, b text);
CREATE UNLOGGED TABLE comes (a int) WITH (autovacuum_enabled = off);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 80, toast.autovacuum_enabled = off) AS SELECT a FROM changes;
CREATE MATERIALIZED VIEW n WITH (fillfactor = 90) AS SELECT a FROM changes;
CREATE SEQUENCE s;
