CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'happy', 'great');
CREATE TABLE t (m mood DEFAULT 'great', n mood DEFAULT 'ok' NOT NULL);
CREATE INDEX i ON t (m) WHERE m = 'awful';
