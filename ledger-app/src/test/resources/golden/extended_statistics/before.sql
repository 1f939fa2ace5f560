CREATE TABLE t (a integer, b integer, c text);
CREATE TABLE gone (a integer, b integer);
CREATE STATISTICS kept ON a, b FROM t;
CREATE STATISTICS changing (ndistinct) ON a, b FROM t;
CREATE STATISTICS going (mcv) ON a, c FROM t;
CREATE STATISTICS with_table ON a, b FROM gone;
