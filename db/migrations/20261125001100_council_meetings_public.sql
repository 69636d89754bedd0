-- What everybody reads of meetings and papers, with what is behind closed doors taken out here, once, for pages, data, feeds,
-- search and exports alike; and the guards of the ledger. PostgreSQL 15.

-- A meeting behind closed doors keeps its place in the register: body, number, times, place, who asked for closed doors and on
-- what ground. Its title, the words with which it was called, what a source knew of it and what it is about stay inside.
create view council.published_meetings as
select
  'council.meeting:' || meeting.id as subject,
  meeting.id,
  meeting.institution_id,
  'council-meeting'::text as kind,
  meeting.lang,
  -- Of one without a title of its own the name of its body; pages make a sentence of it with kind and number.
  coalesce(case when not meeting.closed then meeting.title end, body.name) as title,
  case when not meeting.closed then meeting.call_reason end as body,
  meeting.published_at,
  meeting.changed_at,
  meeting.state,
  case when meeting.closed then '{}' else platform.topics_of('council.meeting:' || meeting.id) end as topics,
  case when meeting.closed then '{}' else platform.places_of('council.meeting:' || meeting.id) end as places,
  case when not meeting.closed then meeting.title end as own_title,
  meeting.slug,
  meeting.body_id,
  meeting.term_id,
  meeting.number_year,
  meeting.number,
  meeting.number_words,
  meeting.kind as meeting_kind,
  meeting.called_by,
  case when not meeting.closed then meeting.short_notice_reason end as short_notice_reason,
  meeting.starts_at,
  meeting.ends_at,
  meeting.day,
  meeting.place,
  meeting.mode,
  meeting.accessibility,
  meeting.closed,
  meeting.closed_asked_by,
  meeting.closed_reason,
  meeting.history,
  meeting.convened_at,
  meeting.opened_at,
  meeting.closed_at,
  case when not meeting.closed then meeting.cancel_reason end as cancel_reason,
  case when not meeting.closed then meeting.import_key end as import_key,
  case when not meeting.closed then meeting.source end as source,
  meeting.version,
  body.name as body_name,
  body.name_en as body_name_en,
  body.kind as body_kind,
  institution.slug as institution_slug,
  institution.zone,
  institution.jurisdiction
from council.meetings as meeting
join platform.bodies as body on body.id = meeting.body_id
join platform.institutions as institution on institution.id = meeting.institution_id
where meeting.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed');

-- An item behind closed doors, by itself or with its whole meeting: that it was there, its public title, who asked and on what
-- ground, and whether it is over. Nothing else: not its kind, its paper, its rapporteur, its result, nor where it came from.
-- Nor does an open item tell that it was behind closed doors before.
create view council.published_agenda_items as
select
  'council.meeting:' || item.meeting_id as subject,
  item.id,
  item.institution_id,
  'agenda-item'::text as kind,
  meeting.lang,
  case when hidden.closed then item.public_title else item.title end as title,
  null::text as body,
  meeting.published_at,
  item.changed_at,
  item.state,
  meeting.topics,
  meeting.places,
  item.meeting_id,
  item.ordinal,
  case when not hidden.closed then item.label end as label,
  case when not hidden.closed then item.title_en end as title_en,
  case when hidden.closed then 'other' else item.kind end as item_kind,
  case when not hidden.closed then item.paper_id end as paper_id,
  case when not hidden.closed then item.act_kind end as act_kind,
  case when not hidden.closed then item.rapporteur end as rapporteur,
  item.origin,
  case when not hidden.closed and not earlier.closed and not before.closed then item.carried_from end as carried_from,
  case when not hidden.closed then item.state_reason end as state_reason,
  case when not hidden.closed then item.sent_back_to end as sent_back_to,
  hidden.closed,
  coalesce(item.closed_asked_by, case when meeting.closed then meeting.closed_asked_by end) as closed_asked_by,
  coalesce(item.closed_reason, case when meeting.closed then meeting.closed_reason end) as closed_reason,
  case when not hidden.closed then item.hearing_at end as hearing_at,
  case when not hidden.closed then item.speaker_minutes end as speaker_minutes,
  case when not hidden.closed then item.result end as result,
  case when not hidden.closed then item.import_key end as import_key,
  case when not hidden.closed then item.source end as source,
  item.version
