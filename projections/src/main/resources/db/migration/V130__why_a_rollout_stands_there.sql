-- Why a rollout was proposed is one thing, and why it stands where it does another.
alter table view_rollout add column status_reason text;
