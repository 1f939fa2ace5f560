SELECT 'pg_proc' AS catalog, p.oid, 'AGGREGATE' AS kind,
       quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' ||
         coalesce((SELECT string_agg(format_type(a.type, NULL), ', ' ORDER BY a.place)
                   FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)), '*') || ')' AS identity,
       'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
         || '(' || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END || E') (\n  SFUNC = ' || a.aggtransfn::regproc::text
         || E',\n  STYPE = ' || format_type(a.aggtranstype, NULL)
         || CASE WHEN a.aggtransspace <> 0 THEN E',\n  SSPACE = ' || a.aggtransspace ELSE '' END
         || CASE WHEN a.aggfinalfn <> 0 THEN E',\n  FINALFUNC = ' || a.aggfinalfn::regproc::text ELSE '' END
         || CASE WHEN a.aggfinalextra THEN E',\n  FINALFUNC_EXTRA' ELSE '' END
         || CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                 THEN E',\n  FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END ELSE '' END
         || CASE WHEN a.aggcombinefn <> 0 THEN E',\n  COMBINEFUNC = ' || a.aggcombinefn::regproc::text ELSE '' END
         || CASE WHEN a.aggserialfn <> 0 THEN E',\n  SERIALFUNC = ' || a.aggserialfn::regproc::text ELSE '' END
         || CASE WHEN a.aggdeserialfn <> 0 THEN E',\n  DESERIALFUNC = ' || a.aggdeserialfn::regproc::text ELSE '' END
         || coalesce(E',\n  INITCOND = ' || quote_literal(a.agginitval), '')
         || CASE WHEN a.aggmtransfn <> 0 THEN E',\n  MSFUNC = ' || a.aggmtransfn::regproc::text ELSE '' END
         || CASE WHEN a.aggminvtransfn <> 0 THEN E',\n  MINVFUNC = ' || a.aggminvtransfn::regproc::text ELSE '' END
         || CASE WHEN a.aggmtranstype <> 0 THEN E',\n  MSTYPE = ' || format_type(a.aggmtranstype, NULL) ELSE '' END
         || CASE WHEN a.aggmtransspace <> 0 THEN E',\n  MSSPACE = ' || a.aggmtransspace ELSE '' END
         || CASE WHEN a.aggmfinalfn <> 0 THEN E',\n  MFINALFUNC = ' || a.aggmfinalfn::regproc::text ELSE '' END
         || CASE WHEN a.aggmfinalextra THEN E',\n  MFINALFUNC_EXTRA' ELSE '' END
         || CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                 THEN E',\n  MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END ELSE '' END
         || coalesce(E',\n  MINITCOND = ' || quote_literal(a.aggminitval), '')
         || CASE WHEN a.aggsortop <> 0 THEN E',\n  SORTOP = OPERATOR(' || quote_ident(sn.nspname) || '.' || so.oprname || ')' ELSE '' END
         || CASE WHEN a.aggkind = 'h' THEN E',\n  HYPOTHETICAL' ELSE '' END
         || CASE p.proparallel WHEN 's' THEN E',\n  PARALLEL = safe' WHEN 'r' THEN E',\n  PARALLEL = restricted' ELSE '' END
         || E'\n)' AS definition,
       NULL::text[] AS options,
       a.aggkind::text || ' ' || a.aggnumdirectargs || ' ' || pg_get_function_arguments(p.oid) || ' ' || pg_get_function_result(p.oid) AS signature,
       NULL AS parent_catalog, NULL::oid AS parent_oid, obj_description(p.oid, 'pg_proc') AS comment
FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
LEFT JOIN pg_operator so ON so.oid = a.aggsortop LEFT JOIN pg_namespace sn ON sn.oid = so.oprnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_language', l.oid, 'LANGUAGE', quote_ident(l.lanname),
       'CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || quote_ident(l.lanname)
         || ' HANDLER ' || l.lanplcallfoid::regproc::text
         || CASE WHEN l.laninline <> 0 THEN ' INLINE ' || l.laninline::regproc::text ELSE '' END
         || CASE WHEN l.lanvalidator <> 0 THEN ' VALIDATOR ' || l.lanvalidator::regproc::text ELSE '' END,
       NULL, '', NULL, NULL, obj_description(l.oid, 'pg_language')
FROM pg_language l
WHERE l.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_language'::regclass AND d.objid = l.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_transform', t.oid, 'TRANSFORM', 'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname),
       'CREATE TRANSFORM FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname) || ' ('
         || concat_ws(', ', CASE WHEN t.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || t.trffromsql::regprocedure::text END,
                            CASE WHEN t.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || t.trftosql::regprocedure::text END) || ')',
       NULL, '', NULL, NULL, obj_description(t.oid, 'pg_transform')
FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_transform'::regclass AND d.objid = t.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_am', a.oid, 'ACCESS_METHOD', quote_ident(a.amname),
       'CREATE ACCESS METHOD ' || quote_ident(a.amname) || ' TYPE ' || CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END
         || ' HANDLER ' || a.amhandler::text,
       NULL, NULL, NULL, NULL, obj_description(a.oid, 'pg_am')
FROM pg_am a
WHERE a.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_am'::regclass AND d.objid = a.oid AND d.deptype = 'e')
UNION ALL
SELECT 'pg_event_trigger', e.oid, 'EVENT_TRIGGER', quote_ident(e.evtname),
       'CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON ' || e.evtevent
         || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ' ORDER BY tag) FROM unnest(e.evttags) AS tag) || ')', '')
         || ' EXECUTE FUNCTION ' || e.evtfoid::regproc::text || '()',
       ARRAY['fires', CASE e.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END],
       NULL, NULL, NULL, obj_description(e.oid, 'pg_event_trigger')
FROM pg_event_trigger e
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = e.oid AND d.deptype = 'e')
