-- The record of a meeting: what is fixed when it opens; what everybody reads of its events, votes and presence, with what was
-- said behind closed doors taken out here; and the guards. PostgreSQL 15.

-- What was fixed when the meeting opened: members, seats, agenda, quorum, conflicts declared before (SittingSetup). The record is
-- reckoned from it and the events, whatever becomes of mandates and agenda afterwards.
create table council.sittings (
  meeting_id uuid primary key,
  institution_id uuid not null,
  setup jsonb not null constraint sitting_setup_object check (jsonb_typeof(setup) = 'object'),
  begun_at timestamptz not null,
  constraint sitting_of_meeting foreign key (institution_id, meeting_id) references council.meetings (institution_id, id)
);

-- The item that an event concerns, or in which it happened: where that is behind closed doors, so is the event.
alter table council.sitting_events add column item_id uuid;
create index sitting_events_in_order on council.sitting_events (meeting_id, ordinal) where state = 'applied';
create index sitting_events_corrections on council.sitting_events (meeting_id, (body ->> 'event'))
  where kind = 'corrected' and state = 'applied';

-- Each event as it was recorded. `state`: stands, or a later correction says otherwise ('corrected') or that it was not
-- ('struck'). Behind closed doors: who came and went, doors, breaks, that items and votes were opened and closed. No words.
create view council.published_sitting_events as
select
  'council.sitting-event:' || event.event_id as subject,
  event.event_id as id,
  event.institution_id,
  'sitting-event'::text as kind,
  meeting.lang,
  event.kind as title,
  null::text as body,
  event.entered_at as published_at,
  event.entered_at as changed_at,
  case when later.event_id is null then 'stands' when later.struck then 'struck' else 'corrected' end as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  event.meeting_id,
  event.ordinal,
  event.kind as event_kind,
  case when not hidden.closed then event.body else (
    select coalesce(jsonb_object_agg(one.key, one.value), '{}') from jsonb_each(event.body) as one
    where one.key = any(case
      when event.kind in ('opened', 'roll-called', 'arrived', 'left', 'chair-taken', 'agenda-ordered', 'doors-closed',
                          'doors-opened', 'resumed', 'closed') then array[one.key]
      when event.kind = 'item-closed' then array['item', 'outcome']
      when event.kind in ('item-opened', 'item-added') then array['item']
      when event.kind = 'vote-opened' then array['vote', 'item', 'stage', 'method']
      when event.kind in ('vote-taken', 'vote-cancelled') then array['vote']
      when event.kind = 'suspended' then array['until']
      when event.kind = 'corrected' then array['event']
      else '{}' end))
  end as content,
  event.item_id,
  hidden.closed,
  event.happened_at,
  event.entered_at,
  later.event_id as corrected_by,
  meeting.slug as meeting_slug,
  meeting.institution_slug
from council.sitting_events as event
join council.published_meetings as meeting on meeting.id = event.meeting_id
left join council.agenda_items as item on item.id = event.item_id
left join lateral (
  select one.event_id, jsonb_typeof(one.body -> 'instead') is distinct from 'object' as struck
  from council.sitting_events as one
  where one.meeting_id = event.meeting_id and one.kind = 'corrected' and one.state = 'applied'
    and one.body ->> 'event' = event.event_id::text and one.body ->> 'place' is null
  order by one.ordinal desc limit 1) as later on true
cross join lateral (select event.closed or coalesce(item.closed, false) or meeting.closed as closed) as hidden
where event.state = 'applied'
  and not (hidden.closed and event.kind in ('speaker-called', 'speaker-ended', 'motion-moved', 'motion-withdrawn',
                                            'conflict-declared', 'conflict-lifted', 'noted'));

