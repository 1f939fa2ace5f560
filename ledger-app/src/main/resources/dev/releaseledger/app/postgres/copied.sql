SELECT c.oid, c.relkind, c.relispartition AND c.relkind = 'r' AS leaf, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f', 'i', 'I', 'S', 'c')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
