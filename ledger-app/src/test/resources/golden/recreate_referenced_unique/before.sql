CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a));
CREATE TABLE r (a int REFERENCES t (a));
