-- Plan for shop/dev to v3 (4f2a9c1b7d)
-- 3 steps: 1 metadata_only, 1 breaking, 1 low_lock; 1 needs --force
-- locks: 2 steps block readers and writers
-- digest sha256:6c1f0e5b9a2d4c7788990011223344556677889900aabbccddeeff0011223344
-- The ledger does not learn of what is run by hand: it will call it drift.
-- Run it with: psql -v ON_ERROR_STOP=1 -f FILE

-- connection main, from sha256:aaaa1111bbbb to sha256:bbbb2222cccc
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, MDY';
SET IntervalStyle = 'postgres';
SET standard_conforming_strings = on;
SET check_function_bodies = off;
SET search_path = pg_catalog, public, pg_temp;

BEGIN;

-- 1. add column public.orders.note [metadata_only]
--    ACCESS EXCLUSIVE: blocks readers and writers
--    undo: ALTER TABLE public.orders DROP COLUMN note;
SET LOCAL lock_timeout = '3000ms';
SET LOCAL statement_timeout = '900000ms';
ALTER TABLE public.orders ADD COLUMN note text;

-- 2. drop column public.customers.fax [breaking, requires --force]
--    ACCESS EXCLUSIVE: blocks readers and writers
--    no undo: the data in the column is gone
--    ! breaking drop-column: the column's data is lost
SET LOCAL statement_timeout = '30000ms';
ALTER TABLE public.customers DROP COLUMN fax;

COMMIT;

-- outside a transaction

-- 3. create index public.orders_by_customer [low_lock]
--    SHARE UPDATE EXCLUSIVE: blocks other schema changes and vacuum
--    undo: DROP INDEX CONCURRENTLY public.orders_by_customer;
SET lock_timeout = '1500ms';
SET statement_timeout = '0ms';
CREATE INDEX CONCURRENTLY orders_by_customer
  ON public.orders (customer_id);
