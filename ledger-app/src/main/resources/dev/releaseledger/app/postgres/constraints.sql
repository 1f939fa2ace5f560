SELECT k.oid, k.conrelid AS relation, k.contypid AS domain, k.conindid AS index_oid, k.contype AS type,
       quote_ident(k.conname) AS name, k.convalidated AS validated,
       regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', '') AS definition,
       obj_description(k.oid, 'pg_constraint') AS comment
FROM pg_constraint k
JOIN pg_namespace n ON n.oid = k.connamespace
WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY quote_ident(k.conname) COLLATE "C"
