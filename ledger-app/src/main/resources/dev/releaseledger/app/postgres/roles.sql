SELECT pg_catalog.quote_ident(rolname) FROM pg_catalog.pg_roles
