-- Everything below is derived from the events and can be rebuilt from them at any time.

create table view_project (
  name        text primary key,
  position    bigint not null,
  repository  text not null,
  connections text not null,
  created_at  timestamptz not null,
  created_by  text not null
);

create table view_environment (
  project            text not null,
  environment        text not null,
  position           bigint not null,
  connections        text not null,
  approvals_required integer not null,
  freeze_reason      text,
  release            text,
  drift              text not null default 'unknown',
  primary key (project, environment)
);

create table view_release (
  position    bigint primary key,
  project     text not null,
  environment text not null,
  release     text not null,
  ref         text,
  schemas     text not null,
  snapshots   text not null,
  cause       text not null,
  rollout     text,
  previous    text,
  reason      text,
  actor       text not null,
  at          timestamptz not null
);
create index view_release_by_environment on view_release (project, environment, position desc);
create index view_release_by_id on view_release (release);

create table view_rollout (
  rollout            text primary key,
  position           bigint not null,
  project            text not null,
  environment        text not null,
  ref                text not null,
  requested_ref      text not null,
  plan_digest        text not null,
  status             text not null,
  requested_by       text not null,
  requested_at       timestamptz not null,
  approvals_required integer not null,
  steps              integer not null,
  destructive        boolean not null,
  forced             boolean not null,
  trigger            text not null,
  reason             text,
  next_review        text,
  release            text,
  failure            text
);
create index view_rollout_by_environment on view_rollout (project, environment, position desc);
create index view_rollout_by_status on view_rollout (status, position desc);

create table view_rollout_approval (
  position bigint primary key,
  rollout  text not null,
  actor    text not null,
  reason   text,
  at       timestamptz not null
);
create index view_rollout_approval_by_rollout on view_rollout_approval (rollout);

create table view_rollout_statement (
  rollout    text not null,
  connection text not null,
  step       integer not null,
  millis     bigint not null,
  at         timestamptz not null,
  primary key (rollout, connection, step)
);

create table view_approval_inbox (
  rollout            text primary key,
  position           bigint not null,
  project            text not null,
  environment        text not null,
  plan_digest        text not null,
  ref                text not null,
  destructive        boolean not null,
  requested_by       text not null,
  requested_at       timestamptz not null,
  approvals_given    integer not null,
  -- The position of the last approval in that count: one that comes twice counts once.
  counted            bigint not null default 0,
  approvals_required integer not null,
  next_review        text
);

create table view_drift (
  project          text not null,
  environment      text not null,
  status           text not null,
  checked_at       timestamptz not null,
  occasion         text not null,
  expected         text not null,
  observed         text not null,
  differences      text not null,
  difference_count integer not null,
  report           text,
  primary key (project, environment)
);

create table view_timeline (
  position    bigint primary key,
  at          timestamptz not null,
  type        text not null,
  project     text not null,
  environment text,
  rollout     text,
  actor       text not null,
  sentence    text not null,
  data        text not null
);
create index view_timeline_by_environment on view_timeline (project, environment, position);
