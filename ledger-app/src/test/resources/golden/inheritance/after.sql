CREATE TABLE base (id int NOT NULL, a bigint DEFAULT 2, kept text, n int DEFAULT 5, CONSTRAINT tiny CHECK (a < 10), CONSTRAINT own CHECK (id > 0) NO INHERIT);
CREATE TABLE second (b int);
CREATE TABLE heir (extra text, a bigint DEFAULT 3) INHERITS (base, second);
CREATE TABLE leaves (id int NOT NULL, a int DEFAULT 1, gone text, kept text, CONSTRAINT small CHECK (a < 100));
CREATE TABLE joins (id int NOT NULL, a bigint, kept text, n int, b int, CONSTRAINT tiny CHECK (a < 10)) INHERITS (base);
CREATE TABLE comes (m int) INHERITS (heir);
CREATE VIEW v AS SELECT a FROM heir;
