CREATE TYPE c AS (a int);
