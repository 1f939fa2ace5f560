SELECT k.oid, k.conrelid AS relation, k.contypid AS domain, k.conindid AS index_oid, k.contype AS type,
       quote_ident(k.conname) AS name,
       k.convalidated OR (to_jsonb(k) ->> 'conenforced') IS NOT DISTINCT FROM 'false' AS validated,
       regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', '') AS definition,
       quote_ident(s.spcname) AS tablespace,
       CASE WHEN k.contype IN ('p', 'u')
            THEN (SELECT array_agg(o ORDER BY o COLLATE "C") FROM unnest(i.reloptions) AS o) END AS index_options,
       (SELECT array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = i.oid AND a.attstattarget <> -1) AS statistics,
       quote_ident(pn.nspname) || '.' || quote_ident(pc.relname) || '.' || quote_ident(p.conname) AS part_of,
       (SELECT x.description FROM pg_description x WHERE x.objoid = i.oid AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0) AS index_comment,
       (SELECT x.description FROM pg_description x WHERE x.objoid = k.oid AND x.classoid = 'pg_constraint'::regclass AND x.objsubid = 0) AS comment
FROM pg_constraint k
JOIN pg_namespace n ON n.oid = k.connamespace
LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_tablespace s ON s.oid = i.reltablespace
LEFT JOIN pg_constraint p ON p.oid = k.conparentid
LEFT JOIN pg_class pc ON pc.oid = p.conrelid
LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  -- what points to the partitions of a table that is pointed to is the inside of one foreign key
  AND (p.oid IS NULL OR (p.conrelid <> k.conrelid AND p.confrelid = k.confrelid))
ORDER BY quote_ident(k.conname) COLLATE "C"
