CREATE DOMAIN price AS numeric(10,2) CHECK (VALUE >= 0);
CREATE TYPE kind AS ENUM ('a');
CREATE TABLE t (p price DEFAULT 1, k kind[], x int);
