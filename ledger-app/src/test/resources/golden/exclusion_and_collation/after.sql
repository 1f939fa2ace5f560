CREATE TABLE t (r int4range, s text COLLATE "C", EXCLUDE USING gist (r WITH &&));
CREATE INDEX i ON t (s COLLATE "POSIX" text_pattern_ops);
