WITH ns AS (
  SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
ext AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
thing AS (
  SELECT 'pg_class' AS catalog, 'pg_class'::regclass AS class, c.oid, NULL::name AS part, c.relowner AS owner, c.relacl AS acl,
         acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
  FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relacl IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i' AND d.refobjsubid > 0)
  UNION ALL
  SELECT 'pg_class', 'pg_class'::regclass, c.oid, a.attname, c.relowner, a.attacl, NULL::aclitem[]
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN ns ON ns.oid = c.relnamespace
  WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL
  SELECT 'pg_proc', 'pg_proc'::regclass, p.oid, NULL, p.proowner, p.proacl, acldefault('f', p.proowner)
  FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace WHERE p.proacl IS NOT NULL
  UNION ALL
  SELECT 'pg_type', 'pg_type'::regclass, t.oid, NULL, t.typowner, t.typacl, acldefault('T', t.typowner)
  FROM pg_type t JOIN ns ON ns.oid = t.typnamespace WHERE t.typacl IS NOT NULL
  UNION ALL
  SELECT 'pg_namespace', 'pg_namespace'::regclass, n.oid, NULL, n.nspowner, n.nspacl,
         CASE WHEN n.nspname = 'public'
              THEN coalesce((SELECT i.initprivs FROM pg_init_privs i WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid), acldefault('n', n.nspowner))
              ELSE acldefault('n', n.nspowner) END
  FROM pg_namespace n JOIN ns ON ns.oid = n.oid WHERE n.nspacl IS NOT NULL
  UNION ALL
  SELECT 'pg_language', 'pg_language'::regclass, l.oid, NULL, l.lanowner, l.lanacl, acldefault('l', l.lanowner)
  FROM pg_language l WHERE l.oid >= 16384 AND l.lanacl IS NOT NULL
  UNION ALL
  SELECT 'pg_foreign_data_wrapper', 'pg_foreign_data_wrapper'::regclass, f.oid, NULL, f.fdwowner, f.fdwacl, acldefault('F', f.fdwowner)
  FROM pg_foreign_data_wrapper f WHERE f.fdwacl IS NOT NULL
  UNION ALL
  SELECT 'pg_foreign_server', 'pg_foreign_server'::regclass, s.oid, NULL, s.srvowner, s.srvacl, acldefault('S', s.srvowner)
  FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL)
SELECT t.catalog, t.oid, quote_ident(t.part) AS part,
       CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END AS grantee,
       coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE e.now), '{}') AS privileges,
       array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE e.now AND e.is_grantable) AS grantable,
       coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE NOT e.now), '{}') AS standing
FROM thing t
CROSS JOIN LATERAL (SELECT true AS now, x.* FROM aclexplode(t.acl) AS x
                    UNION ALL SELECT false, x.* FROM aclexplode(t.usual) AS x) AS e
WHERE e.grantee <> t.owner AND NOT EXISTS (SELECT FROM ext WHERE classid = t.class AND objid = t.oid)
GROUP BY t.catalog, t.oid, t.part, e.grantee
HAVING coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE e.now), '{}')
         <> coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE NOT e.now), '{}')
    OR bool_or(e.now AND e.is_grantable)
