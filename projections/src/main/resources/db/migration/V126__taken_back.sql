-- A statement that was committed, and whose undo ran when its change failed further on.
alter table view_rollout_statement add column taken_back boolean not null default false;
