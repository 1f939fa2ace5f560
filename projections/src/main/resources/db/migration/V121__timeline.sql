-- The payload of an entry stands in the ledger, at the same position. What an entry is about is
-- empty where it is about none, so that one index finds it. The rows are written anew from the
-- events: their position is forgotten with them.
drop table view_timeline;

create table view_timeline (
  position    bigint primary key,
  at          timestamptz not null,
  type        text not null,
  -- How much it wants to be seen: 0 info, 1 notice, 2 warning, 3 critical.
  severity    smallint not null,
  project     text not null,
  environment text not null,
  rollout     text,
  subject     text,
  actor       text not null,
  sentence    text not null
);
-- They are in the order of positions under another name: a statement that asks for that order goes
-- along one of them, and never along the primary key past everything that it does not want.
create index view_timeline_by_place on view_timeline (project, environment, (position + 0));
create index view_timeline_by_actor on view_timeline (actor, (position + 0));
create index view_timeline_by_rollout on view_timeline (rollout) where rollout is not null;
create index view_timeline_by_subject on view_timeline (subject) where subject is not null;
-- What there is most of is found fast without an index, and would make this one large.
create index view_timeline_by_type on view_timeline (type, (position + 0))
  where type not in ('statement-applied', 'stage-started', 'drift-check-passed');
create index view_timeline_by_severity on view_timeline ((position + 0), severity)
  where severity >= 2;

-- The objects of a schema that the plan of a rollout touches, under each of their names.
create table view_touched (
  object  text not null,
  rollout text not null,
  primary key (object, rollout)
);

delete from projection_token where projection in ('timeline', 'touched');
