SELECT relation AS oid, mode
FROM pg_locks
WHERE pid = coalesce(nullif(current_setting('ledger.watched', true), ''), pg_backend_pid()::text)::int
  AND locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
