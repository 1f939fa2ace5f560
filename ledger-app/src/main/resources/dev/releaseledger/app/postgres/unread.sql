WITH ext AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
ns AS (
  SELECT n.oid, quote_ident(n.nspname) AS name FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_namespace'::regclass AND objid = n.oid)),
rel AS (
  SELECT c.*, ns.name || '.' || quote_ident(c.relname) AS name
  FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_class'::regclass AND objid = c.oid))
SELECT 'partitioned table' AS kind, name, 'partitioning is not covered' AS reason FROM rel WHERE relkind = 'p'
UNION ALL SELECT 'partition', name, 'partitioning is not covered' FROM rel WHERE relispartition AND relkind IN ('r', 'f')
UNION ALL SELECT 'foreign table', name, 'foreign tables are not covered' FROM rel WHERE relkind = 'f'
UNION ALL SELECT 'table', name, 'inheritance is not covered' FROM rel
  WHERE relkind = 'r' AND NOT relispartition AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = rel.oid OR i.inhparent = rel.oid)
UNION ALL SELECT CASE relkind WHEN 'S' THEN 'sequence' WHEN 'm' THEN 'materialized view' ELSE 'table' END, name, 'UNLOGGED is not covered'
  FROM rel WHERE relkind IN ('r', 'm', 'S') AND relpersistence = 'u'
UNION ALL SELECT CASE relkind WHEN 'm' THEN 'materialized view' ELSE 'table' END, name,
         'storage parameters are not covered: ' || array_to_string(reloptions, ', ')
  FROM rel WHERE relkind IN ('r', 'm') AND reloptions IS NOT NULL
UNION ALL SELECT 'table', rel.name, 'storage parameters are not covered: toast ' || array_to_string(t.reloptions, ', ')
  FROM rel JOIN pg_class t ON t.oid = rel.reltoastrelid WHERE t.reloptions IS NOT NULL
UNION ALL SELECT 'table', name, 'typed tables are not covered' FROM rel WHERE relkind = 'r' AND reloftype <> 0
UNION ALL SELECT 'table', name, 'row security is not covered' FROM rel WHERE relkind = 'r' AND (relrowsecurity OR relforcerowsecurity)
UNION ALL SELECT 'table', name, 'replica identity is not covered' FROM rel WHERE relkind IN ('r', 'm') AND relreplident <> 'd'
UNION ALL SELECT CASE relkind WHEN 'i' THEN 'index' WHEN 'm' THEN 'materialized view' ELSE 'table' END, name, 'tablespaces are not covered'
  FROM rel WHERE relkind IN ('r', 'm', 'i') AND reltablespace <> 0
UNION ALL SELECT CASE relkind WHEN 'm' THEN 'materialized view' ELSE 'table' END, rel.name, 'access method ' || a.amname || ' is not covered'
  FROM rel JOIN pg_am a ON a.oid = rel.relam WHERE relkind IN ('r', 'm') AND a.amname <> 'heap'
UNION ALL SELECT 'index', rel.name, 'storage parameters of the index of a constraint are not covered: ' || array_to_string(rel.reloptions, ', ')
  FROM rel JOIN pg_constraint k ON k.conindid = rel.oid AND k.contype IN ('p', 'u', 'x')
  WHERE rel.relkind = 'i' AND rel.reloptions IS NOT NULL
UNION ALL SELECT 'constraint', rel.name || '.' || quote_ident(k.conname), 'its triggers are not enabled as usual, so it guards nothing'
  FROM pg_constraint k JOIN rel ON rel.oid = k.conrelid
  WHERE k.contype IN ('f', 'p', 'u', 'x') AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgisinternal AND t.tgenabled <> 'O')
UNION ALL SELECT 'index', rel.name, 'CLUSTER ON is not covered' FROM pg_index i JOIN rel ON rel.oid = i.indexrelid WHERE i.indisclustered
UNION ALL SELECT 'index', rel.name, 'statistics targets of index columns are not covered'
  FROM pg_index i JOIN rel ON rel.oid = i.indexrelid
  WHERE EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = rel.oid AND coalesce(a.attstattarget, -1) <> -1)
