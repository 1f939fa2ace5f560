CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE TABLE r (b int);
