SELECT a.attrelid AS relation, a.attnum AS number, quote_ident(a.attname) AS name,
       format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AS not_null, a.attgenerated AS generated, a.attidentity AS identity,
       pg_get_expr(d.adbin, d.adrelid) AS expression, d.oid AS default_oid,
       CASE WHEN a.attcollation <> t.typcollation
            THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END AS collation,
       CASE WHEN c.relkind IN ('r', 'p', 'f', 'm') AND a.attstorage <> t.typstorage
            THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                                   WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       CASE WHEN c.relkind IN ('r', 'p', 'f', 'm') THEN nullif(a.attstattarget, -1) END AS statistics,
       CASE WHEN a.attoptions IS NOT NULL
            THEN (SELECT array_agg(o ORDER BY o COLLATE "C") FROM unnest(a.attoptions) AS o) END AS options,
       CASE WHEN a.attfdwoptions IS NOT NULL
            THEN (SELECT array_agg(quote_ident(o.option_name) || '=' || o.option_value ORDER BY o.option_name COLLATE "C")
                  FROM pg_options_to_table(a.attfdwoptions) AS o) END AS foreign_options,
       k.oid AS not_null_oid,
       (k.name <> '' OR NOT k.convalidated OR k.connoinherit OR k.comment IS NOT NULL) IS TRUE AS named_not_null,
       nullif(k.name, '') AS not_null_name, k.convalidated AS not_null_validated,
       k.connoinherit AS not_null_no_inherit, k.comment AS not_null_comment,
       (SELECT x.description FROM pg_description x WHERE x.objoid = a.attrelid AND x.classoid = 'pg_class'::regclass AND x.objsubid = a.attnum) AS comment
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation co ON co.oid = a.attcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN (SELECT k.oid, k.conrelid, k.conkey[1] AS attnum, k.convalidated, k.connoinherit,
                  -- What was inherited once has a name made of another table's; a taken name gets a number.
                  CASE WHEN NOT k.conislocal OR right(regexp_replace(k.conname, '[0-9]+$', ''), length(a.attname) + 10) = '_' || a.attname || '_not_null' THEN '' ELSE quote_ident(k.conname) END AS name,
                  (SELECT x.description FROM pg_description x WHERE x.objoid = k.oid AND x.classoid = 'pg_constraint'::regclass AND x.objsubid = 0) AS comment
           FROM pg_constraint k
           JOIN pg_class r ON r.oid = k.conrelid
           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
           WHERE k.contype = 'n') k ON k.conrelid = a.attrelid AND k.attnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY a.attrelid, a.attnum
