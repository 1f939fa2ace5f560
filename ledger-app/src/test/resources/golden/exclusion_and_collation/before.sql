CREATE TABLE t (r int4range, s text);
