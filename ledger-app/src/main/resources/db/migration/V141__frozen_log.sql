-- What happened to the log itself, of which there is little, is found without reading the rest.
create index ledger_event_of_the_log on ledger_event (position)
  where name in ('log-key-rotated', 'log-key-retired', 'log-frozen', 'log-continued');

-- Nothing is recorded behind the event that ends the log: it could be in no log. Events are
-- committed in their turn, so that whoever records something sees a freeze that was before it.
--
-- What runs on a target has to have an outcome, which is its release where it went well. The
-- service looks before it freezes the log; here it is looked once more, in the freeze's own turn:
-- what started before is seen, and what starts later is refused.
create function ledger_refuse_when_frozen() returns trigger language plpgsql as $$
declare
  running text;
begin
  if exists (
    select from ledger_event frozen join added on added.position > frozen.position
    where frozen.name = 'log-frozen')
  then
    raise exception 'the log is frozen, nothing can be recorded any more'
      using errcode = 'LFRZN';
  end if;
  if exists (select from added where name = 'log-frozen') then
    select string_agg(distinct ledger_rollout_of(started.payload), ', ') into running
    from ledger_event started
    where started.name = 'apply-started' and not exists (
      select from ledger_event ended
      where ledger_rollout_of(ended.payload) = ledger_rollout_of(started.payload)
        and ended.position > started.position
        and ended.name in ('release-advanced', 'drift-detected', 'apply-failed', 'rollout-aborted'));
    if running is not null then
      raise exception 'the log cannot be frozen while something is applied'
        using errcode = 'LBUSY', detail = running;
    end if;
  end if;
  return null;
end
$$;

create trigger refuse_when_frozen after insert on ledger_event
  referencing new table as added
  for each statement execute function ledger_refuse_when_frozen();
alter table ledger_event enable always trigger refuse_when_frozen;
