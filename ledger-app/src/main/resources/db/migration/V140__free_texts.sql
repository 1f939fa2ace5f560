-- What people wrote, beside the events: these have a salted digest of it only. A row that is
-- deleted makes the text unknown, and leaves every digest, leaf and proof as it is.
create table free_text (
  commitment  text primary key check (commitment ~ '^[0-9a-f]{64}$'),
  salt        bytea not null check (octet_length(salt) = 16),
  text        text not null,
  -- Who recorded the event.
  actor       text not null,
  recorded_at timestamptz not null default now()
);
create index free_text_by_actor on free_text (actor);

-- Who is forgotten keeps the id that events have, and no name.
alter table actor add column erased_at timestamptz;