-- A vote with what it needed and what was counted; of one by name how each voted. Behind closed doors: at which stage, the counts
-- and the result. The vote by which doors were closed was taken in public; its words may say about what, so they stay inside.
create view council.published_votes as
select
  'council.vote:' || vote.id as subject,
  vote.id,
  vote.institution_id,
  'council-vote'::text as kind,
  meeting.lang,
  case when worded.hidden then coalesce(case when item.closed or meeting.closed then item.public_title end, meeting.title)
       else vote.question end as title,
  null::text as body,
  vote.taken_at as published_at,
  vote.taken_at as changed_at,
  vote.result as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  vote.meeting_id,
  vote.item_id,
  case when not hidden.closed then vote.motion_id end as motion_id,
  vote.ordinal,
  vote.stage,
  case when not worded.hidden then vote.article end as article,
  case when not worded.hidden then vote.question end as question,
  vote.method,
  case when not hidden.closed then vote.majority_id end as majority_id,
  case when not hidden.closed then vote.majority_of end as majority_of,
  case when not hidden.closed then vote.majority_numerator end as majority_numerator,
  case when not hidden.closed then vote.majority_denominator end as majority_denominator,
  case when not hidden.closed then vote.majority_strict end as majority_strict,
  case when not hidden.closed then vote.majority_basis end as majority_basis,
  case when not hidden.closed then vote.needed end as needed,
  vote.members,
  vote.quorum,
  vote.present,
  vote.entitled,
  vote.votes_for,
  vote.votes_against,
  vote.votes_abstain,
  vote.not_voting,
  vote.result,
  vote.opened_at,
  vote.taken_at,
  hidden.closed,
  -- [{"person": "…", "choice": "for"}], in the order of ids; null of votes by hands, secret ones and those behind doors.
  case when not hidden.closed and vote.method = 'by-name' then (
    select coalesce(jsonb_agg(jsonb_build_object('person', ballot.person_id, 'choice', ballot.choice)
                              order by ballot.person_id), '[]')
    from council.ballots as ballot where ballot.vote_id = vote.id) end as ballots,
  meeting.slug as meeting_slug,
  meeting.institution_slug
from council.votes as vote
join council.published_meetings as meeting on meeting.id = vote.meeting_id
left join council.agenda_items as item on item.id = vote.item_id
cross join lateral (
  select vote.closed or (coalesce(item.closed, false) or meeting.closed) and vote.stage <> 'closing-doors' as closed) as hidden
cross join lateral (select hidden.closed or coalesce(item.closed, false) or meeting.closed as hidden) as worded;

-- Who was there, from when to when; who was excused or did not come. What the roll calls, arrivals and departures say.
create view council.published_attendances as
select
  'council.meeting:' || attendance.meeting_id as subject,
  attendance.id,
  attendance.institution_id,
  'attendance'::text as kind,
  meeting.lang,
  person.name as title,
  null::text as body,
  meeting.published_at,
  meeting.changed_at,
  attendance.state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  attendance.meeting_id,
  attendance.person_id,
  case when councillor.state = 'published' then councillor.slug end as councillor_slug,
  attendance.from_at,
  attendance.to_at,
  meeting.slug as meeting_slug,
  meeting.institution_slug
from council.attendances as attendance
join council.published_meetings as meeting on meeting.id = attendance.meeting_id
join platform.persons as person on person.id = attendance.person_id
left join council.councillors as councillor on councillor.person_id = attendance.person_id;

-- The presence of a meeting as the ledger has it: one record, without names, which the councillors' own records vouch for.
create view council.recorded_presences as
select
  attendance.meeting_id as id,
  attendance.institution_id,
  attendance.institution_slug as institution,
  jsonb_agg(jsonb_build_object('person', attendance.person_id, 'state', attendance.state, 'from', attendance.from_at,
                               'to', attendance.to_at)
            order by attendance.person_id, attendance.from_at nulls first, attendance.state) as attendances
from council.published_attendances as attendance
group by attendance.meeting_id, attendance.institution_id, attendance.institution_slug;

-- The guard of an event or a vote: is it public exactly when its last entry says so, and, where it is, was it entered now.
create function council.require_sitting_entry() returns trigger language plpgsql as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  one uuid := (changed ->> tg_argv[1])::uuid;
  of_kind text := 'council.' || tg_argv[0];
  newest record;
  recorded boolean;
  shown boolean;
begin
  select entry.xact, entry.ended into newest from platform.ledger_entries as entry
  where entry.kind = of_kind and entry.subject = of_kind || ':' || one order by entry.version desc limit 1;
  recorded := found and newest.ended is null;
  if newest.xact is not distinct from pg_current_xact_id() then return null; end if;
  if tg_argv[0] = 'vote' then
    shown := exists (select 1 from council.published_votes as vote where vote.id = one);
  else
    shown := exists (select 1 from council.published_sitting_events as event where event.id = one);
  end if;
  if not shown and not recorded then return null; end if;
  raise exception '%:% was changed for everybody without an entry in the ledger (%)', of_kind, one, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;

