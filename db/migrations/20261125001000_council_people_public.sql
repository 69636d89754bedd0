-- What everybody reads of the people of a council, and the guards of the ledger. Private addresses, gender that is for
-- statistics alone, and rows that were merged into others stand in none of these views. PostgreSQL 15.

create view council.published_parties as
select
  'council.party:' || party.id as subject,
  party.id,
  party.institution_id,
  'party'::text as kind,
  'sq'::text as lang,
  party.name as title,
  null::text as body,
  party.created_at as published_at,
  party.changed_at,
  'published'::text as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  party.name_en,
  party.short_name,
  party.kind as party_kind,
  party.import_key,
  party.version
from council.parties as party;

create view council.published_terms as
select
  'council.term:' || term.id as subject,
  term.id,
  term.institution_id,
  'term'::text as kind,
  'sq'::text as lang,
  term.name as title,
  null::text as body,
  term.created_at as published_at,
  term.changed_at,
  'published'::text as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  term.body_id,
  term.seats,
  term.election_on,
  term.election_source,
  term.voters,
  term.votes_cast,
  term.constituted_on,
  term.from_on,
  term.to_on,
  term.import_key,
  term.version
from council.terms as term;

create view council.published_councillors as
select
  'council.councillor:' || councillor.person_id as subject,
  councillor.person_id as id,
  councillor.institution_id,
  'councillor'::text as kind,
  'sq'::text as lang,
  person.name as title,
  councillor.biography as body,
  councillor.published_at,
  councillor.changed_at,
  councillor.state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  councillor.slug,
  councillor.given_name,
  councillor.family_name,
  case when councillor.gender_public then councillor.gender end as gender,
  councillor.profession,
  councillor.biography_en,
  councillor.contacts,
  councillor.photo_id,
  councillor.photo_credit,
  councillor.identifiers,
  councillor.other_names,
  councillor.links,
  councillor.sources,
  councillor.import_key,
  councillor.version,
  institution.slug as institution_slug,
  institution.zone,
  institution.jurisdiction
from council.councillors as councillor
join platform.persons as person on person.id = councillor.person_id
join platform.institutions as institution on institution.id = councillor.institution_id
where councillor.state = 'published' and councillor.merged_into is null;

-- Mandates of those whom everybody reads. Part of the record of the councillor.
create view council.published_mandates as
select
  councillor.subject,
  mandate.id,
  mandate.institution_id,
  'mandate'::text as kind,
  councillor.lang,
  councillor.title,
  null::text as body,
  councillor.published_at,
  mandate.changed_at,
  councillor.state,
  councillor.topics,
  councillor.places,
  mandate.person_id,
  mandate.term_id,
  mandate.party_id,
  mandate.list_name,
  mandate.area,
  mandate.from_on,
  mandate.to_on,
  mandate.end_kind,
  mandate.end_note,
  mandate.replaced_by,
  mandate.import_key,
  mandate.version
from council.mandates as mandate
join council.published_councillors as councillor on councillor.id = mandate.person_id;

create view council.published_payments as
select
  'council.payment:' || payment.id as subject,
  payment.id,
  payment.institution_id,
  'payment'::text as kind,
  'sq'::text as lang,
  payment.note as title,
  null::text as body,
  payment.published_at,
  payment.changed_at,
  'published'::text as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  payment.person_id,
  payment.from_on,
  payment.to_on,
  payment.kind as payment_kind,
  payment.amount,
  payment.currency,
  payment.import_key,
  payment.version
from council.payments as payment
join council.published_councillors as councillor on councillor.id = payment.person_id
where payment.published_at is not null;

create view council.published_affiliations as
select
  'council.affiliation:' || affiliation.id as subject,
  affiliation.id,
  affiliation.institution_id,
  'affiliation'::text as kind,
  'sq'::text as lang,
  affiliation.organisation as title,
  affiliation.purpose as body,
  affiliation.published_at,
  affiliation.changed_at,
  'published'::text as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  affiliation.organisation_en,
  affiliation.url,
  affiliation.from_on,
  affiliation.to_on,
  affiliation.person_id,
  affiliation.version
from council.affiliations as affiliation
where affiliation.published_at is not null;

