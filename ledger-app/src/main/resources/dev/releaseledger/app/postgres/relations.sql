SELECT c.oid, c.relkind, c.reltype,
       quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
       CASE WHEN c.relkind = 'c' THEN obj_description(c.reltype, 'pg_type')
            ELSE obj_description(c.oid, 'pg_class') END AS comment,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS query,
       CASE WHEN c.relkind = 'v' THEN c.reloptions
            ELSE (SELECT array_agg(o ORDER BY o COLLATE "C")
                  FROM (SELECT unnest(c.reloptions) UNION ALL SELECT 'toast.' || unnest(t.reloptions)) AS all_options (o)) END AS options,
       c.relpersistence = 'u' AS unlogged,
       CASE WHEN m.amname <> 'heap' THEN quote_ident(m.amname) END AS access_method,
       quote_ident(s.spcname) AS tablespace,
       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
       c.relispartition AS partition,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       pg_get_expr(c.relpartbound, c.oid) AS bound,
       h.parents,
       quote_ident(fs.srvname) AS server,
       CASE WHEN c.relkind = 'f'
            THEN (SELECT array_agg(quote_ident(o.option_name) || '=' || o.option_value ORDER BY o.option_name COLLATE "C")
                  FROM pg_options_to_table(ft.ftoptions) AS o) END AS foreign_options,
       CASE WHEN c.relkind NOT IN ('r', 'p') THEN NULL ELSE CASE c.relreplident
         WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
         WHEN 'i' THEN (SELECT 'USING INDEX ' || quote_ident(r.relname)
                        FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid
                        WHERE i.indrelid = c.oid AND i.indisreplident) END END AS replica_identity,
       (SELECT quote_ident(r.relname) FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisclustered) AS clustering
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
LEFT JOIN pg_am m ON m.oid = c.relam
LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
LEFT JOIN (SELECT i.inhrelid,
                  array_agg(quote_ident(pn.nspname) || '.' || quote_ident(p.relname)
                            ORDER BY quote_ident(pn.nspname) || '.' || quote_ident(p.relname) COLLATE "C") AS parents
           FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
           GROUP BY i.inhrelid) h ON h.inhrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = c.reltype AND d.deptype = 'e')
