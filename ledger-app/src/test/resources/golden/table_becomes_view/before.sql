CREATE TABLE t (a int);
CREATE TABLE s (a int);
