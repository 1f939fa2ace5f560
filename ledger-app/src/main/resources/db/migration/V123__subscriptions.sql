-- Who is told what. What an event says is written in the event's transaction; none of it is a view
-- that could be built again: addresses are in no event, and what was sent is sent once.

create table notice_subscription (
  id             text primary key,
  name           text not null unique,
  channel        text not null,
  project        text,
  environment    text,
  -- The kinds of entries, with commas between them; empty means all.
  events         text not null,
  severity       text not null,
  target         text not null,
  recipients     integer not null,
  generation     integer not null default 1,
  previous_until timestamptz,
  paused_at      timestamptz,
  pause_reason   text,
  -- Moved as the ledger is read in order: whether what stands behind the cursor is for this one.
  following      boolean not null default false,
  from_position  bigint,
  -- The receiver asked for nothing to be sent before this.
  not_before     timestamptz,
  created_by     text not null,
  created_at     timestamptz not null,
  check (environment is null or project is not null)
);

-- Where notices go, whole: such an address may be a secret, and is in no event, log or answer.
create table notice_target (
  subscription text primary key,
  address      text not null,
  created_at   timestamptz not null default now()
);

create table notice_delivery (
  id           text primary key,
  subscription text not null references notice_subscription (id) on delete cascade,
  position     bigint not null,
  state        text not null default 'pending' check (state in ('pending', 'delivered', 'dead')),
  attempts     integer not null default 0,
  next_at      timestamptz not null,
  created_at   timestamptz not null,
  settled_at   timestamptz,
  status       integer,
  answer       text,
  unique (subscription, position)
);
create index notice_delivery_latest on notice_delivery (position, id);
create index notice_delivery_waiting on notice_delivery (subscription, next_at)
  where state = 'pending';
create index notice_delivery_dead on notice_delivery (subscription, position, id) where state = 'dead';
create index notice_delivery_old on notice_delivery (settled_at) where state = 'delivered';

-- How far the ledger was read for deliveries, and what this ledger is called outside. It begins at
-- the end: nobody is told of the past.
create table notice_cursor (
  one      boolean primary key default true check (one),
  position bigint not null,
  ledger   uuid not null default gen_random_uuid(),
  -- Tells whether two service instances derive secrets from the same key.
  key_check text
);
insert into notice_cursor (position) select coalesce(max(position), 0) from ledger_event;
