CREATE TABLE loses (a integer, b integer, c integer);
GRANT SELECT (a) ON loses TO golden_reader;
CREATE TABLE narrows (a integer, b integer);
GRANT UPDATE ON narrows TO golden_reader;
GRANT SELECT (a, b) ON narrows TO golden_reader;
CREATE TABLE gains (a integer, b integer);
GRANT SELECT ON gains TO golden_reader;
GRANT SELECT (a) ON gains TO golden_reader;
