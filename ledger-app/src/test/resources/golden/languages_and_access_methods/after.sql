CREATE TRUSTED LANGUAGE changing HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
COMMENT ON LANGUAGE changing IS 'trusted';
CREATE FUNCTION f() RETURNS integer LANGUAGE changing AS 'BEGIN RETURN 1; END';
CREATE ACCESS METHOD trees TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD trees IS 'like btree';
CREATE OPERATOR CLASS int_ops DEFAULT FOR TYPE integer USING trees AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
CREATE TABLE t (a integer);
CREATE TRANSFORM FOR integer LANGUAGE plpgsql (TO SQL WITH FUNCTION int4recv(internal));
