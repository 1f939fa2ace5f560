create table view_policy (
  project     text not null,
  environment text not null,
  version     integer not null,
  policy      text not null,
  document    text not null,
  reason      text,
  adopted_by  text not null,
  adopted_at  timestamptz not null,
  primary key (project, environment, version)
);

alter table view_environment
  add column approvals_at_first integer,
  add column policy_version integer not null default 0,
  add column marked text not null default 'development';

-- Until now no environment has adopted a policy.
update view_environment set approvals_at_first = approvals_required;
alter table view_environment alter column approvals_at_first set not null;
