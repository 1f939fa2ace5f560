CREATE TABLE t (n bigint, d numeric(10,4), w timestamptz, s text);
