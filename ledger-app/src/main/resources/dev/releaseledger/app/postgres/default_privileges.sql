WITH rule AS (
  SELECT d.oid, d.defaclrole AS owner, d.defaclnamespace AS namespace, d.defaclacl AS acl,
         CASE WHEN d.defaclrole = (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user) THEN ''
              ELSE 'FOR ROLE ' || quote_ident(pg_get_userbyid(d.defaclrole)) || ' ' END
           || coalesce('IN SCHEMA ' || quote_ident(n.nspname) || ' ', '')
           || 'ON ' || CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                            WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS scope,
         CASE WHEN d.defaclnamespace <> 0 THEN NULL::aclitem[]
              ELSE acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::"char", d.defaclrole) END AS usual
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace)
SELECT r.scope, r.namespace,
       CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END AS grantee,
       coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE e.now), '{}') AS privileges,
       array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE e.now AND e.is_grantable) AS grantable,
       coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE NOT e.now), '{}') AS standing
FROM rule r
CROSS JOIN LATERAL (SELECT true AS now, x.* FROM aclexplode(r.acl) AS x
                    UNION ALL SELECT false, x.* FROM aclexplode(r.usual) AS x) AS e
WHERE e.grantee <> r.owner
GROUP BY r.scope, r.namespace, e.grantee
HAVING coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE e.now), '{}')
         <> coalesce(array_agg(DISTINCT e.privilege_type::text ORDER BY e.privilege_type::text) FILTER (WHERE NOT e.now), '{}')
    OR bool_or(e.now AND e.is_grantable)
