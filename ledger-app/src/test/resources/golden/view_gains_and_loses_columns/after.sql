CREATE TABLE t (a int, b int);
CREATE VIEW grows AS SELECT a, b FROM t;
CREATE VIEW shrinks WITH (security_barrier) AS SELECT b FROM t;
CREATE VIEW above AS SELECT b FROM shrinks;
