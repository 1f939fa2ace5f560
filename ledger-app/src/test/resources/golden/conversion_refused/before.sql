CREATE TABLE t (c text, b text, j text, a text);
