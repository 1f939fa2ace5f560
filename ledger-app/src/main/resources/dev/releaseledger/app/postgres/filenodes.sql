SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
       pg_relation_filenode(c.oid) AS filenode
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'i')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
