SELECT n.oid, quote_ident(n.nspname) AS name,
       CASE WHEN n.nspname = 'public'
            THEN nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema')
            ELSE obj_description(n.oid, 'pg_namespace') END AS comment
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
