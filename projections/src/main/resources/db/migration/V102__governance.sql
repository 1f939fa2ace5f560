alter table view_project add column freeze_reason text;

alter table view_rollout add column backfill text;
alter table view_rollout add column apply_at timestamptz;
alter table view_rollout add column review_due timestamptz;
alter table view_rollout add column gates text;

alter table view_rollout_approval add column capacities text not null default '[]';
alter table view_rollout_approval add column reference text;
alter table view_rollout_approval add column channel text;
alter table view_rollout_approval add column signed boolean not null default false;

-- Whether it lacks approvals: one may be withdrawn after there were enough.
alter table view_approval_inbox add column waits boolean not null default true;
