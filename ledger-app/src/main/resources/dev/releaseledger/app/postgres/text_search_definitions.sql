WITH ns AS (
  SELECT oid, quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
ext AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
SELECT 'pg_ts_parser' AS catalog, p.oid, 'TEXT_SEARCH_PARSER' AS kind, ns.name || '.' || quote_ident(p.prsname) AS identity,
       'CREATE TEXT SEARCH PARSER ' || ns.name || '.' || quote_ident(p.prsname)
         || ' (START = ' || p.prsstart::text || ', GETTOKEN = ' || p.prstoken::text || ', END = ' || p.prsend::text
         || CASE WHEN p.prsheadline <> 0 THEN ', HEADLINE = ' || p.prsheadline::text ELSE '' END
         || ', LEXTYPES = ' || p.prslextype::text || ')' AS definition,
       NULL::text[] AS options, NULL AS signature, NULL AS parent_catalog, NULL::oid AS parent_oid,
       obj_description(p.oid, 'pg_ts_parser') AS comment
FROM pg_ts_parser p JOIN ns ON ns.oid = p.prsnamespace
WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_ts_parser'::regclass AND objid = p.oid)
UNION ALL
SELECT 'pg_ts_template', t.oid, 'TEXT_SEARCH_TEMPLATE', ns.name || '.' || quote_ident(t.tmplname),
       'CREATE TEXT SEARCH TEMPLATE ' || ns.name || '.' || quote_ident(t.tmplname)
         || ' (' || CASE WHEN t.tmplinit <> 0 THEN 'INIT = ' || t.tmplinit::text || ', ' ELSE '' END || 'LEXIZE = ' || t.tmpllexize::text || ')',
       NULL, NULL, NULL, NULL, obj_description(t.oid, 'pg_ts_template')
FROM pg_ts_template t JOIN ns ON ns.oid = t.tmplnamespace
WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_ts_template'::regclass AND objid = t.oid)
UNION ALL
SELECT 'pg_ts_dict', d.oid, 'TEXT_SEARCH_DICTIONARY', ns.name || '.' || quote_ident(d.dictname),
       'CREATE TEXT SEARCH DICTIONARY ' || ns.name || '.' || quote_ident(d.dictname),
       ARRAY['TEMPLATE', quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname)]
         || (SELECT array_agg(x.part ORDER BY o.place, x.rank)
             FROM regexp_matches(d.dictinitoption, '("(?:[^"]|"")+"|[^\s,="]+) = (E?''(?:[^'']|'''')*''|[^,]+)', 'g') WITH ORDINALITY AS o (pair, place)
             CROSS JOIN LATERAL (VALUES (1, o.pair[1]), (2, o.pair[2])) AS x (rank, part)),
       NULL, NULL, NULL, obj_description(d.oid, 'pg_ts_dict')
FROM pg_ts_dict d JOIN ns ON ns.oid = d.dictnamespace
JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_ts_dict'::regclass AND objid = d.oid)
UNION ALL
SELECT 'pg_ts_config', c.oid, 'TEXT_SEARCH_CONFIGURATION', ns.name || '.' || quote_ident(c.cfgname),
       'CREATE TEXT SEARCH CONFIGURATION ' || ns.name || '.' || quote_ident(c.cfgname)
         || ' (PARSER = ' || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) || ')',
       (SELECT array_agg(x.part ORDER BY m.alias, x.rank)
        FROM (SELECT quote_ident(tt.alias) AS alias,
                     string_agg(quote_ident(dn.nspname) || '.' || quote_ident(dd.dictname), ', ' ORDER BY cm.mapseqno) AS dictionaries
              FROM pg_ts_config_map cm JOIN pg_ts_dict dd ON dd.oid = cm.mapdict JOIN pg_namespace dn ON dn.oid = dd.dictnamespace
              JOIN LATERAL ts_token_type(c.cfgparser) AS tt ON tt.tokid = cm.maptokentype
              WHERE cm.mapcfg = c.oid GROUP BY tt.alias) AS m
        CROSS JOIN LATERAL (VALUES (1, m.alias), (2, m.dictionaries)) AS x (rank, part)),
       NULL, NULL, NULL, obj_description(c.oid, 'pg_ts_config')
FROM pg_ts_config c JOIN ns ON ns.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_ts_config'::regclass AND objid = c.oid)
