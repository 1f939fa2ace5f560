-- When an event happened is the last thing that its payload says; a question about an instant is
-- answered from the events themselves.
create function ledger_event_at(payload text) returns timestamptz
  language sql immutable strict parallel safe
  return cast(substring(right(payload, 60) from '"at":"([^"]+)"}$') as timestamptz);

create index ledger_event_by_time on ledger_event (ledger_event_at(payload), position);
