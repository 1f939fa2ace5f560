CREATE TYPE pair AS (b int);
CREATE TABLE t (p pair);
