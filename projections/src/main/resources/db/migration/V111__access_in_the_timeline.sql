-- Who may do what is about no project when it holds everywhere.
alter table view_timeline alter column project drop not null;
