SELECT 'pg_rewrite'::regclass::oid AS classid, r.oid AS objid, 'pg_class'::regclass::oid AS asclass, r.ev_class AS asobj
FROM pg_rewrite r WHERE r.oid >= 16384
UNION ALL
SELECT 'pg_type'::regclass, t.oid, 'pg_class'::regclass, t.typrelid FROM pg_type t WHERE t.typrelid <> 0 AND t.oid >= 16384
UNION ALL
SELECT 'pg_type'::regclass, e.typarray, 'pg_type'::regclass, e.oid FROM pg_type e WHERE e.typarray <> 0 AND e.oid >= 16384
UNION ALL
SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_depend d WHERE d.deptype = 'e'
UNION ALL
SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_depend d
WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass) AND d.objid >= 16384
UNION ALL
SELECT d.classid, d.objid, d.refclassid, d.refobjid FROM pg_depend d
WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass AND d.deptype = 'i' AND d.objid >= 16384
UNION ALL
SELECT 'pg_type'::regclass, r.rngmultitypid, 'pg_type'::regclass, r.rngtypid FROM pg_range r WHERE r.rngmultitypid >= 16384
