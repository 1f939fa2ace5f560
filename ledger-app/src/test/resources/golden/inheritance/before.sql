CREATE TABLE base (id int NOT NULL, a int DEFAULT 1, gone text, kept text, CONSTRAINT small CHECK (a < 100));
CREATE TABLE heir (extra text) INHERITS (base);
CREATE TABLE second (b int);
CREATE TABLE leaves () INHERITS (base);
CREATE TABLE joins (id int NOT NULL, a int, kept text, n int, b int, CONSTRAINT tiny CHECK (a < 10));
CREATE VIEW v AS SELECT a FROM heir;