create view council.published_staff as
select
  'council.staff:' || staff.id as subject,
  staff.id,
  staff.institution_id,
  'staff'::text as kind,
  'sq'::text as lang,
  staff.name as title,
  staff.biography as body,
  staff.published_at,
  staff.changed_at,
  'published'::text as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  staff.post,
  staff.post_en,
  case when staff.gender_public then staff.gender end as gender,
  staff.contacts,
  staff.ordinal,
  staff.from_on,
  staff.to_on,
  staff.version
from council.staff as staff
where staff.published_at is not null;

-- What the ledger vouches for: the same, with what belongs to it.
create view council.recorded_parties as
select party.*, institution.slug as institution
from council.published_parties as party join platform.institutions as institution on institution.id = party.institution_id;

create view council.recorded_terms as
select term.*, institution.slug as institution,
  (select coalesce(jsonb_agg(jsonb_build_object(
     'ordinal', result.ordinal, 'party_id', result.party_id, 'list_name', result.list_name, 'votes', result.votes,
     'seats', result.seats) order by result.ordinal), '[]')
   from council.election_results as result where result.term_id = term.id) as results
from council.published_terms as term join platform.institutions as institution on institution.id = term.institution_id;

create view council.recorded_councillors as
select councillor.*, councillor.institution_slug as institution,
  platform.documents_record(councillor.subject) as documents,
  (select coalesce(jsonb_agg(jsonb_build_object(
     'id', mandate.id, 'term_id', mandate.term_id, 'party_id', mandate.party_id, 'list_name', mandate.list_name,
     'area', mandate.area, 'from_on', mandate.from_on, 'to_on', mandate.to_on, 'end_kind', mandate.end_kind,
     'end_note', mandate.end_note, 'replaced_by', mandate.replaced_by) order by mandate.from_on, mandate.id), '[]')
   from council.mandates as mandate where mandate.person_id = councillor.id) as mandates
from council.published_councillors as councillor;

create view council.recorded_payments as
select payment.*, institution.slug as institution
from council.published_payments as payment join platform.institutions as institution on institution.id = payment.institution_id;

create view council.recorded_affiliations as
select affiliation.*, institution.slug as institution
from council.published_affiliations as affiliation
join platform.institutions as institution on institution.id = affiliation.institution_id;

create view council.recorded_staff as
select staff.*, institution.slug as institution
from council.published_staff as staff join platform.institutions as institution on institution.id = staff.institution_id;

-- How somebody voted, by name, where everybody may read it: nothing of what happened behind closed doors.
create view council.councillor_votes as
select
  ballot.person_id,
  vote.id as vote_id,
  meeting.id as meeting_id,
  meeting.slug as meeting_slug,
  meeting.body_id,
  vote.taken_at,
  vote.stage,
  vote.question,
  vote.result,
  ballot.choice
from council.ballots as ballot
join council.votes as vote on vote.id = ballot.vote_id and not vote.closed and vote.method = 'by-name'
join council.meetings as meeting on meeting.id = vote.meeting_id and not meeting.closed
  and meeting.state in ('convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed')
left join council.agenda_items as item on item.id = vote.item_id
left join council.motions as motion on motion.id = vote.motion_id
where not coalesce(item.closed, false) and not coalesce(motion.closed, false);

-- Who was at which meeting, of those that are over and were held in public. Whoever came late or left was there.
create view council.councillor_presence as
select
  attendance.person_id,
  meeting.id as meeting_id,
  meeting.slug as meeting_slug,
  meeting.body_id,
  meeting.day,
  case when bool_or(attendance.state in ('present', 'remote')) then 'present'
       when bool_or(attendance.state = 'excused') then 'excused' else 'absent' end as presence
from council.attendances as attendance
join council.meetings as meeting on meeting.id = attendance.meeting_id and not meeting.closed and meeting.state = 'closed'
group by attendance.person_id, meeting.id;

-- Registers to take along.
create view council.open_councillors as
select
  councillor.id as key,
  councillor.id,
  councillor.institution_slug as institution,
  councillor.title as name,
  councillor.given_name,
  councillor.family_name,
  councillor.gender,
  councillor.profession,
  councillor.published_at,
  councillor.changed_at,
  '/keshilltare/' || councillor.slug as url
