CREATE TABLE loses (a integer, b integer, c integer);
GRANT SELECT, UPDATE ON loses TO golden_reader;
GRANT SELECT (a, b) ON loses TO golden_reader;
GRANT UPDATE (c) ON loses TO golden_reader;
CREATE TABLE narrows (a integer, b integer);
GRANT SELECT, UPDATE ON narrows TO golden_reader WITH GRANT OPTION;
GRANT SELECT (a) ON narrows TO golden_reader WITH GRANT OPTION;
CREATE TABLE gains (a integer, b integer);
