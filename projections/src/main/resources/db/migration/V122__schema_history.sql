-- The releases of environments, with what is needed to tell what the next one changes.
create table view_schema_release (
  position    bigint primary key,
  project     text not null,
  environment text not null,
  release     text not null,
  ref         text,
  cause       text not null,
  rollout     text,
  actor       text not null,
  at          timestamptz not null,
  -- The artifacts of the schemas as they are last known, by connection.
  known       text not null,
  -- The connections whose schema is not kept, or null when all are.
  unkept      text,
  -- What goes on under another name: the earlier names by the later ones, by connection.
  renames     text
);
create index view_schema_release_by_environment
  on view_schema_release (project, environment, position desc);
create index view_schema_release_by_id
  on view_schema_release (project, environment, release, position desc);
create index view_schema_release_with_renames
  on view_schema_release (project, environment, position) where renames is not null;

-- What each release made of each object that stands for itself.
create table view_schema_version (
  position    bigint not null,
  number      integer not null,
  project     text not null,
  environment text not null,
  connection  text not null,
  object      text not null,
  former      text,
  change      text not null,
  diff        text not null,
  primary key (position, number)
);
create index view_schema_version_by_object
  on view_schema_version (project, environment, connection, object, position desc);
create index view_schema_version_by_former
  on view_schema_version (project, environment, connection, former, position)
  where former is not null;
create index view_schema_version_by_environment
  on view_schema_version (project, environment, position desc, number);

-- What a plan was made of, until it is known which release comes of it.
create table view_schema_proposal (
  rollout text primary key,
  plan    text not null,
  authors text not null
);
