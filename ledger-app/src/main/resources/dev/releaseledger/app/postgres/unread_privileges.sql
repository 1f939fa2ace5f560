SELECT 'privileges' AS kind, x.type || ' ' || x.identity AS name, 'the owner''s own privileges are not covered' AS reason
FROM (SELECT 'pg_class'::regclass AS class, oid, relowner AS owner, relacl AS acl,
             acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner) AS usual, relnamespace AS namespace
      FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL SELECT 'pg_proc'::regclass, oid, proowner, proacl, acldefault('f', proowner), pronamespace FROM pg_proc
      UNION ALL SELECT 'pg_type'::regclass, oid, typowner, typacl, acldefault('T', typowner), typnamespace FROM pg_type) AS t
JOIN pg_namespace n ON n.oid = t.namespace
CROSS JOIN LATERAL pg_identify_object(t.class, t.oid, 0) AS x
WHERE t.acl IS NOT NULL AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = t.class AND d.objid = t.oid AND d.deptype = 'e')
  AND (SELECT count(*) FROM aclexplode(t.acl) AS e WHERE e.grantee = t.owner)
      <> (SELECT count(*) FROM aclexplode(t.usual) AS e WHERE e.grantee = t.owner)
UNION ALL
SELECT 'privileges', 'sequence ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname), 'privileges on the sequence of an identity column are not covered'
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND c.relacl IS NOT NULL AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i' AND d.refobjsubid > 0)
UNION ALL
SELECT 'default privileges', quote_ident(pg_get_userbyid(d.defaclrole)), 'the owner''s own default privileges, and those on large objects, are not covered'
FROM pg_default_acl d
WHERE d.defaclobjtype NOT IN ('r', 'S', 'f', 'T', 'n')
   OR (d.defaclnamespace = 0 AND (SELECT count(*) FROM aclexplode(d.defaclacl) AS e WHERE e.grantee = d.defaclrole)
       <> (SELECT count(*) FROM aclexplode(acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::"char", d.defaclrole)) AS e WHERE e.grantee = d.defaclrole))
