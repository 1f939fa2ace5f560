CREATE DOMAIN amount AS numeric(12,2);
CREATE TABLE t (p amount DEFAULT 1, k text, x amount);
