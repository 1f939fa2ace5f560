CREATE TABLE t (c integer, b bytea, j jsonb, a text[]);