create constraint trigger sitting_event_in_ledger after insert or delete on council.sitting_events
  deferrable initially deferred for each row execute function council.require_sitting_entry('sitting-event', 'event_id');
create constraint trigger sitting_event_changed_in_ledger after update on council.sitting_events
  deferrable initially deferred for each row when (
    (old.institution_id, old.meeting_id, old.event_id, old.ordinal, old.kind, old.body, old.happened_at, old.entered_at, old.state,
     old.closed, old.item_id)
      is distinct from
    (new.institution_id, new.meeting_id, new.event_id, new.ordinal, new.kind, new.body, new.happened_at, new.entered_at, new.state,
     new.closed, new.item_id))
  execute function council.require_sitting_entry('sitting-event', 'event_id');
create constraint trigger vote_in_ledger after insert or update or delete on council.votes
  deferrable initially deferred for each row execute function council.require_sitting_entry('vote', 'id');
create constraint trigger ballot_in_ledger after insert or update or delete on council.ballots
  deferrable initially deferred for each row execute function council.require_sitting_entry('vote', 'vote_id');

-- An event is never changed once it is part of the record; only where it is read from may turn out to be behind closed doors.
create function council.keep_sitting_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'what happened in a meeting stays in its record' using errcode = 'integrity_constraint_violation',
      constraint = 'sitting_event_is_final', table = tg_table_name, schema = tg_table_schema;
  end if;
  if (old.institution_id, old.meeting_id, old.event_id, old.ordinal, old.kind, old.body, old.happened_at, old.entered_at,
      old.by_account_id, old.pen)
      is distinct from
     (new.institution_id, new.meeting_id, new.event_id, new.ordinal, new.kind, new.body, new.happened_at, new.entered_at,
      new.by_account_id, new.pen)
     or (old.state <> new.state and old.state <> 'set-aside') or (old.closed and not new.closed) then
    raise exception 'what happened in a meeting stays in its record' using errcode = 'integrity_constraint_violation',
      constraint = 'sitting_event_is_final', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end $$;
create trigger sitting_event_is_final before update or delete on council.sitting_events
  for each row execute function council.keep_sitting_event();

-- Nobody's ballot counts who was not there when the vote was taken, or who stood aside: where the record of the meeting was kept
-- here. Of meetings taken in from elsewhere the source says who voted.
create function council.require_entitled_voter() returns trigger language plpgsql as $$
declare
  taken record;
begin
  select vote.meeting_id, vote.item_id, vote.taken_at into taken from council.votes as vote where vote.id = new.vote_id;
  if not found or not exists (select 1 from council.sittings as one where one.meeting_id = taken.meeting_id) then
    return null;
  end if;
  if exists (
    select 1 from council.attendances as there
    where there.meeting_id = taken.meeting_id and there.person_id = new.person_id and there.from_at <= taken.taken_at
      and (there.to_at is null or there.to_at >= taken.taken_at)) then
    return null;
  end if;
  raise exception 'somebody who was not there has no ballot' using errcode = 'integrity_constraint_violation',
    constraint = 'ballot_of_somebody_there', table = tg_table_name, schema = tg_table_schema;
end $$;
create constraint trigger ballot_of_somebody_there after insert or update on council.ballots
  deferrable initially deferred for each row execute function council.require_entitled_voter();

-- Where a meeting is recorded here, its presence changes only with an entry of its own.
create function council.require_recorded_presence() returns trigger language plpgsql as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  meeting uuid := (changed ->> 'meeting_id')::uuid;
begin
  if not exists (select 1 from council.sittings as one where one.meeting_id = meeting)
    or not exists (select 1 from council.published_meetings as one where one.id = meeting)
    or exists (
      select 1 from platform.ledger_entries as entry
      where entry.kind = 'council.presence' and entry.subject = 'council.presence:' || meeting
        and entry.xact = pg_current_xact_id())
  then return null; end if;
  raise exception 'presence in council.meeting:% was changed without an entry in the ledger (%)', meeting, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
create constraint trigger attendance_in_ledger after insert or update or delete on council.attendances
  deferrable initially deferred for each row execute function council.require_recorded_presence();
