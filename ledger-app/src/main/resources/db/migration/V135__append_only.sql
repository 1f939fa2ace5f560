-- What refuses to change a table whose rows come and stay. Which tables these are stands in
-- TableRights; the service hangs the trigger on each of them after it has migrated.
create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege',
      hint = 'What the ledger has recorded is never changed. To correct it, record something new.';
end
$$;
