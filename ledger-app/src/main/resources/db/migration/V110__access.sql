-- Who is who, and who may do what where. What an event says is written in the event's transaction:
-- a grant that is recorded holds, and one that is revoked does not, from the next call on.

alter table actor
  add column kind    text not null default 'person' check (kind in ('person', 'service')),
  -- Whom an identity provider knows under this subject.
  add column issuer  text,
  add column subject text,
  add unique (issuer, subject);

-- The addresses under which an actor writes commits, in lower case.
create table actor_address (
  actor   text not null references actor (id),
  address text not null,
  primary key (actor, address)
);

alter table access_token
  alter column role drop not null,
  add column project     text,
  add column environment text,
  -- Null lets the holder name every trigger there is.
  add column triggers    text,
  add column expires_at  timestamptz,
  -- A token that was drawn opens nothing before its event is recorded.
  add column issued_at   timestamptz;

update access_token set issued_at = created_at;

create table access_binding (
  id           text primary key,
  subject_kind text not null check (subject_kind in ('actor', 'group')),
  subject      text not null,
  role         text not null,
  project      text,
  environment  text,
  granted_by   text not null,
  granted_at   timestamptz not null,
  check (environment is null or project is not null)
);
create index access_binding_by_subject on access_binding (subject_kind, subject);

create table access_member (
  group_name text not null,
  actor      text not null,
  primary key (group_name, actor)
);
create index access_member_by_actor on access_member (actor);
