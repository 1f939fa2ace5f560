-- What the tamper-evident log holds of each event: canonical JSON (RFC 8785) with the digests of
-- the stored bytes, and its hash in the tree (RFC 9162). It is made by the database when the event
-- is inserted, whoever inserts it, and is held to it from both sides when the transaction commits.
create table ledger_leaf (
  position  bigint primary key,
  leaf      bytea not null,
  leaf_hash bytea not null
);

-- A string of JSON is written by to_json as RFC 8785 wants it.
create function ledger_leaf_of(event ledger_event) returns bytea
  language sql stable
  return convert_to(
    '{"agg":' || to_json(event.stream_type)
    || ',"aggId":' || to_json(event.stream)
    || ',"id":' || to_json(event.event_id)
    || ',"kind":"' || case event.name
         when 'log-key-rotated' then 'key-rotation'
         when 'log-frozen' then 'freeze'
         else 'event' end
    || '","metadataSha256":"' || encode(sha256(convert_to(event.metadata, 'UTF8')), 'hex')
    || '","payloadSha256":"' || encode(sha256(convert_to(event.payload, 'UTF8')), 'hex')
    || '","pos":' || event.position
    || ',"seq":' || event.stream_sequence
    || ',"ts":' || to_json(event.recorded_at)
    || ',"type":' || to_json(event.name)
    || ',"v":1,"ver":' || to_json(coalesce(event.revision, '1'))
    || '}', 'UTF8');

create function ledger_add_leaves() returns trigger language plpgsql as $$
begin
  insert into ledger_leaf (position, leaf, leaf_hash)
  select made.position, made.leaf, sha256('\x00'::bytea || made.leaf)
  from (select added.position, ledger_leaf_of(row(added.*)::ledger_event) as leaf
        from added offset 0) made;
  return null;
end
$$;

-- Events that are there already get theirs now.
insert into ledger_leaf (position, leaf, leaf_hash)
select made.position, made.leaf, sha256('\x00'::bytea || made.leaf)
from (select event.position, ledger_leaf_of(event) as leaf
      from ledger_event event order by event.position offset 0) made;

create trigger add_leaves after insert on ledger_event
  referencing new table as added
  for each statement execute function ledger_add_leaves();

alter table ledger_leaf add foreign key (position) references ledger_event (position)
  deferrable initially deferred;
alter table ledger_event add foreign key (position) references ledger_leaf (position)
  deferrable initially deferred;
