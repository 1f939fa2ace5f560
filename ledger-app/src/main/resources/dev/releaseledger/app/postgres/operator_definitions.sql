WITH ns AS (
  SELECT oid, quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
ext AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
member AS (
  SELECT d.refclassid, d.refobjid, 1 AS rank, o.amopstrategy AS number, format_type(o.amoplefttype, NULL) AS l, format_type(o.amoprighttype, NULL) AS r,
         'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator::text
           || CASE WHEN o.amopsortfamily <> 0 THEN ' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname) ELSE '' END AS item,
         'OPERATOR ' || o.amopstrategy || ' (' || format_type(o.amoplefttype, NULL) || ', ' || format_type(o.amoprighttype, NULL) || ')' AS place
  FROM pg_amop o JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = o.oid
  LEFT JOIN pg_opfamily s ON s.oid = o.amopsortfamily LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
  WHERE o.oid >= 16384 AND (d.refclassid = 'pg_opclass'::regclass OR (d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = o.amopfamily))
  UNION ALL
  SELECT d.refclassid, d.refobjid, 2, p.amprocnum, format_type(p.amproclefttype, NULL), format_type(p.amprocrighttype, NULL),
         'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL) || ') '
           || p.amproc::regprocedure::text,
         'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL) || ')'
  FROM pg_amproc p JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = p.oid
  WHERE p.oid >= 16384 AND (d.refclassid = 'pg_opclass'::regclass OR (d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = p.amprocfamily)))
SELECT 'pg_operator' AS catalog, o.oid, 'OPERATOR' AS kind,
       ns.name || '.' || o.oprname || '(' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END
         || ', ' || format_type(o.oprright, NULL) || ')' AS identity,
       'CREATE OPERATOR ' || ns.name || '.' || o.oprname || ' (FUNCTION = ' || o.oprcode::regproc::text
         || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL) ELSE '' END
         || ', RIGHTARG = ' || format_type(o.oprright, NULL)
         || CASE WHEN c.oid IS NOT NULL THEN ', COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')' ELSE '' END
         || CASE WHEN g.oid IS NOT NULL THEN ', NEGATOR = OPERATOR(' || quote_ident(gn.nspname) || '.' || g.oprname || ')' ELSE '' END
         || CASE WHEN o.oprrest <> 0 THEN ', RESTRICT = ' || o.oprrest::regproc::text ELSE '' END
         || CASE WHEN o.oprjoin <> 0 THEN ', JOIN = ' || o.oprjoin::regproc::text ELSE '' END
         || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
         || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')' AS definition,
       NULL::text[] AS options, NULL AS signature, NULL AS parent_catalog, NULL::oid AS parent_oid,
       obj_description(o.oid, 'pg_operator') AS comment
FROM pg_operator o JOIN ns ON ns.oid = o.oprnamespace
LEFT JOIN pg_operator c ON c.oid = o.oprcom LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
LEFT JOIN pg_operator g ON g.oid = o.oprnegate LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
WHERE o.oprcode <> 0 AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_operator'::regclass AND objid = o.oid)
UNION ALL
SELECT 'pg_opfamily', f.oid, 'OPERATOR_FAMILY', ns.name || '.' || quote_ident(f.opfname) || ' USING ' || quote_ident(a.amname),
       'CREATE OPERATOR FAMILY ' || ns.name || '.' || quote_ident(f.opfname) || ' USING ' || quote_ident(a.amname),
       (SELECT array_agg(part ORDER BY m.rank, m.number, m.l, m.r, part_rank)
        FROM member m CROSS JOIN LATERAL (VALUES (1, m.place), (2, m.item)) AS p (part_rank, part)
        WHERE m.refclassid = 'pg_opfamily'::regclass AND m.refobjid = f.oid),
       NULL, NULL, NULL, obj_description(f.oid, 'pg_opfamily')
FROM pg_opfamily f JOIN ns ON ns.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_opfamily'::regclass AND objid = f.oid)
UNION ALL
SELECT 'pg_opclass', c.oid, 'OPERATOR_CLASS', ns.name || '.' || quote_ident(c.opcname) || ' USING ' || quote_ident(a.amname),
       'CREATE OPERATOR CLASS ' || ns.name || '.' || quote_ident(c.opcname) || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END
         || ' FOR TYPE ' || format_type(c.opcintype, NULL) || ' USING ' || quote_ident(a.amname)
         || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) || E' AS\n  '
         || concat_ws(E',\n  ',
              (SELECT string_agg(m.item, E',\n  ' ORDER BY m.rank, m.number, m.l, m.r)
               FROM member m WHERE m.refclassid = 'pg_opclass'::regclass AND m.refobjid = c.oid),
              CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || format_type(c.opckeytype, NULL)
                   WHEN NOT EXISTS (SELECT FROM member m WHERE m.refclassid = 'pg_opclass'::regclass AND m.refobjid = c.oid)
                   THEN 'STORAGE ' || format_type(c.opcintype, NULL) END),
       NULL, NULL, NULL, NULL, obj_description(c.oid, 'pg_opclass')
FROM pg_opclass c JOIN ns ON ns.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_opclass'::regclass AND objid = c.oid)
