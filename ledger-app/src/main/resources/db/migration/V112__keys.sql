-- The keys with which people sign approvals; one that was somebody's is never another's.
create table actor_key (
  actor       text not null references actor (id),
  fingerprint text not null,
  line        text not null,
  added_at    timestamptz not null default now(),
  removed_at  timestamptz,
  primary key (actor, fingerprint)
);
create unique index actor_key_holder on actor_key (fingerprint);
