CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (b) WITH (fillfactor = 60));
ALTER TABLE t ADD EXCLUDE USING btree (a WITH =);
CREATE INDEX i ON t ((a + 1), b) WITH (fillfactor = 50, deduplicate_items = off) WHERE b > 0;
ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 100;
CREATE INDEX j ON t (b);
