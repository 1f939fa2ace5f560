CREATE TABLE t (a int, b int, c int);
CREATE VIEW grows AS SELECT a FROM t;
CREATE VIEW shrinks AS SELECT a, b FROM t;
CREATE VIEW above AS SELECT a FROM shrinks;
