CREATE TABLE t (a int PRIMARY KEY WITH (fillfactor = 70), b int, CONSTRAINT u UNIQUE (b) WITH (fillfactor = 90) DEFERRABLE);
ALTER TABLE t ADD EXCLUDE USING btree (a WITH =) WITH (fillfactor = 55);
CREATE INDEX i ON t ((a + 1), b) WITH (fillfactor = 40) WHERE b > 0;
CREATE INDEX j ON t (b) WITH (fillfactor = 80);
CREATE INDEX k ON t ((b + 1)) WITH (fillfactor = 80);
ALTER INDEX k ALTER COLUMN 1 SET STATISTICS 50;
COMMENT ON INDEX u IS 'fast';