UNION ALL SELECT 'index', rel.name, 'a comment on the index of a constraint is not covered'
  FROM pg_index i JOIN rel ON rel.oid = i.indexrelid JOIN pg_constraint k ON k.conindid = rel.oid AND k.contype IN ('p', 'u', 'x')
  WHERE obj_description(rel.oid, 'pg_class') IS NOT NULL
UNION ALL SELECT 'sequence', rel.name, 'a comment on the sequence of an identity column is not covered'
  FROM rel JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = rel.oid AND d.deptype = 'i'
  WHERE relkind = 'S' AND d.refobjsubid > 0 AND obj_description(rel.oid, 'pg_class') IS NOT NULL
UNION ALL SELECT 'column', rel.name || '.' || quote_ident(a.attname),
         CASE WHEN coalesce(a.attstattarget, -1) <> -1 THEN 'statistics target is not covered'
              WHEN a.attcompression <> '' THEN 'compression method is not covered'
              WHEN a.attoptions IS NOT NULL THEN 'column options are not covered'
              ELSE 'storage mode is not covered' END
  FROM pg_attribute a JOIN rel ON rel.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
  WHERE rel.relkind IN ('r', 'm') AND a.attnum > 0 AND NOT a.attisdropped
    AND (coalesce(a.attstattarget, -1) <> -1 OR a.attcompression <> '' OR a.attoptions IS NOT NULL OR a.attstorage <> t.typstorage)
UNION ALL SELECT 'column', rel.name || '.' || quote_ident(a.attname), 'defaults of view columns are not covered'
  FROM pg_attrdef d JOIN rel ON rel.oid = d.adrelid JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE rel.relkind = 'v'
UNION ALL SELECT 'constraint', coalesce(rel.name || '.', '') || quote_ident(k.conname), 'NOT NULL constraints that are NOT VALID or NO INHERIT are not covered'
  FROM pg_constraint k JOIN rel ON rel.oid = k.conrelid WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit)
UNION ALL SELECT 'constraint', rel.name || '.' || quote_ident(k.conname), 'a comment on a NOT NULL constraint is not covered'
  FROM pg_constraint k JOIN rel ON rel.oid = k.conrelid WHERE k.contype = 'n' AND obj_description(k.oid, 'pg_constraint') IS NOT NULL
UNION ALL SELECT 'constraint', ns.name || '.' || quote_ident(t.typname) || '.' || quote_ident(k.conname), 'a comment on a domain constraint is not covered'
  FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN ns ON ns.oid = t.typnamespace
  WHERE k.contypid <> 0 AND obj_description(k.oid, 'pg_constraint') IS NOT NULL
UNION ALL SELECT 'policy', rel.name || '.' || quote_ident(p.polname), 'row security is not covered' FROM pg_policy p JOIN rel ON rel.oid = p.polrelid
UNION ALL SELECT 'rule', rel.name || '.' || quote_ident(r.rulename), 'rules are not covered'
  FROM pg_rewrite r JOIN rel ON rel.oid = r.ev_class WHERE r.rulename <> '_RETURN'
UNION ALL SELECT 'statistics object', ns.name || '.' || quote_ident(s.stxname), 'extended statistics are not covered'
  FROM pg_statistic_ext s JOIN ns ON ns.oid = s.stxnamespace
UNION ALL SELECT 'aggregate', ns.name || '.' || quote_ident(p.proname), 'aggregates are not covered'
  FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace
  WHERE p.prokind = 'a' AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
UNION ALL SELECT 'operator', ns.name || '.' || o.oprname, 'operators are not covered'
  FROM pg_operator o JOIN ns ON ns.oid = o.oprnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_operator'::regclass AND objid = o.oid)
UNION ALL SELECT 'operator class', ns.name || '.' || quote_ident(o.opcname), 'operator classes are not covered'
  FROM pg_opclass o JOIN ns ON ns.oid = o.opcnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_opclass'::regclass AND objid = o.oid)
