WITH me AS (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user)
SELECT 'pg_class' AS catalog, c.oid FROM pg_class c, me WHERE c.oid >= 16384 AND c.relkind IN ('v', 'm', 'c') AND c.relowner <> me.oid
UNION ALL SELECT 'pg_proc', p.oid FROM pg_proc p, me WHERE p.oid >= 16384 AND p.proowner <> me.oid
UNION ALL SELECT 'pg_type', t.oid FROM pg_type t, me WHERE t.oid >= 16384 AND t.typtype IN ('e', 'd', 'r', 'b') AND t.typelem = 0 AND t.typowner <> me.oid
UNION ALL SELECT 'pg_operator', o.oid FROM pg_operator o, me WHERE o.oid >= 16384 AND o.oprowner <> me.oid
UNION ALL SELECT 'pg_opclass', o.oid FROM pg_opclass o, me WHERE o.oid >= 16384 AND o.opcowner <> me.oid
UNION ALL SELECT 'pg_opfamily', o.oid FROM pg_opfamily o, me WHERE o.oid >= 16384 AND o.opfowner <> me.oid
UNION ALL SELECT 'pg_collation', c.oid FROM pg_collation c, me WHERE c.oid >= 16384 AND c.collowner <> me.oid
UNION ALL SELECT 'pg_ts_dict', d.oid FROM pg_ts_dict d, me WHERE d.oid >= 16384 AND d.dictowner <> me.oid
UNION ALL SELECT 'pg_ts_config', c.oid FROM pg_ts_config c, me WHERE c.oid >= 16384 AND c.cfgowner <> me.oid
UNION ALL SELECT 'pg_statistic_ext', s.oid FROM pg_statistic_ext s, me WHERE s.oid >= 16384 AND s.stxowner <> me.oid
UNION ALL SELECT 'pg_publication', p.oid FROM pg_publication p, me WHERE p.pubowner <> me.oid
UNION ALL SELECT 'pg_foreign_data_wrapper', f.oid FROM pg_foreign_data_wrapper f, me WHERE f.oid >= 16384 AND f.fdwowner <> me.oid
UNION ALL SELECT 'pg_foreign_server', s.oid FROM pg_foreign_server s, me WHERE s.srvowner <> me.oid
