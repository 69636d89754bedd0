-- Minutes, votes and attendance as everybody reads them, with what is behind closed doors taken out here; and the guards of the
-- ledger. PostgreSQL 15.

-- What the record of a meeting says in the end, in order: each event as the last correction of it has it, without those of which
-- a correction says that they were not, and with those that were forgotten in their places. What was set aside is no part of it.
create view council.standing_events as
with corrections as not materialized (
  select distinct on (one.meeting_id, one.body ->> 'event', one.body ->> 'place', case when one.body ->> 'place' is not null then one.ordinal end)
         one.meeting_id, one.institution_id, one.event_id, one.ordinal, one.body ->> 'event' as of_event,
         one.body ->> 'place' as place,
         case when jsonb_typeof(one.body -> 'instead') = 'object' then one.body -> 'instead' end as instead,
         one.entered_at, one.closed
  from council.sitting_events as one
  where one.kind = 'corrected' and one.state = 'applied'
  order by one.meeting_id, one.body ->> 'event', one.body ->> 'place',
           case when one.body ->> 'place' is not null then one.ordinal end, one.ordinal desc)
select event.institution_id, event.meeting_id, event.event_id, event.ordinal, 1 as step,
       coalesce(later.instead ->> 'kind', event.kind) as kind,
       coalesce(later.instead -> 'body', event.body) as body,
       coalesce((later.instead ->> 'at')::timestamptz, event.happened_at) as happened_at,
       event.entered_at,
       event.closed or coalesce(later.closed, false) as closed
from council.sitting_events as event
left join corrections as later
  on later.meeting_id = event.meeting_id and later.of_event = event.event_id::text and later.place is null
where event.state = 'applied' and event.kind <> 'corrected' and (later.event_id is null or later.instead is not null)
union all
select brought.institution_id, brought.meeting_id, brought.event_id, before.ordinal, 0,
       coalesce(later.instead, brought.instead) ->> 'kind', coalesce(later.instead, brought.instead) -> 'body',
       (coalesce(later.instead, brought.instead) ->> 'at')::timestamptz, brought.entered_at,
       brought.closed or coalesce(later.closed, false)
from corrections as brought
join council.sitting_events as before on before.meeting_id = brought.meeting_id and before.event_id::text = brought.of_event
left join corrections as later
  on later.meeting_id = brought.meeting_id and later.of_event = brought.event_id::text and later.place is null
where brought.place is not null and brought.instead is not null and (later.event_id is null or later.instead is not null);

-- When the meeting stood still: nobody is counted as there in that time.
create view council.standstills as
select event.meeting_id, event.happened_at as from_at,
       (select min(next.happened_at) from council.standing_events as next
        where next.meeting_id = event.meeting_id and (next.ordinal, next.step) > (event.ordinal, event.step)
          and next.kind in ('resumed', 'closed')) as to_at
from council.standing_events as event where event.kind = 'suspended';

-- How long somebody was there between two moments, in whole minutes, without the time in which the meeting stood still.
create function council.minutes_between(breaks tstzmultirange, from_at timestamptz, to_at timestamptz) returns int
  language sql immutable parallel safe as $$
  select (floor(coalesce(sum(extract(epoch from upper(there) - lower(there))), 0) / 60))::int
  from unnest(tstzmultirange(tstzrange(from_at, greatest(from_at, to_at))) - coalesce(breaks, '{}')) as there
$$;

-- Votes in public with where they were taken: what is behind closed doors has been taken out by the views they are made of.
create view council.shown_votes as
select
  vote.id,
  vote.institution_id,
  vote.institution_slug,
  meeting.zone,
  meeting.lang,
  meeting.jurisdiction,
  vote.meeting_id,
  vote.meeting_slug,
  meeting.day,
  meeting.body_id,
  meeting.body_name,
  meeting.body_name_en,
  meeting.body_kind,
  meeting.meeting_kind,
  meeting.number as meeting_number,
  meeting.number_year as meeting_year,
  vote.item_id,
  item.ordinal as item_ordinal,
  item.title as item_title,
  item.title_en as item_title_en,
  vote.ordinal,
  vote.stage,
  vote.closed,
  vote.article,
  vote.question,
  vote.method,
  vote.majority_of,
  vote.majority_numerator,
  vote.majority_denominator,
  vote.majority_strict,
  vote.majority_basis,
  vote.needed,
  vote.members,
  vote.quorum,
  vote.present,
  vote.entitled,
  vote.votes_for,
  vote.votes_against,
  vote.votes_abstain,
  vote.not_voting,
  vote.result,
  vote.taken_at
from council.published_votes as vote
join council.published_meetings as meeting on meeting.id = vote.meeting_id
left join council.published_agenda_items as item on item.id = vote.item_id;