from council.agenda_items as item
join council.published_meetings as meeting on meeting.id = item.meeting_id
cross join lateral (select item.closed or meeting.closed as closed) as hidden
left join council.agenda_items as earlier on earlier.id = item.carried_from
left join council.meetings as before on before.id = earlier.meeting_id;

-- Published, and not only for closed doors: a paper that lies on a closed item is public when it lies on an open one of a
-- public meeting too.
create view council.published_papers as
select
  'council.paper:' || paper.id as subject,
  paper.id,
  paper.institution_id,
  'council-paper'::text as kind,
  paper.lang,
  paper.title,
  paper.summary as body,
  paper.published_at,
  paper.changed_at,
  paper.state,
  platform.topics_of('council.paper:' || paper.id) as topics,
  platform.places_of('council.paper:' || paper.id) as places,
  paper.reference,
  paper.title_en,
  paper.kind as paper_kind,
  paper.kind_words,
  paper.act_kind,
  paper.proposer_kind,
  paper.proposer,
  paper.proposer_id,
  paper.about_ref,
  paper.dated_on,
  paper.import_key,
  paper.source,
  paper.version,
  institution.slug as institution_slug,
  institution.zone,
  institution.jurisdiction
from council.papers as paper
join platform.institutions as institution on institution.id = paper.institution_id
where paper.state = 'published'
  and (not exists (
      select 1 from council.agenda_items as item join council.meetings as meeting on meeting.id = item.meeting_id
      where item.paper_id = paper.id and (item.closed or meeting.closed))
    or exists (
      select 1 from council.agenda_items as item join council.meetings as meeting on meeting.id = item.meeting_id
      where item.paper_id = paper.id and not item.closed and not meeting.closed
        and meeting.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed')));

-- Opinions on papers that everybody reads, unless they were given behind closed doors.
create view council.shown_opinions as
select
  opinion.id, opinion.institution_id, opinion.paper_id, opinion.body_id, opinion.meeting_id, opinion.stance, opinion.words,
  opinion.given_on, opinion.votes_for, opinion.votes_against, opinion.votes_abstain
from council.opinions as opinion
where not exists (select 1 from council.meetings as meeting where meeting.id = opinion.meeting_id and meeting.closed)
  and not exists (
    select 1 from council.agenda_items as item
    where item.meeting_id = opinion.meeting_id and item.paper_id = opinion.paper_id and item.closed);

-- What happened to a meeting in public. Of a closed item that it happened, and no word of it; of a closed meeting its times and
-- places alone. What concerns no item tells what stands in the head of the meeting, and the names of its own documents.
create view council.shown_meeting_events as
select
  event.id, event.institution_id, event.meeting_id, event.kind, event.version, event.at,
  event.item_id,
  case
    when item.closed then '{}'::jsonb
    when item.id is not null and not meeting.closed then event.changes
    else (
      select coalesce(jsonb_object_agg(one.key, one.value), '{}') from jsonb_each(event.changes) as one
      where one.key in ('starts_at', 'ends_at', 'day', 'place', 'mode', 'state')
        or not meeting.closed and one.key in ('title', 'accessibility', 'document', 'documents', 'kind', 'called_by',
                                              'call_reason', 'short_notice_reason', 'closed', 'number'))
  end as changes,
  case when not meeting.closed and item.closed is not true then event.reason end as reason
from council.meeting_events as event
join council.meetings as meeting on meeting.id = event.meeting_id
left join council.agenda_items as item on item.id = event.item_id;

-- Registers as open data.
create view council.open_meetings as
select
  meeting.id as key,
  meeting.id,
  meeting.institution_slug as institution,
  meeting.body_kind,
  meeting.body_name as body,
  meeting.meeting_kind,
  meeting.number_year,
  meeting.number,
  meeting.number_words,
  meeting.title,
  meeting.lang,
  meeting.called_by,
  meeting.body as call_reason,
  meeting.short_notice_reason,
  meeting.convened_at,
  meeting.day,
  meeting.starts_at,
  meeting.ends_at,
  meeting.opened_at,
  meeting.closed_at,
  meeting.place,
  meeting.mode,
  meeting.state,
  meeting.closed,
  meeting.closed_asked_by,
  meeting.closed_reason,
  meeting.cancel_reason,
  meeting.history,
  (select count(*) from council.agenda_items as item where item.meeting_id = meeting.id)::int as items,
  (select count(*) from council.agenda_items as item
   where item.meeting_id = meeting.id and (item.closed or meeting.closed))::int as closed_items,
  (select count(distinct one.person_id) from council.attendances as one
   where one.meeting_id = meeting.id and one.from_at is not null)::int as attended,
  meeting.topics,
  meeting.places,
  meeting.version,
  meeting.published_at,
  meeting.changed_at,
  '/mbledhje/' || meeting.slug as url
from council.published_meetings as meeting;

create view council.open_agenda_items as
select
  item.id as key,
  item.id,
  meeting.institution_slug as institution,
  item.meeting_id as meeting,
  meeting.body_name as body,
  meeting.day,
  item.ordinal,
  item.label,
  item.title,
  item.title_en,
  item.lang,
  item.item_kind,
  (select paper.id from council.published_papers as paper where paper.id = item.paper_id) as paper,
  item.rapporteur,
  item.origin,
  item.carried_from,
  item.state,
  item.state_reason,
  item.closed,
  item.closed_asked_by,
  item.closed_reason,
  item.hearing_at,
  item.result,
  item.version,
  item.published_at,
  item.changed_at,
  '/mbledhje/' || meeting.slug || '#pika-' || item.id as url
from council.published_agenda_items as item
join council.published_meetings as meeting on meeting.id = item.meeting_id;

-- A paper and the record that it is about, for the thread of a matter. The meetings in which it was dealt with stand beside the
-- paper: were they bound to it, each meeting would make one matter of all its papers.
create view council.bonds as
select 'council.paper:' || paper.id::text as from_ref, paper.about_ref as to_ref, 'about'::text as kind
from council.papers as paper where paper.about_ref is not null;
create index council_bond_from on council.papers (('council.paper:' || id::text)) where about_ref is not null;

-- The guards. What everybody reads does not change without an entry.
create constraint trigger meeting_added_in_ledger after insert on council.meetings
  deferrable initially deferred for each row
  when (new.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'))
  execute function platform.require_ledger_entry('always', 'council.meeting', 'council.meeting', 'id');
create constraint trigger meeting_changed_in_ledger after update on council.meetings
  deferrable initially deferred for each row when (
    (old.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed')
      or new.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'))
    and (old.id, old.institution_id, old.body_id, old.term_id, old.slug, old.number_year, old.number, old.number_words, old.kind,
         old.called_by, old.call_reason, old.short_notice_reason, old.title, old.lang, old.starts_at, old.ends_at, old.day,
         old.place, old.mode, old.accessibility, old.closed, old.closed_asked_by, old.closed_reason, old.state, old.history,
         old.convened_at, old.opened_at, old.closed_at, old.cancel_reason, old.import_key, old.source, old.version,
         old.changed_at, old.published_at)
      is distinct from
        (new.id, new.institution_id, new.body_id, new.term_id, new.slug, new.number_year, new.number, new.number_words, new.kind,
         new.called_by, new.call_reason, new.short_notice_reason, new.title, new.lang, new.starts_at, new.ends_at, new.day,
         new.place, new.mode, new.accessibility, new.closed, new.closed_asked_by, new.closed_reason, new.state, new.history,
         new.convened_at, new.opened_at, new.closed_at, new.cancel_reason, new.import_key, new.source, new.version,
         new.changed_at, new.published_at))
  execute function platform.require_ledger_entry('always', 'council.meeting', 'council.meeting', 'id');
create constraint trigger meeting_removed_in_ledger after delete on council.meetings
  deferrable initially deferred for each row
  when (old.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'))
  execute function platform.require_ledger_entry('always', 'council.meeting', 'council.meeting', 'id');

create constraint trigger meeting_body_in_ledger after insert or update or delete on council.meeting_bodies
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.meeting', 'council.meeting', 'meeting_id');
create constraint trigger meeting_caller_in_ledger after insert or update or delete on council.meeting_callers
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.meeting', 'council.meeting', 'meeting_id');
create constraint trigger agenda_item_in_ledger after insert or update or delete on council.agenda_items
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.meeting', 'council.meeting', 'meeting_id');
create constraint trigger meeting_event_in_ledger after insert or update or delete on council.meeting_events
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.meeting', 'council.meeting', 'meeting_id');
create constraint trigger posting_in_ledger after insert or update or delete on council.postings
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.meeting', 'council.meeting', 'meeting_id');

-- Whether a paper is public depends on the items on which it lies. So its guard asks two things: is it public exactly when its
-- last entry says so, and, where its own words or opinions changed, is there an entry of this transaction.
create function council.require_paper_entries() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  is_now jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  meeting uuid := case tg_table_name when 'meetings' then (is_now ->> 'id')::uuid end;
  one uuid;
  newest record;
  recorded boolean;
  shown boolean;
begin
  for one in
    select distinct paper from (
      select unnest(array[was ->> tg_argv[1], is_now ->> tg_argv[1]])::uuid as paper where meeting is null
      union all
      select item.paper_id from council.agenda_items as item where item.meeting_id = meeting
      union all
      select opinion.paper_id from council.opinions as opinion where opinion.meeting_id = meeting
    ) as concerned where paper is not null
  loop
    select entry.xact, entry.ended into newest from platform.ledger_entries as entry
    where entry.kind = 'council.paper' and entry.subject = 'council.paper:' || one order by entry.version desc limit 1;
    recorded := found and newest.ended is null;
    if newest.xact is not distinct from pg_current_xact_id() then continue; end if;
    shown := exists (select 1 from council.published_papers as paper where paper.id = one);
    if shown = recorded and (not shown or tg_argv[0] = 'fits'
        or tg_argv[0] = 'opinions' and not exists (
          select 1 from council.opinions as opinion
          where opinion.paper_id = one and opinion.meeting_id = coalesce(meeting, (is_now ->> 'meeting_id')::uuid)))
    then continue; end if;
    raise exception 'council.paper:% was changed for everybody without an entry in the ledger (%)', one, tg_name
      using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
            schema = tg_table_schema;
  end loop;
  return null;
end $$;

create constraint trigger paper_in_ledger after insert or update or delete on council.papers
  deferrable initially deferred for each row execute function council.require_paper_entries('changed', 'id');
create constraint trigger opinion_in_ledger after insert or update or delete on council.opinions
  deferrable initially deferred for each row execute function council.require_paper_entries('changed', 'paper_id');
create constraint trigger agenda_item_paper_in_ledger after insert or delete on council.agenda_items
  deferrable initially deferred for each row execute function council.require_paper_entries('fits', 'paper_id');
create constraint trigger agenda_item_moved_paper_in_ledger after update on council.agenda_items
  deferrable initially deferred for each row
  when (old.paper_id is distinct from new.paper_id and old.closed = new.closed)
  execute function council.require_paper_entries('fits', 'paper_id');
-- Doors that close or open again take along the opinions that were given behind them.
create constraint trigger agenda_item_doors_in_ledger after update on council.agenda_items
  deferrable initially deferred for each row when (old.closed <> new.closed)
  execute function council.require_paper_entries('opinions', 'paper_id');
create constraint trigger meeting_papers_in_ledger after update on council.meetings
  deferrable initially deferred for each row when (old.state <> new.state and old.closed = new.closed)
  execute function council.require_paper_entries('fits', 'id');
create constraint trigger meeting_doors_in_ledger after update on council.meetings
  deferrable initially deferred for each row when (old.closed <> new.closed)
  execute function council.require_paper_entries('opinions', 'id');
