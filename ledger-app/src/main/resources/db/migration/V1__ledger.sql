-- The ledger itself: events are inserted, never changed.

-- Positions come from a sequence of their own, so that they grow with the order of appending.
create sequence ledger_position;

create table ledger_event (
  position        bigint primary key default nextval('ledger_position'),
  event_id        text not null unique,
  stream          text not null,
  stream_sequence bigint not null,
  stream_type     text not null,
  recorded_at     text not null,
  name            text not null,
  revision        text,
  payload         text not null,
  metadata        text not null,
  unique (stream, stream_sequence)
);
alter sequence ledger_position owned by ledger_event.position;

-- Who appends draws positions and commits before the next one draws: what becomes visible always
-- has a higher position than what was visible before. Without this, an event that is committed
-- late would reach projections under the position of another one.
create function ledger_append_in_turn() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ledger_event', 0));
  return null;
end
$$;
create trigger append_in_turn before insert on ledger_event
  for each statement execute function ledger_append_in_turn();

create table ledger_snapshot (
  event_id        text not null unique,
  stream          text not null,
  stream_sequence bigint not null,
  stream_type     text not null,
  recorded_at     text not null,
  name            text not null,
  revision        text,
  payload         text not null,
  metadata        text not null,
  primary key (stream, stream_sequence)
);

-- How far each projection has come.
create table projection_token (
  projection text not null,
  segment    integer not null,
  token      text,
  token_type text,
  claimed_at text,
  owner      text,
  primary key (projection, segment)
);

-- Plans, schemas and reports, by the SHA-256 of their bytes; inserted, never changed.
create table artifact (
  digest     text primary key,
  kind       text not null,
  content    bytea not null,
  created_at timestamptz not null default now()
);

create table actor (
  id         text primary key,
  name       text not null unique,
  created_at timestamptz not null default now()
);

-- A token is known by its hash; the token itself is shown once and kept nowhere.
create table access_token (
  id         text primary key,
  hash       text not null unique,
  actor      text not null references actor (id),
  role       text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create index ledger_event_by_name on ledger_event (name, position);
