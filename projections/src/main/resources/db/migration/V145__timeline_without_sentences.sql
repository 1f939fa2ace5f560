-- What happened is said in words when the timeline is read, from the event at the same position:
-- what people have written does not stand in a view, and a row is shorter by a third.
alter table view_timeline drop column sentence;

-- As for the others: an index of numbers is built faster than one of texts.
drop index view_timeline_by_rollout;
drop index view_timeline_by_subject;
create index view_timeline_by_rollout on view_timeline (hashtext(rollout))
  where rollout is not null;
create index view_timeline_by_subject on view_timeline (hashtext(subject))
  where subject is not null;
