-- Which checkpoint is being given to those who keep checkpoints. One for all instances.
create table anchor_round (
  only_one boolean primary key default true check (only_one),
  number   bigint not null,
  size     bigint not null references ledger_checkpoint (size),
  begun_at timestamptz not null
);

-- How it goes with each place. What it has kept is in ledger_anchor; this is no evidence.
create table anchor_place (
  place         text primary key,
  kept_round    bigint not null default 0,
  failures      integer not null default 0,
  failing_since timestamptz,
  contradicted  boolean not null default false,
  reason        text,
  next_attempt  timestamptz
);

create index ledger_anchor_by_place on ledger_anchor (place, anchor);
