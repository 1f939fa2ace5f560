CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'applications';
CREATE DOMAIN app.amount AS bigint;
CREATE TABLE app.t (id integer PRIMARY KEY, cost app.amount);
