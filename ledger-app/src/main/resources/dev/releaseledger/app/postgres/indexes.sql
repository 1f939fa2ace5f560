SELECT i.indexrelid AS oid, i.indrelid AS relation, i.indisvalid AND i.indisready AS valid,
       quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
       pg_get_indexdef(i.indexrelid) AS definition,
       quote_ident(s.spcname) AS tablespace,
       NULL::text[] AS index_options,
       (SELECT array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attstattarget <> -1) AS statistics,
       quote_ident(pn.nspname) || '.' || quote_ident(p.relname) AS part_of,
       (SELECT x.description FROM pg_description x WHERE x.objoid = i.indexrelid AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0) AS comment
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
LEFT JOIN pg_inherits h ON h.inhrelid = c.oid AND c.relispartition
LEFT JOIN pg_class p ON p.oid = h.inhparent
LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('i', 'I')
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
