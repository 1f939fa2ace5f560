CREATE DOMAIN d AS int;
CREATE TABLE t (a d, b int);
COMMENT ON DOMAIN d IS 'a number';