from council.published_councillors as councillor;

create view council.open_mandates as
select
  mandate.id as key,
  mandate.id,
  councillor.institution_slug as institution,
  mandate.person_id as person,
  councillor.title as name,
  term.body_id as body,
  mandate.term_id as term,
  term.title as term_name,
  party.title as party,
  party.short_name as party_short,
  mandate.list_name as list,
  mandate.area,
  mandate.from_on,
  mandate.to_on,
  mandate.end_kind,
  mandate.replaced_by,
  mandate.published_at,
  mandate.changed_at,
  '/keshilltare/' || councillor.slug as url
from council.published_mandates as mandate
join council.published_councillors as councillor on councillor.id = mandate.person_id
join council.published_terms as term on term.id = mandate.term_id
left join council.published_parties as party on party.id = mandate.party_id;

create view council.open_election_results as
select
  result.id as key,
  result.id,
  institution.slug as institution,
  term.body_id as body,
  term.id as term,
  term.title as term_name,
  term.election_on,
  term.election_source as source,
  result.ordinal,
  result.list_name as list,
  party.title as party,
  party.short_name as party_short,
  result.votes,
  result.seats,
  term.published_at,
  term.changed_at,
  '/keshilltare/zgjedhjet?institucioni=' || institution.slug as url
from council.election_results as result
join council.published_terms as term on term.id = result.term_id
join platform.institutions as institution on institution.id = term.institution_id
left join council.published_parties as party on party.id = result.party_id;

create view council.open_payments as
select
  payment.id as key,
  payment.id,
  councillor.institution_slug as institution,
  payment.person_id as person,
  councillor.title as name,
  payment.from_on,
  payment.to_on,
  payment.payment_kind,
  payment.amount,
  payment.currency,
  payment.title as note,
  payment.published_at,
  payment.changed_at,
  '/keshilltare/' || councillor.slug as url
from council.published_payments as payment
join council.published_councillors as councillor on councillor.id = payment.person_id;

create view council.open_affiliations as
select
  affiliation.id as key,
  affiliation.id,
  institution.slug as institution,
  affiliation.title as organisation,
  affiliation.organisation_en,
  affiliation.url as website,
  affiliation.body as purpose,
  affiliation.from_on,
  affiliation.to_on,
  councillor.title as representative,
  affiliation.published_at,
  affiliation.changed_at,
  '/keshilltare/anetaresimet?institucioni=' || institution.slug as url
from council.published_affiliations as affiliation
join platform.institutions as institution on institution.id = affiliation.institution_id
left join council.published_councillors as councillor on councillor.id = affiliation.person_id;

-- The guards. What everybody reads does not change without an entry.
create constraint trigger party_in_ledger after insert or update on council.parties
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'council.party', 'council.party', 'id');
create constraint trigger party_removed_in_ledger after delete on council.parties
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.party', 'council.party', 'id');
create constraint trigger term_in_ledger after insert or update on council.terms
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'council.term', 'council.term', 'id');
create constraint trigger term_removed_in_ledger after delete on council.terms
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.term', 'council.term', 'id');
create constraint trigger election_result_in_ledger after insert or update or delete on council.election_results
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.term', 'council.term', 'term_id');

create constraint trigger councillor_in_ledger after insert on council.councillors
  deferrable initially deferred for each row when (new.state = 'published')
  execute function platform.require_ledger_entry('always', 'council.councillor', 'council.councillor', 'person_id');
create constraint trigger councillor_changed_in_ledger after update on council.councillors
  deferrable initially deferred for each row when (
    (old.state = 'published' or new.state = 'published')
    and (old.person_id, old.institution_id, old.slug, old.given_name, old.family_name, old.gender, old.gender_public,
         old.profession, old.biography, old.biography_en, old.contacts, old.photo_id, old.photo_credit, old.identifiers,
         old.other_names, old.links, old.sources, old.import_key, old.state, old.version, old.changed_at, old.published_at,
         old.merged_into)
      is distinct from
        (new.person_id, new.institution_id, new.slug, new.given_name, new.family_name, new.gender, new.gender_public,
         new.profession, new.biography, new.biography_en, new.contacts, new.photo_id, new.photo_credit, new.identifiers,
         new.other_names, new.links, new.sources, new.import_key, new.state, new.version, new.changed_at, new.published_at,
         new.merged_into))
  execute function platform.require_ledger_entry('always', 'council.councillor', 'council.councillor', 'person_id');
