CREATE TABLE t (a int, b int PRIMARY KEY);
CREATE TABLE r (b int REFERENCES t (b));
