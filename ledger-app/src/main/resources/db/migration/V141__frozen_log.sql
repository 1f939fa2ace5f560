-- What happened to the log itself, of which there is little, is found without reading the rest.
create index ledger_event_of_the_log on ledger_event (position)
  where name in ('log-key-rotated', 'log-key-retired', 'log-frozen', 'log-continued');

-- Nothing is recorded behind the event that ends the log: it could be in no log. Events are
-- committed in their turn, so that whoever records something sees a freeze that was before it.
create function ledger_refuse_when_frozen() returns trigger language plpgsql as $$
begin
  if exists (
    select from ledger_event frozen join added on added.position > frozen.position
    where frozen.name = 'log-frozen')
  then
    raise exception 'the log is frozen, nothing can be recorded any more'
      using errcode = 'LFRZN';
  end if;
  return null;
end
$$;

create trigger refuse_when_frozen after insert on ledger_event
  referencing new table as added
  for each statement execute function ledger_refuse_when_frozen();
alter table ledger_event enable always trigger refuse_when_frozen;
