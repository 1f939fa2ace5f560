CREATE TYPE pair AS (b bigint);
CREATE TABLE t (p pair);
