CREATE TYPE fresh AS ENUM ('b', 'a');
-- ledger:using public.t.c: c::text::public.fresh
CREATE TABLE t (c fresh DEFAULT 'a');
CREATE VIEW v AS SELECT c FROM t WHERE c = 'a';
