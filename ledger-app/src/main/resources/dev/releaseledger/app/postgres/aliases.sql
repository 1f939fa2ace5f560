SELECT 'pg_rewrite'::regclass::oid AS classid, r.oid AS objid, 'pg_class'::regclass::oid AS asclass, r.ev_class AS asobj
FROM pg_rewrite r WHERE r.oid >= 16384
UNION ALL
SELECT 'pg_type'::regclass, t.oid, 'pg_class'::regclass, t.typrelid FROM pg_type t WHERE t.typrelid <> 0 AND t.oid >= 16384
UNION ALL
SELECT 'pg_type'::regclass, e.typarray, 'pg_type'::regclass, e.oid FROM pg_type e WHERE e.typarray <> 0 AND e.oid >= 16384
UNION ALL
SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_depend d WHERE d.deptype = 'e'
