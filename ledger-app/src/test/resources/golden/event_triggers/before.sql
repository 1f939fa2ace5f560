CREATE FUNCTION noticed() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE DEBUG ''noticed''; END';
CREATE FUNCTION other() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE DEBUG ''other''; END';
CREATE EVENT TRIGGER going ON ddl_command_end EXECUTE FUNCTION other();
CREATE EVENT TRIGGER changing ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION noticed();
CREATE EVENT TRIGGER pausing ON sql_drop EXECUTE FUNCTION noticed();
