-- Plan for shop/prod to v4 (4f2a9c1b7d)
-- 5 steps: 1 breaking, 2 metadata_only, 2 low_lock; 1 needs --force
-- locks: 2 steps block readers and writers, 1 step blocks writers; the longest is held for 42 ms in rehearsal (ACCESS EXCLUSIVE on public.customers, from step 1)
-- size: about 1,234,000 rows in 2 tables, 120 MB
-- digest sha256:6c1f0e5b9a2d4c7788990011223344556677889900aabbccddeeff0011223344
-- The ledger does not learn of what is run by hand: it will call it drift.
-- Run it with: psql -v ON_ERROR_STOP=1 -f FILE

-- connection main, from sha256:aaaa1111bbbb to sha256:bbbb2222cccc
--    ! low_lock prediction-differs: step 3 was expected to take no lock on public.customers
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, MDY';
SET IntervalStyle = 'postgres';
SET standard_conforming_strings = on;
SET check_function_bodies = off;
SET search_path = pg_catalog, public, pg_temp;

BEGIN;

-- 1. drop column public.customers.fax [breaking, requires --force]
--    ACCESS EXCLUSIVE on public.customers: blocks readers and writers
--    undo: ALTER TABLE public.customers ADD COLUMN fax text
--    reversible with data loss: the values of public.customers.fax are gone
--    ! breaking drop-column: column public.customers.fax is removed, with the values in it
SET LOCAL lock_timeout = '5000ms';
SET LOCAL statement_timeout = '900000ms';
ALTER TABLE public.customers DROP COLUMN fax;

-- 2. set default of column public.customers.name [metadata_only]
--    ACCESS EXCLUSIVE on public.customers: blocks readers and writers (held since step 1)
--    undo: ALTER TABLE public.customers ALTER COLUMN name DROP DEFAULT
--    reversible: it was run, and led back
ALTER TABLE public.customers ALTER COLUMN name SET DEFAULT 'nobody';

-- 3. add constraint orders_customer_fk to public.orders [low_lock]
--    SHARE ROW EXCLUSIVE on public.orders: blocks writers
--    undo: ALTER TABLE public.orders DROP CONSTRAINT orders_customer_fk
--    reversible: it was run, and led back
ALTER TABLE public.orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES public.customers(id) NOT VALID;

COMMIT;

-- outside a transaction

-- 4. create index public.orders_by_customer [low_lock]
--    SHARE UPDATE EXCLUSIVE on public.orders: blocks other schema changes and vacuum
--    scans public.orders
--    undo: DROP INDEX CONCURRENTLY public.orders_by_customer
--    reversible: it was run, and led back
SET lock_timeout = '1500ms';
SET statement_timeout = '0ms';
CREATE INDEX CONCURRENTLY orders_by_customer
  ON public.orders (customer_id);

BEGIN;

-- 5. add label 'wow' to public.mood [metadata_only]
--    no undo: PostgreSQL removes no label
--    irreversible: PostgreSQL removes no label
SET LOCAL lock_timeout = '5000ms';
SET LOCAL statement_timeout = '900000ms';
ALTER TYPE public.mood ADD VALUE 'wow';

COMMIT;
