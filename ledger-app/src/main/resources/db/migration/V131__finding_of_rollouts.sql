-- Which rollout an event belongs to: what an auditor asks of one is not found by reading all that
-- ever happened to its environment. Within a text of the payload every quote is escaped, so that
-- nobody's words are taken for it.
create function ledger_rollout_of(payload text) returns text
  language sql immutable strict parallel safe
  return substring(payload from '"rollout":"([^"]+)"');

create index ledger_event_by_rollout on ledger_event (ledger_rollout_of(payload), position)
  where ledger_rollout_of(payload) is not null;

-- Why it was proposed was written over by why it was deferred or ended; the proposal still has it.
update view_rollout rollout
set status_reason = case when status in ('deferred', 'rejected', 'invalidated', 'aborted', 'expired')
                      then reason end,
    next_review = case status when 'deferred' then next_review end,
    reason = (select cast(event.payload as json) ->> 'reason'
              from ledger_event event where event.position = rollout.position);

-- What waits is taken in the order of the ledger, however much of it there is.
create index notice_delivery_next on notice_delivery (subscription, position)
  where state = 'pending';
