CREATE SCHEMA "Odd schema";
CREATE TYPE "Odd schema"."Ty pe" AS ENUM ('a''b', 'c"d');
CREATE TABLE "Odd schema"."select" ("or der" "Odd schema"."Ty pe" DEFAULT 'a''b', "a.b" text CONSTRAINT "che ck" CHECK ("a.b" <> 'x;y'));
CREATE INDEX "i X" ON "Odd schema"."select" ("a.b");
COMMENT ON COLUMN "Odd schema"."select"."a.b" IS E'two\nlines';
COMMENT ON SCHEMA "Odd schema" IS 'odd';
COMMENT ON SCHEMA public IS 'mine';