-- How each member voted, of votes by name that everybody reads; with the party that they sat for on that day.
create view council.shown_ballots as
select
  vote.institution_id,
  vote.id as vote_id,
  vote.meeting_id,
  vote.taken_at,
  ballot.person_id,
  person.name as person_name,
  case when councillor.state = 'published' then councillor.slug end as councillor_slug,
  (select party.name
   from council.mandates as mandate left join council.parties as party on party.id = mandate.party_id
   where mandate.person_id = ballot.person_id and mandate.from_on <= vote.taken_at::date
     and (mandate.to_on is null or mandate.to_on >= vote.taken_at::date)
   order by mandate.from_on desc limit 1) as party,
  (select coalesce(party.short_name, party.name)
   from council.mandates as mandate left join council.parties as party on party.id = mandate.party_id
   where mandate.person_id = ballot.person_id and mandate.from_on <= vote.taken_at::date
     and (mandate.to_on is null or mandate.to_on >= vote.taken_at::date)
   order by mandate.from_on desc limit 1) as party_short,
  ballot.choice
from council.published_votes as vote
join council.ballots as ballot on ballot.vote_id = vote.id and not vote.closed and vote.method = 'by-name'
join platform.persons as person on person.id = ballot.person_id
left join council.councillors as councillor on councillor.person_id = ballot.person_id;

-- Who was there, a row for each member and meeting. In how many votes they took part: by name as they voted, else as who was
-- there and had declared no conflict; behind closed doors as who was there alone, so that nobody reads who stood aside.
create view council.shown_attendances as
select
  meeting.id as meeting_id,
  meeting.institution_id,
  meeting.institution_slug,
  meeting.zone,
  meeting.slug as meeting_slug,
  meeting.day,
  meeting.body_id,
  meeting.body_name,
  meeting.body_name_en,
  meeting.body_kind,
  meeting.state as meeting_state,
  meeting.changed_at,
  one.person_id,
  one.person_name,
  one.councillor_slug,
  one.state,
  one.stretches,
  one.first_at,
  one.last_at,
  case when meeting.closed_at is not null then (
    select coalesce(sum(council.minutes_between(stood.breaks, there.from_at, coalesce(there.to_at, meeting.closed_at))), 0)::int
    from council.attendances as there
    where there.meeting_id = meeting.id and there.person_id = one.person_id and there.from_at is not null) end as minutes,
  (select count(*)::int from council.votes as vote where vote.meeting_id = meeting.id) as votes,
  (select count(*)::int
   from council.votes as vote
   left join council.agenda_items as item on item.id = vote.item_id
   cross join lateral (
     select vote.closed or (coalesce(item.closed, false) or meeting.closed) and vote.stage <> 'closing-doors' as closed) as hidden
   where vote.meeting_id = meeting.id and case
     when vote.method = 'by-name' and not hidden.closed then exists (
       select from council.ballots as ballot
       where ballot.vote_id = vote.id and ballot.person_id = one.person_id and ballot.choice <> 'not-voting')
     else exists (
       select from council.attendances as there
       where there.meeting_id = meeting.id and there.person_id = one.person_id and there.from_at <= vote.taken_at
         and (there.to_at is null or there.to_at > vote.taken_at or there.to_at = meeting.closed_at))
       and (hidden.closed or not exists (
         select from council.conflicts as conflict
         where conflict.item_id = vote.item_id and conflict.person_id = one.person_id and conflict.lifted_at is null))
     end) as votes_taken_part
from council.published_meetings as meeting
left join lateral (
  select range_agg(tstzrange(still.from_at, still.to_at)) as breaks from council.standstills as still
  where still.meeting_id = meeting.id and still.to_at > still.from_at) as stood on true
cross join lateral (
  select there.person_id, min(there.title) as person_name, min(there.councillor_slug) as councillor_slug,
         case when bool_or(there.state = 'present') then 'present' when bool_or(there.state = 'remote') then 'remote'
              when bool_or(there.state = 'excused') then 'excused' else 'absent' end as state,
         coalesce(jsonb_agg(jsonb_build_object(
             'remote', there.state = 'remote', 'from', there.from_at,
             'to', coalesce(there.to_at, meeting.closed_at)) order by there.from_at)
           filter (where there.from_at is not null), '[]') as stretches,
         min(there.from_at) as first_at,
         case when bool_or(there.from_at is not null and there.to_at is null) then meeting.closed_at
              else max(there.to_at) end as last_at
  from council.published_attendances as there where there.meeting_id = meeting.id
  group by there.person_id) as one;

-- The registers as they are taken along.
create view council.open_votes as
select
  vote.id as key,
  vote.id,
  vote.institution_slug as institution,
  vote.meeting_id as meeting,
  vote.body_name as council_body,
  vote.day,
  vote.ordinal,
  vote.item_ordinal as item,
  vote.item_title,
  vote.stage,
  vote.article,
  vote.question,
  vote.method,
  vote.closed,
  vote.majority_of,
  case when vote.majority_denominator is not null
    then case when vote.majority_strict then '>' else '≥' end || vote.majority_numerator || '/' || vote.majority_denominator
  end as majority,
  vote.majority_basis,
  vote.needed,
  vote.members,
  vote.quorum,
  vote.present,
  vote.entitled,
  vote.votes_for,
  vote.votes_against,
  vote.votes_abstain,
  vote.not_voting,
  vote.result,
  extract(year from vote.day)::int as year,
  vote.taken_at as published_at,
  vote.taken_at as changed_at,
  '/mbledhje/' || vote.meeting_slug || '/votimet/' || vote.id as url