UNION ALL SELECT 'operator family', ns.name || '.' || quote_ident(o.opfname), 'operator families are not covered'
  FROM pg_opfamily o JOIN ns ON ns.oid = o.opfnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_opfamily'::regclass AND objid = o.oid)
UNION ALL SELECT 'cast', format_type(castsource, NULL) || ' as ' || format_type(casttarget, NULL), 'casts are not covered'
  FROM pg_cast c WHERE c.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
UNION ALL SELECT 'text search ' || t.kind, ns.name || '.' || quote_ident(t.name), 'text search objects are not covered'
  FROM (SELECT 'configuration' AS kind, 'pg_ts_config'::regclass AS class, oid, cfgname AS name, cfgnamespace AS namespace FROM pg_ts_config
        UNION ALL SELECT 'dictionary', 'pg_ts_dict'::regclass, oid, dictname, dictnamespace FROM pg_ts_dict
        UNION ALL SELECT 'parser', 'pg_ts_parser'::regclass, oid, prsname, prsnamespace FROM pg_ts_parser
        UNION ALL SELECT 'template', 'pg_ts_template'::regclass, oid, tmplname, tmplnamespace FROM pg_ts_template) t
  JOIN ns ON ns.oid = t.namespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = t.class AND objid = t.oid)
UNION ALL SELECT 'collation', ns.name || '.' || quote_ident(c.collname), 'collations are not covered'
  FROM pg_collation c JOIN ns ON ns.oid = c.collnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_collation'::regclass AND objid = c.oid)
UNION ALL SELECT 'conversion', ns.name || '.' || quote_ident(c.conname), 'conversions are not covered'
  FROM pg_conversion c JOIN ns ON ns.oid = c.connamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_conversion'::regclass AND objid = c.oid)
UNION ALL SELECT CASE t.typtype WHEN 'r' THEN 'range type' WHEN 'p' THEN 'shell type' ELSE 'base type' END,
         ns.name || '.' || quote_ident(t.typname), 'such types are not covered'
  FROM pg_type t JOIN ns ON ns.oid = t.typnamespace
  WHERE t.typtype IN ('r', 'b', 'p')
    AND NOT (t.typtype = 'b' AND EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid))
    AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_type'::regclass AND objid = t.oid)
UNION ALL SELECT 'event trigger', quote_ident(evtname), 'event triggers are not covered' FROM pg_event_trigger e
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_event_trigger'::regclass AND objid = e.oid)
UNION ALL SELECT 'publication', quote_ident(pubname), 'publications are not covered' FROM pg_publication
UNION ALL SELECT 'subscription', quote_ident(subname), 'subscriptions are not covered'
  FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
UNION ALL SELECT 'foreign data wrapper', quote_ident(fdwname), 'foreign data is not covered' FROM pg_foreign_data_wrapper f
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_foreign_data_wrapper'::regclass AND objid = f.oid)
UNION ALL SELECT 'foreign server', quote_ident(srvname), 'foreign data is not covered' FROM pg_foreign_server
UNION ALL SELECT 'language', quote_ident(lanname), 'languages are not covered' FROM pg_language l
  WHERE l.oid >= 16384 AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_language'::regclass AND objid = l.oid)
UNION ALL SELECT 'transform', format_type(trftype, NULL), 'transforms are not covered' FROM pg_transform t
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_transform'::regclass AND objid = t.oid)
UNION ALL SELECT 'access method', quote_ident(amname), 'access methods are not covered' FROM pg_am a
  WHERE a.oid >= 16384 AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_am'::regclass AND objid = a.oid)
UNION ALL SELECT 'security label', provider || ' on ' || objtype || ' ' || objname, 'security labels are not covered'
  FROM pg_seclabels WHERE objtype NOT IN ('database', 'role', 'tablespace')
UNION ALL SELECT 'extension tie', x.type || ' ' || x.identity, 'DEPENDS ON EXTENSION is not covered'
  FROM pg_depend d CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) AS x WHERE d.deptype = 'x'
