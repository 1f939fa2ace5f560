CREATE TABLE t (id integer PRIMARY KEY, note text, k int UNIQUE);
CREATE INDEX t_note ON t (note);
CREATE TABLE u (id serial PRIMARY KEY, t_id integer REFERENCES t (id));
