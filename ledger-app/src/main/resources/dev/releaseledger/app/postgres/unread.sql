WITH ext AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
ns AS (
  SELECT n.oid, quote_ident(n.nspname) AS name FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_namespace'::regclass AND objid = n.oid)),
rel AS (
  SELECT c.*, ns.name || '.' || quote_ident(c.relname) AS name
  FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_class'::regclass AND objid = c.oid))
SELECT 'trigger' AS kind, rel.name || '.' || quote_ident(t.tgname) AS name, 'it fires otherwise than on the partitioned table' AS reason
  FROM pg_trigger t JOIN rel ON rel.oid = t.tgrelid JOIN pg_trigger p ON p.oid = t.tgparentid
  WHERE t.tgenabled <> p.tgenabled AND t.tgconstraint = 0
UNION ALL SELECT 'trigger', rel.name || '.' || quote_ident(t.tgname), 'a comment on the trigger of a partition that belongs to its partitioned table is not covered'
  FROM pg_trigger t JOIN rel ON rel.oid = t.tgrelid WHERE t.tgparentid <> 0 AND obj_description(t.oid, 'pg_trigger') IS NOT NULL
UNION ALL SELECT 'foreign table', rel.name, 'an option that looks like a secret is not covered: ' || o.option_name
  FROM pg_foreign_table f JOIN rel ON rel.oid = f.ftrelid CROSS JOIN LATERAL pg_options_to_table(f.ftoptions) AS o
  WHERE o.option_name ~* 'pass|secret|token|credential|private|_key$|^key$'
UNION ALL SELECT 'partition', rel.name, 'a DETACH CONCURRENTLY of it has not been finished'
  FROM pg_inherits i JOIN rel ON rel.oid = i.inhrelid WHERE i.inhdetachpending
UNION ALL SELECT 'table', name, 'its replica identity is an index that was dropped'
  FROM rel WHERE relkind IN ('r', 'p') AND relreplident = 'i' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = rel.oid AND i.indisreplident)
UNION ALL SELECT 'constraint', rel.name || '.' || quote_ident(k.conname), 'its index is not valid: a partition lacks one'
  FROM pg_constraint k JOIN rel ON rel.oid = k.conrelid JOIN pg_index i ON i.indexrelid = k.conindid
  WHERE k.contype IN ('p', 'u', 'x') AND rel.relkind = 'p' AND NOT i.indisvalid
UNION ALL SELECT 'constraint', rel.name || '.' || quote_ident(k.conname), 'its triggers are not enabled as usual, so it guards nothing'
  FROM pg_constraint k JOIN rel ON rel.oid = k.conrelid
  WHERE k.contype IN ('f', 'p', 'u', 'x') AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgconstraint = k.oid AND t.tgisinternal AND t.tgenabled <> 'O')
UNION ALL SELECT CASE t.typtype WHEN 'p' THEN 'shell type' ELSE 'base type' END,
         ns.name || '.' || quote_ident(t.typname), 'such types are not covered'
  FROM pg_type t JOIN ns ON ns.oid = t.typnamespace
  WHERE t.typtype IN ('b', 'p')
    AND NOT (t.typtype = 'b' AND EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid))
    AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_type'::regclass AND objid = t.oid)
UNION ALL SELECT 'operator', ns.name || '.' || o.oprname, 'operators without a function are not covered'
  FROM pg_operator o JOIN ns ON ns.oid = o.oprnamespace
  WHERE o.oprcode = 0 AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_operator'::regclass AND objid = o.oid)
UNION ALL SELECT 'subscription', quote_ident(subname), 'subscriptions are not covered'
  FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
UNION ALL SELECT 'foreign server', quote_ident(s.srvname), 'an option that looks like a secret is not covered: ' || o.option_name
  FROM pg_foreign_server s CROSS JOIN LATERAL pg_options_to_table(s.srvoptions) AS o
  WHERE o.option_name ~* 'pass|secret|token|credential|private|_key$|^key$'
UNION ALL SELECT 'foreign data wrapper', quote_ident(w.fdwname), 'an option that looks like a secret is not covered: ' || o.option_name
  FROM pg_foreign_data_wrapper w CROSS JOIN LATERAL pg_options_to_table(w.fdwoptions) AS o
  WHERE o.option_name ~* 'pass|secret|token|credential|private|_key$|^key$'
UNION ALL SELECT 'security label', provider || ' on ' || objtype || ' ' || objname, 'security labels are not covered'
  FROM pg_seclabels WHERE objtype NOT IN ('database', 'role', 'tablespace')
UNION ALL SELECT 'extension tie', x.type || ' ' || x.identity, 'DEPENDS ON EXTENSION is not covered'
  FROM pg_depend d CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) AS x WHERE d.deptype = 'x'
