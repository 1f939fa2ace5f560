-- When an event happened is the last thing that its payload says; a question about an instant is
-- answered from the events themselves.
create function ledger_event_at(payload text) returns timestamptz
  language sql immutable strict parallel safe
  return cast(substring(right(payload, 60) from '"at":"([^"]+)"}$') as timestamptz);

create index ledger_event_by_time on ledger_event (ledger_event_at(payload), position);

-- Where a pointer moved to a release.
create function ledger_release_of(payload text) returns text
  language sql immutable strict parallel safe
  return substring(payload from '"release":"([^"]+)"');

create index ledger_event_by_release on ledger_event (ledger_release_of(payload), position)
  where name = 'release-advanced';
