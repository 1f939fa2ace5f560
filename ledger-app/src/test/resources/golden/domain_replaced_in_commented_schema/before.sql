CREATE SCHEMA app;
CREATE DOMAIN app.amount AS integer DEFAULT 0;
CREATE TABLE app.t (id integer PRIMARY KEY, cost app.amount);
