SELECT relid AS oid, seq_scan AS scans FROM pg_stat_user_tables WHERE seq_scan > 0
