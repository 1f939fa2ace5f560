SELECT 'pg_statistic_ext' AS catalog, s.oid, 'STATISTICS' AS kind, quote_ident(n.nspname) || '.' || quote_ident(s.stxname) AS identity,
       pg_get_statisticsobjdef(s.oid) AS definition,
       CASE WHEN s.stxstattarget >= 0 THEN ARRAY['target', s.stxstattarget::text] END AS options,
       NULL AS signature, 'pg_class' AS parent_catalog, s.stxrelid AS parent_oid, obj_description(s.oid, 'pg_statistic_ext') AS comment
FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_statistic_ext'::regclass AND d.objid = s.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_foreign_data_wrapper', w.oid, 'FOREIGN_DATA_WRAPPER', quote_ident(w.fdwname),
       'CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
         || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc::text ELSE '' END
         || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::regproc::text ELSE '' END,
       (SELECT array_agg(x.part ORDER BY o.option_name, x.rank) FROM pg_options_to_table(w.fdwoptions) AS o
        CROSS JOIN LATERAL (VALUES (1, quote_ident(o.option_name)), (2, o.option_value)) AS x (rank, part)
        WHERE o.option_name !~* 'pass|secret|token|credential|private|_key$|^key$'),
       NULL, NULL, NULL, obj_description(w.oid, 'pg_foreign_data_wrapper')
FROM pg_foreign_data_wrapper w
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND d.objid = w.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_foreign_server', s.oid, 'SERVER', quote_ident(s.srvname),
       'CREATE SERVER ' || quote_ident(s.srvname) || coalesce(' TYPE ' || quote_literal(s.srvtype), '')
         || coalesce(' VERSION ' || quote_literal(s.srvversion), '') || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname),
       (SELECT array_agg(x.part ORDER BY o.option_name, x.rank) FROM pg_options_to_table(s.srvoptions) AS o
        CROSS JOIN LATERAL (VALUES (1, quote_ident(o.option_name)), (2, o.option_value)) AS x (rank, part)
        WHERE o.option_name !~* 'pass|secret|token|credential|private|_key$|^key$'),
       NULL, NULL, NULL, obj_description(s.oid, 'pg_foreign_server')
FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_foreign_server'::regclass AND d.objid = s.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_user_mapping', u.umid, 'USER_MAPPING',
       'FOR ' || CASE WHEN u.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END || ' SERVER ' || quote_ident(u.srvname),
       'CREATE USER MAPPING FOR ' || CASE WHEN u.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END || ' SERVER ' || quote_ident(u.srvname),
       NULL, NULL, 'pg_foreign_server', u.srvid, NULL
FROM pg_user_mappings u
UNION ALL
SELECT 'pg_publication', p.oid, 'PUBLICATION', quote_ident(p.pubname),
       'CREATE PUBLICATION ' || quote_ident(p.pubname) || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END,
       ARRAY['publish', quote_literal(concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                                                     CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))]
         || CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN ARRAY['publish_generated_columns', 'stored'] WHEN 'n' THEN ARRAY['publish_generated_columns', 'none'] END
         || ARRAY['publish_via_partition_root', p.pubviaroot::text],
       NULL, NULL, NULL, obj_description(p.oid, 'pg_publication')
FROM pg_publication p
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_publication'::regclass AND d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_publication_rel', r.oid, 'PUBLICATION_TABLE', quote_ident(p.pubname) || '.' || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
       'ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLE ONLY ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
         || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) || ')' FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs)), '') -- from 15
         || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '') -- from 15
       , NULL, NULL, 'pg_publication', p.oid, NULL
FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid
JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
UNION ALL SELECT 'pg_publication_namespace', r.oid, 'PUBLICATION_SCHEMA', quote_ident(p.pubname) || '.' || quote_ident(n.nspname), 'ALTER PUBLICATION ' || quote_ident(p.pubname) || ' ADD TABLES IN SCHEMA ' || quote_ident(n.nspname), NULL, NULL, 'pg_publication', p.oid, NULL -- from 15
FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid JOIN pg_namespace n ON n.oid = r.pnnspid -- from 15
