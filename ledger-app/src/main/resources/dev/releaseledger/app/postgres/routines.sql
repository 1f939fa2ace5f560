SELECT p.oid, p.prokind = 'p' AS procedure,
       quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' ||
         coalesce((SELECT string_agg(format_type(a.type, NULL), ', ' ORDER BY a.place)
                   FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)), '') || ')' AS identity,
       pg_get_function_arguments(p.oid) AS arguments,
       pg_get_function_result(p.oid) AS result,
       regexp_replace(pg_get_functiondef(p.oid), '\s+$', '') AS definition,
       obj_description(p.oid, 'pg_proc') AS comment
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p', 'w') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
