CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE t (id integer, mood mood) PARTITION BY LIST (id);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE t_1_rest PARTITION OF t_1 DEFAULT;
CREATE TABLE comes (id integer, mood mood);
CREATE TABLE h (mood mood);
CREATE TABLE h_1 () INHERITS (h);
