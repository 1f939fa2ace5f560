CREATE LANGUAGE changing HANDLER plpgsql_call_handler;
CREATE LANGUAGE going HANDLER plpgsql_call_handler;
CREATE FUNCTION f() RETURNS integer LANGUAGE changing AS 'BEGIN RETURN 1; END';
CREATE ACCESS METHOD heaped TYPE TABLE HANDLER heap_tableam_handler;
CREATE TRANSFORM FOR integer LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal));
