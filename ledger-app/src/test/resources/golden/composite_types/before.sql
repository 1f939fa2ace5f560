CREATE TYPE pair AS (a int);
CREATE TABLE t (p pair);
CREATE TYPE unused AS (a int, b int);