create constraint trigger councillor_removed_in_ledger after delete on council.councillors
  deferrable initially deferred for each row when (old.state = 'published')
  execute function platform.require_ledger_entry('recorded', 'council.councillor', 'council.councillor', 'person_id');
create constraint trigger person_of_council_in_ledger after insert or delete on platform.persons
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.councillor', 'council.councillor', 'id');
create constraint trigger person_of_council_changed_in_ledger after update on platform.persons
  deferrable initially deferred for each row when (old.name <> new.name)
  execute function platform.require_ledger_entry('recorded', 'council.councillor', 'council.councillor', 'id');
create constraint trigger mandate_in_ledger after insert or update or delete on council.mandates
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council.councillor', 'council.councillor', 'person_id');

create constraint trigger affiliation_in_ledger after insert or update on council.affiliations
  deferrable initially deferred for each row when (new.published_at is not null)
  execute function platform.require_ledger_entry('always', 'council.affiliation', 'council.affiliation', 'id');
create constraint trigger affiliation_withdrawn_in_ledger after update on council.affiliations
  deferrable initially deferred for each row when (old.published_at is not null and new.published_at is null)
  execute function platform.require_ledger_entry('recorded', 'council.affiliation', 'council.affiliation', 'id');
create constraint trigger affiliation_removed_in_ledger after delete on council.affiliations
  deferrable initially deferred for each row when (old.published_at is not null)
  execute function platform.require_ledger_entry('recorded', 'council.affiliation', 'council.affiliation', 'id');
create constraint trigger staff_in_ledger after insert or update on council.staff
  deferrable initially deferred for each row when (new.published_at is not null)
  execute function platform.require_ledger_entry('always', 'council.staff', 'council.staff', 'id');
create constraint trigger staff_withdrawn_in_ledger after update on council.staff
  deferrable initially deferred for each row when (old.published_at is not null and new.published_at is null)
  execute function platform.require_ledger_entry('recorded', 'council.staff', 'council.staff', 'id');
create constraint trigger staff_removed_in_ledger after delete on council.staff
  deferrable initially deferred for each row when (old.published_at is not null)
  execute function platform.require_ledger_entry('recorded', 'council.staff', 'council.staff', 'id');

-- A payment is read by everybody while its person is: the guard asks whether it is so exactly when its last entry says so.
create function council.require_payment_entries() returns trigger language plpgsql as $$
declare
  changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  one uuid;
  newest record;
  recorded boolean;
  shown boolean;
begin
  for one in
    select (changed ->> 'id')::uuid where tg_table_name = 'payments'
    union all
    select payment.id from council.payments as payment
    where tg_table_name <> 'payments' and payment.person_id = (changed ->> 'person_id')::uuid
  loop
    select entry.xact, entry.ended into newest from platform.ledger_entries as entry
    where entry.kind = 'council.payment' and entry.subject = 'council.payment:' || one order by entry.version desc limit 1;
    recorded := found and newest.ended is null;
    if newest.xact is not distinct from pg_current_xact_id() then continue; end if;
    shown := exists (select 1 from council.published_payments as payment where payment.id = one);
    if shown = recorded and (not shown or tg_table_name <> 'payments') then continue; end if;
    raise exception 'council.payment:% was changed for everybody without an entry in the ledger (%)', one, tg_name
      using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
            schema = tg_table_schema;
  end loop;
  return null;
end $$;
create constraint trigger payment_in_ledger after insert or update or delete on council.payments
  deferrable initially deferred for each row execute function council.require_payment_entries();
create constraint trigger councillor_payments_in_ledger after update on council.councillors
  deferrable initially deferred for each row
  when (old.state <> new.state or old.merged_into is distinct from new.merged_into)
  execute function council.require_payment_entries();
