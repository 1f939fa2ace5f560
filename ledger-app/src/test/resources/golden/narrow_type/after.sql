CREATE TABLE t (n integer, d numeric(10,2), w date, s varchar(20));