from council.shown_votes as vote;

create view council.open_ballots as
select
  ballot.vote_id::text || ':' || ballot.person_id::text as key,
  ballot.vote_id::text || ':' || ballot.person_id::text as id,
  vote.institution_slug as institution,
  ballot.vote_id as vote,
  vote.meeting_id as meeting,
  vote.body_name as council_body,
  vote.day,
  vote.question,
  ballot.person_id as person,
  ballot.person_name,
  ballot.party,
  ballot.choice,
  vote.result,
  extract(year from vote.day)::int as year,
  vote.taken_at as changed_at,
  '/mbledhje/' || vote.meeting_slug || '/votimet/' || vote.id as url
from council.shown_ballots as ballot join council.shown_votes as vote on vote.id = ballot.vote_id;

create view council.open_attendances as
select
  one.meeting_id::text || ':' || one.person_id::text as key,
  one.meeting_id::text || ':' || one.person_id::text as id,
  one.institution_slug as institution,
  one.meeting_id as meeting,
  one.body_name as council_body,
  one.body_kind,
  one.day,
  one.person_id as person,
  one.person_name,
  one.state,
  one.first_at as from_at,
  one.last_at as to_at,
  one.minutes,
  one.votes,
  one.votes_taken_part,
  extract(year from one.day)::int as year,
  one.changed_at,
  '/mbledhje/' || one.meeting_slug || '/pjesemarrja' as url
from council.shown_attendances as one
where one.meeting_state = 'closed';

-- The register of ballots is read in the order of its keys.
create index ballots_by_key on council.ballots ((vote_id::text || ':' || person_id::text));

-- The minutes as everybody reads them: their newest version.
create view council.published_minutes as
select
  'council.minutes:' || minutes.meeting_id as subject,
  minutes.meeting_id as id,
  minutes.institution_id,
  'minutes'::text as kind,
  meeting.lang,
  version.title,
  version.words as body,
  minutes.published_at,
  version.published_at as changed_at,
  version.state,
  platform.topics_of('council.minutes:' || minutes.meeting_id) as topics,
  platform.places_of('council.minutes:' || minutes.meeting_id) as places,
  version.version,
  version.reason,
  version.record,
  meeting.slug,
  meeting.day,
  institution.slug as institution_slug,
  institution.zone
from council.minutes as minutes
join council.minutes_versions as version
  on version.meeting_id = minutes.meeting_id and version.version = minutes.published_version
join council.meetings as meeting on meeting.id = minutes.meeting_id
  and meeting.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed')
join platform.institutions as institution on institution.id = minutes.institution_id
where minutes.taken_down_at is null and version.version > minutes.hidden_through;

-- What of a published version everybody reads.
create view council.shown_minutes_versions as
select version.meeting_id, version.institution_id, version.version, version.state, version.title, version.record, version.reason,
       version.published_at
from council.minutes_versions as version
join council.published_minutes as minutes on minutes.id = version.meeting_id
join council.minutes as held on held.meeting_id = version.meeting_id and version.version > held.hidden_through;

create index minutes_public on council.minutes (meeting_id) where published_version > 0 and taken_down_at is null;
create index minutes_of_office on council.minutes (institution_id, drafted_at desc, meeting_id desc);
create index meetings_closed_of_institution on council.meetings (institution_id, day, id) where state = 'closed';
create index meetings_closed_by_day on council.meetings (day, id) where state = 'closed';

-- The guards. What is only drafted asks nothing.
create constraint trigger minutes_added_in_ledger after insert on council.minutes
  deferrable initially deferred for each row when (new.published_version > 0)
  execute function platform.require_ledger_entry('always', 'council.minutes', 'council.minutes', 'meeting_id');
create constraint trigger minutes_changed_in_ledger after update on council.minutes
  deferrable initially deferred for each row when (
    (old.meeting_id, old.institution_id, old.published_version, old.published_at, old.taken_down_at, old.hidden_through)
      is distinct from
    (new.meeting_id, new.institution_id, new.published_version, new.published_at, new.taken_down_at, new.hidden_through))
  execute function platform.require_ledger_entry('always', 'council.minutes', 'council.minutes', 'meeting_id');
create constraint trigger minutes_removed_in_ledger after delete on council.minutes
  deferrable initially deferred for each row when (old.published_version > 0)
  execute function platform.require_ledger_entry('always', 'council.minutes', 'council.minutes', 'meeting_id');
create constraint trigger minutes_version_in_ledger after insert on council.minutes_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'council.minutes', 'council.minutes', 'meeting_id');
