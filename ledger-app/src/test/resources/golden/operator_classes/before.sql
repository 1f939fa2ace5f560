CREATE FUNCTION shorter(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) < length($2)';
CREATE FUNCTION short_or_equal(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) <= length($2)';
CREATE FUNCTION as_long(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) = length($2)';
CREATE FUNCTION long_or_equal(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) >= length($2)';
CREATE FUNCTION longer(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) > length($2)';
CREATE FUNCTION by_length(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1) - length($2)';
CREATE OPERATOR #< (FUNCTION = shorter, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR #<= (FUNCTION = short_or_equal, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR #= (FUNCTION = as_long, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR #>= (FUNCTION = long_or_equal, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR #> (FUNCTION = longer, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR CLASS length_ops FOR TYPE text USING btree AS
  OPERATOR 1 #<, OPERATOR 2 #<=, OPERATOR 3 #=, OPERATOR 4 #>=, OPERATOR 5 #>, FUNCTION 1 by_length(text, text);
CREATE OPERATOR CLASS going_ops FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1 hashtext(text);
CREATE OPERATOR FAMILY empty USING hash;
CREATE TABLE t (a text, b text);
CREATE INDEX by_length_of_a ON t (a length_ops);
