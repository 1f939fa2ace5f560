-- ledger:using public.t.c: nullif(c, '')::integer
CREATE TABLE t (c integer DEFAULT 1);
