-- What the platform itself publishes, as the ledger records it: deadlines, institutions and their bodies, closures, what
-- institutions and governments have set, papers of the archive, takedowns, issued letters. PostgreSQL 15.
--
-- A view each, one row for a record. Nothing in them depends on today, on who asks, or on how a server sorts words.

create view platform.recorded_deadlines as
select
  deadline.id,
  deadline.institution_id,
  institution.slug as institution,
  deadline.subject,
  split_part(deadline.subject, ':', 1) as kind,
  deadline.slot,
  deadline.basis,
  deadline.rule_id,
  deadline.rule_version,
  deadline.term_id,
  deadline.n,
  deadline.unit,
  deadline.jurisdiction,
  deadline.started_on,
  deadline.started_at,
  deadline.chosen_on,
  deadline.pauses,
  deadline.paused_on,
  deadline.opens_on,
  deadline.work_by,
  deadline.due_on,
  deadline.due_at,
  deadline.due_at as published_at,
  deadline.estimated,
  deadline.state,
  deadline.ended_at,
  deadline.changed_at
from platform.deadlines as deadline
join platform.institutions as institution on institution.id = deadline.institution_id
where deadline.public and deadline.state <> 'planned'
  and not exists (
    select from platform.takedowns as takedown where takedown.subject = deadline.subject and takedown.lifted_at is null);

create view platform.recorded_institutions as
select
  institution.id,
  institution.id as institution_id,
  institution.slug as institution,
  institution.slug,
  institution.kind,
  institution.standing,
  institution.jurisdiction,
  institution.zone,
  institution.currency,
  institution.accent,
  institution.emblem,
  institution.demonstration,
  institution.place_id,
  institution.website,
  institution.registration,
  institution.source,
  institution.closed_on,
  institution.closed_reason,
  (select coalesce(jsonb_agg(
     jsonb_build_object('lang', name.lang, 'name', name.name, 'valid_from', name.valid_from, 'source', name.source)
     order by name.valid_from, name.lang collate "C"), '[]')
   from platform.institution_names as name where name.institution_id = institution.id) as names,
  (select coalesce(jsonb_agg(
     jsonb_build_object('role', address.role, 'email', address.email, 'telephone', address.telephone, 'postal', address.postal)
     order by address.role collate "C"), '[]')
   from platform.role_addresses as address where address.institution_id = institution.id) as addresses,
  (select coalesce(jsonb_agg(
     jsonb_build_object('institution', other.slug, 'since', succession.since) order by other.slug collate "C"), '[]')
   from platform.institution_successors as succession
   join platform.institutions as other on other.id = succession.successor_id
   where succession.predecessor_id = institution.id) as successors,
  (select coalesce(jsonb_agg(
     jsonb_build_object('institution', other.slug, 'since', succession.since) order by other.slug collate "C"), '[]')
   from platform.institution_successors as succession
   join platform.institutions as other on other.id = succession.predecessor_id
   where succession.successor_id = institution.id) as predecessors
from platform.institutions as institution;

-- Who sits in a body, as the order names them. Why somebody left is the office's own.
create view platform.recorded_bodies as
select
  body.id,
  body.institution_id,
  institution.slug as institution,
  body.kind,
  body.name,
  body.name_en,
  body.name_sr,
  body.parent_id,
  body.founded_on,
  body.order_issuer,
  body.order_number,
  body.order_date,
  body.order_subject,
  body.ended_on,
  body.ended_reason,
  (select coalesce(jsonb_agg(
     jsonb_build_object('name', former.name, 'name_en', former.name_en, 'name_sr', former.name_sr, 'valid_to', former.valid_to)
     order by former.changed_at), '[]')
   from platform.body_names as former where former.body_id = body.id) as former_names,
  (select coalesce(jsonb_agg(
     jsonb_build_object('id', member.id, 'name', person.name, 'organisation',
                        coalesce(member.organisation, organisation.slug), 'listed', member.organisation_id is not null,
                        'post', member.post, 'role', member.role, 'from_on', member.from_on, 'to_on', member.to_on)
     order by member.id), '[]')
   from platform.body_members as member
   left join platform.persons as person on person.id = member.person_id
   left join platform.institutions as organisation on organisation.id = member.organisation_id
   where member.body_id = body.id) as members
from platform.bodies as body
join platform.institutions as institution on institution.id = body.institution_id;

create view platform.recorded_closures as
select closure.id, closure.institution_id, institution.slug as institution, closure.from_on, closure.to_on, closure.reason,
       closure.source, closure.stops_clocks
from platform.institution_closures as closure
join platform.institutions as institution on institution.id = closure.institution_id
where closure.removed_at is null;

create view platform.recorded_terms as
select term.id, term.institution_id, institution.slug as institution, term.rule_id, term.rule_version, term.kind, term.n,
       term.unit, term.first_day, term.roll, term.basis, term.from_on, term.until_on, term.set_at
from platform.institution_terms as term
join platform.institutions as institution on institution.id = term.institution_id;

create view platform.recorded_calendar_changes as
select change.id, null::uuid as institution_id, null::text as institution, change.jurisdiction, change.kind, change.holiday,
       change.year, change.day, change.names, change.basis, change.entered_at
from platform.calendar_changes as change where change.withdrawn_at is null;

-- Papers of the archive: they stand with the institution itself, and no other record vouches for them.
create view platform.recorded_documents as
select
  document.id,
  document.institution_id,
  institution.slug as institution,
  document.subject,
  document.role,
  document.title,
  document.lang,
  document.decorative,
  document.happened_on,
  document.happened_precision,
  document.added_at,
  (select coalesce(jsonb_agg(
     jsonb_build_object('lang', words.lang, 'title', words.title, 'alt', words.alt) order by words.lang collate "C"), '[]')
   from platform.document_words as words where words.document_id = document.id) as words,
  -- What everybody could read until it was replaced, too.
  (select coalesce(jsonb_agg(
     jsonb_build_object('lang', one.lang, 'version', one.version, 'digest', one.digest, 'file_name', one.file_name,
                        'size', one.size, 'media_type', file.media_type, 'added_at', one.added_at, 'replaced_at', one.replaced_at)
     order by one.lang collate "C", one.version), '[]')
   from platform.document_files as one join platform.files as file on file.digest = one.digest
   where one.document_id = document.id and (one.replaced_at is null or one.was_public)) as files
from platform.documents as document
join platform.institutions as institution on institution.id = document.institution_id
where document.subject_kind in ('institutions.institution', 'institutions.body') and document.class = 'public'
  and document.removed_at is null
  and exists (
    select from platform.document_files as one where one.document_id = document.id and one.taken_down_at is null);
create index documents_of_archive on platform.documents (id)
  where subject_kind in ('institutions.institution', 'institutions.body') and class = 'public' and removed_at is null;

-- Only what was public can be taken down, so everybody may know of each: the ground, never the words of the office.
create view platform.recorded_takedowns as
select takedown.id, takedown.institution_id, institution.slug as institution, takedown.subject, takedown.of_subject,
       takedown.ground, takedown.content_gone, takedown.taken_at, takedown.lifted_at
from platform.takedowns as takedown
join platform.institutions as institution on institution.id = takedown.institution_id;

-- What /verifiko says to everybody: nothing of whom a letter went to, nothing of what it says.
create view platform.recorded_letters as
select
  letter.id,
  letter.institution_id,
  institution.slug as institution,
  letter.year,
  letter.number,
  letter.kind,
  letter.issued_on,
  letter.state,
  letter.cancelled_at,
  letter.cancel_reason,
  letter.pdf_digest,
  letter.docx_digest,
  (select coalesce(jsonb_agg(about.kind order by about.kind collate "C"), '[]')
   from (select distinct split_part(subject, ':', 1) as kind from platform.letter_subjects where letter_id = letter.id) as about
  ) as about,
  (select corrected.number || '/' || corrected.year from platform.official_letters as corrected
   where corrected.id = letter.corrects_id) as corrects,
  (select coalesce(jsonb_agg(later.number || '/' || later.year order by later.issued_at, later.id), '[]')
   from platform.official_letters as later
   where later.corrects_id = letter.id and later.state = 'issued') as corrected_by
from platform.official_letters as letter
join platform.institutions as institution on institution.id = letter.institution_id
where letter.state <> 'draft';

-- The guards. What is or becomes public needs its entry; what leaves the public needs one if it ever had one.

create constraint trigger deadline_started_in_ledger after insert on platform.deadlines deferrable initially deferred
  for each row when (new.public and new.state <> 'planned')
  execute function platform.require_ledger_entry('always', 'platform.deadline', 'platform.deadline', 'id');
create constraint trigger deadline_published_in_ledger after update on platform.deadlines deferrable initially deferred
  for each row when (new.public and new.state <> 'planned' and not (old.public and old.state <> 'planned'))
  execute function platform.require_ledger_entry('always', 'platform.deadline', 'platform.deadline', 'id');
-- Of a record that was taken down nobody reads the deadline either: its last entry has ended.
create constraint trigger deadline_change_in_ledger after update on platform.deadlines deferrable initially deferred
  for each row when (old.public and old.state <> 'planned' and
    (old.public, old.institution_id, old.subject, old.slot, old.basis, old.rule_id, old.rule_version, old.term_id, old.n,
     old.unit, old.jurisdiction, old.started_on, old.started_at, old.chosen_on, old.pauses, old.paused_on, old.opens_on,
     old.work_by, old.due_on, old.due_at, old.estimated, old.state, old.ended_at, old.changed_at)
    is distinct from
    (new.public, new.institution_id, new.subject, new.slot, new.basis, new.rule_id, new.rule_version, new.term_id, new.n,
     new.unit, new.jurisdiction, new.started_on, new.started_at, new.chosen_on, new.pauses, new.paused_on, new.opens_on,
     new.work_by, new.due_on, new.due_at, new.estimated, new.state, new.ended_at, new.changed_at))
  execute function platform.require_ledger_entry('recorded', 'platform.deadline', 'platform.deadline', 'id');
create constraint trigger deadline_removal_in_ledger after delete on platform.deadlines deferrable initially deferred
  for each row when (old.public and old.state <> 'planned')
  execute function platform.require_ledger_entry('recorded', 'platform.deadline', 'platform.deadline', 'id');

create constraint trigger institution_in_ledger after insert on platform.institutions deferrable initially deferred
  for each row execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'id');
create constraint trigger institution_change_in_ledger after update on platform.institutions deferrable initially deferred
  for each row when (
    (old.slug, old.kind, old.standing, old.jurisdiction, old.zone, old.currency, old.accent, old.emblem, old.demonstration,
     old.place_id, old.website, old.registration, old.source, old.closed_on, old.closed_reason)
    is distinct from
    (new.slug, new.kind, new.standing, new.jurisdiction, new.zone, new.currency, new.accent, new.emblem, new.demonstration,
     new.place_id, new.website, new.registration, new.source, new.closed_on, new.closed_reason))
  execute function platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'id');
create constraint trigger institution_removal_in_ledger after delete on platform.institutions deferrable initially deferred
  for each row execute function
  platform.require_ledger_entry('recorded', 'institutions.institution', 'institutions.institution', 'id');

create constraint trigger institution_name_in_ledger after insert or delete on platform.institution_names
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'institution_id');
create constraint trigger institution_name_change_in_ledger after update on platform.institution_names
  deferrable initially deferred for each row when (old is distinct from new) execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'institution_id');

create constraint trigger role_address_in_ledger after insert or delete on platform.role_addresses
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'institution_id');
create constraint trigger role_address_change_in_ledger after update on platform.role_addresses
  deferrable initially deferred for each row when (old is distinct from new) execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'institution_id');

-- Both pages tell of it.
create constraint trigger succession_in_ledger after insert or update or delete on platform.institution_successors
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'predecessor_id');
create constraint trigger succession_after_in_ledger after insert or update or delete on platform.institution_successors
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('always', 'institutions.institution', 'institutions.institution', 'successor_id');

create constraint trigger body_in_ledger after insert on platform.bodies deferrable initially deferred
  for each row execute function platform.require_ledger_entry('always', 'institutions.body', 'institutions.body', 'id');
create constraint trigger body_change_in_ledger after update on platform.bodies deferrable initially deferred
  for each row when (
    (old.kind, old.name, old.name_en, old.name_sr, old.parent_id, old.founded_on, old.order_issuer, old.order_number,
     old.order_date, old.order_subject, old.ended_on, old.ended_reason)
    is distinct from
    (new.kind, new.name, new.name_en, new.name_sr, new.parent_id, new.founded_on, new.order_issuer, new.order_number,
     new.order_date, new.order_subject, new.ended_on, new.ended_reason))
  execute function platform.require_ledger_entry('always', 'institutions.body', 'institutions.body', 'id');
create constraint trigger body_removal_in_ledger after delete on platform.bodies deferrable initially deferred
  for each row execute function platform.require_ledger_entry('recorded', 'institutions.body', 'institutions.body', 'id');
create constraint trigger body_name_in_ledger after insert or update or delete on platform.body_names
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('always', 'institutions.body', 'institutions.body', 'body_id');
create constraint trigger member_in_ledger after insert or delete on platform.body_members deferrable initially deferred
  for each row execute function platform.require_ledger_entry('always', 'institutions.body', 'institutions.body', 'body_id');
create constraint trigger member_change_in_ledger after update on platform.body_members deferrable initially deferred
  for each row when (
    (old.body_id, old.person_id, old.organisation_id, old.organisation, old.post, old.role, old.from_on, old.to_on)
    is distinct from
    (new.body_id, new.person_id, new.organisation_id, new.organisation, new.post, new.role, new.from_on, new.to_on))
  execute function platform.require_ledger_entry('always', 'institutions.body', 'institutions.body', 'body_id');

create constraint trigger closure_in_ledger after insert on platform.institution_closures deferrable initially deferred
  for each row when (new.removed_at is null)
  execute function platform.require_ledger_entry('always', 'institutions.closure', 'institutions.closure', 'id');
create constraint trigger closure_change_in_ledger after update on platform.institution_closures deferrable initially deferred
  for each row when (new.removed_at is null and old is distinct from new)
  execute function platform.require_ledger_entry('always', 'institutions.closure', 'institutions.closure', 'id');
create constraint trigger closure_end_in_ledger after update on platform.institution_closures deferrable initially deferred
  for each row when (old.removed_at is null and new.removed_at is not null)
  execute function platform.require_ledger_entry('recorded', 'institutions.closure', 'institutions.closure', 'id');
create constraint trigger closure_removal_in_ledger after delete on platform.institution_closures deferrable initially deferred
  for each row when (old.removed_at is null)
  execute function platform.require_ledger_entry('recorded', 'institutions.closure', 'institutions.closure', 'id');

create constraint trigger term_in_ledger after insert on platform.institution_terms deferrable initially deferred
  for each row execute function
  platform.require_ledger_entry('always', 'platform.institution-term', 'platform.institution-term', 'id');
create constraint trigger term_change_in_ledger after update on platform.institution_terms deferrable initially deferred
  for each row when (
    (old.rule_id, old.rule_version, old.kind, old.n, old.unit, old.first_day, old.roll, old.basis, old.from_on, old.until_on,
     old.set_at)
    is distinct from
    (new.rule_id, new.rule_version, new.kind, new.n, new.unit, new.first_day, new.roll, new.basis, new.from_on, new.until_on,
     new.set_at))
  execute function platform.require_ledger_entry('always', 'platform.institution-term', 'platform.institution-term', 'id');
create constraint trigger term_removal_in_ledger after delete on platform.institution_terms deferrable initially deferred
  for each row execute function
  platform.require_ledger_entry('recorded', 'platform.institution-term', 'platform.institution-term', 'id');

create constraint trigger calendar_change_in_ledger after insert on platform.calendar_changes deferrable initially deferred
  for each row when (new.withdrawn_at is null)
  execute function platform.require_ledger_entry('always', 'platform.calendar-change', 'deadlines.calendar', 'id');
create constraint trigger calendar_change_change_in_ledger after update on platform.calendar_changes deferrable initially deferred
  for each row when (new.withdrawn_at is null and old is distinct from new)
  execute function platform.require_ledger_entry('always', 'platform.calendar-change', 'deadlines.calendar', 'id');
create constraint trigger calendar_change_end_in_ledger after update on platform.calendar_changes deferrable initially deferred
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function platform.require_ledger_entry('recorded', 'platform.calendar-change', 'deadlines.calendar', 'id');
create constraint trigger calendar_change_removal_in_ledger after delete on platform.calendar_changes deferrable initially deferred
  for each row when (old.withdrawn_at is null)
  execute function platform.require_ledger_entry('recorded', 'platform.calendar-change', 'deadlines.calendar', 'id');

create constraint trigger archive_paper_in_ledger after insert on platform.documents deferrable initially deferred
  for each row when (
    new.subject ~ '^institutions\.(institution|body):' and new.class = 'public' and new.removed_at is null)
  execute function platform.require_ledger_entry('always', 'platform.document', 'platform.document', 'id');
create constraint trigger archive_paper_change_in_ledger after update on platform.documents deferrable initially deferred
  for each row when (
    new.subject ~ '^institutions\.(institution|body):' and new.class = 'public' and new.removed_at is null
    and (old.subject, old.role, old.class, old.title, old.lang, old.decorative, old.happened_on, old.happened_precision,
         old.added_at, old.removed_at)
        is distinct from
        (new.subject, new.role, new.class, new.title, new.lang, new.decorative, new.happened_on, new.happened_precision,
         new.added_at, new.removed_at))
  execute function platform.require_ledger_entry('always', 'platform.document', 'platform.document', 'id');
create constraint trigger archive_paper_end_in_ledger after update on platform.documents deferrable initially deferred
  for each row when (
    old.subject ~ '^institutions\.(institution|body):' and old.class = 'public' and old.removed_at is null
    and not (new.subject ~ '^institutions\.(institution|body):' and new.class = 'public' and new.removed_at is null))
  execute function platform.require_ledger_entry('recorded', 'platform.document', 'platform.document', 'id');
create constraint trigger archive_paper_removal_in_ledger after delete on platform.documents deferrable initially deferred
  for each row when (old.subject ~ '^institutions\.(institution|body):' and old.class = 'public' and old.removed_at is null)
  execute function platform.require_ledger_entry('recorded', 'platform.document', 'platform.document', 'id');
create constraint trigger archive_file_in_ledger after insert or delete on platform.document_files
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('recorded', 'platform.document', 'platform.document', 'document_id');
create constraint trigger archive_file_change_in_ledger after update on platform.document_files deferrable initially deferred
  for each row when (
    (old.document_id, old.lang, old.version, old.digest, old.file_name, old.size, old.added_at, old.replaced_at,
     old.was_public, old.taken_down_at)
    is distinct from
    (new.document_id, new.lang, new.version, new.digest, new.file_name, new.size, new.added_at, new.replaced_at,
     new.was_public, new.taken_down_at))
  execute function platform.require_ledger_entry('recorded', 'platform.document', 'platform.document', 'document_id');
create constraint trigger archive_words_in_ledger after insert or delete on platform.document_words
  deferrable initially deferred for each row execute function
  platform.require_ledger_entry('recorded', 'platform.document', 'platform.document', 'document_id');
create constraint trigger archive_words_change_in_ledger after update on platform.document_words deferrable initially deferred
  for each row when (old is distinct from new)
  execute function platform.require_ledger_entry('recorded', 'platform.document', 'platform.document', 'document_id');

create constraint trigger takedown_in_ledger after insert on platform.takedowns deferrable initially deferred
  for each row execute function platform.require_ledger_entry('always', 'platform.takedown', 'platform.takedown', 'id');
create constraint trigger takedown_change_in_ledger after update on platform.takedowns deferrable initially deferred
  for each row when (
    (old.institution_id, old.subject, old.of_subject, old.ground, old.content_gone, old.taken_at, old.lifted_at)
    is distinct from
    (new.institution_id, new.subject, new.of_subject, new.ground, new.content_gone, new.taken_at, new.lifted_at))
  execute function platform.require_ledger_entry('always', 'platform.takedown', 'platform.takedown', 'id');
create constraint trigger takedown_removal_in_ledger after delete on platform.takedowns deferrable initially deferred
  for each row execute function platform.require_ledger_entry('recorded', 'platform.takedown', 'platform.takedown', 'id');

create constraint trigger letter_in_ledger after insert on platform.official_letters deferrable initially deferred
  for each row when (new.state <> 'draft')
  execute function platform.require_ledger_entry('always', 'letters.letter', 'letters.letter', 'id');
create constraint trigger letter_change_in_ledger after update on platform.official_letters deferrable initially deferred
  for each row when (new.state <> 'draft' and
    (old.year, old.number, old.kind, old.issued_on, old.state, old.cancelled_at, old.cancel_reason, old.pdf_digest,
     old.docx_digest, old.corrects_id)
    is distinct from
    (new.year, new.number, new.kind, new.issued_on, new.state, new.cancelled_at, new.cancel_reason, new.pdf_digest,
     new.docx_digest, new.corrects_id))
  execute function platform.require_ledger_entry('always', 'letters.letter', 'letters.letter', 'id');
-- The page of the letter that it corrects says so too.
create constraint trigger corrected_letter_in_ledger after update on platform.official_letters deferrable initially deferred
  for each row when (new.state <> 'draft' and new.corrects_id is not null and old.state <> new.state)
  execute function platform.require_ledger_entry('recorded', 'letters.letter', 'letters.letter', 'corrects_id');
create constraint trigger letter_removal_in_ledger after delete on platform.official_letters deferrable initially deferred
  for each row when (old.state <> 'draft')
  execute function platform.require_ledger_entry('recorded', 'letters.letter', 'letters.letter', 'id');

-- Rows that a record holds without naming it: asked of each record, those that never had an entry left out.
create function platform.require_ledger_entries_beside() returns trigger language plpgsql as $$
declare
  missing text;
begin
  select entry.subject into missing
  from (
    select 'platform.deadline' as kind, 'platform.deadline:' || deadline.id as subject from platform.deadlines as deadline
    where tg_table_name = 'takedowns' and deadline.subject = to_jsonb(new) ->> 'subject'
      and deadline.public and deadline.state <> 'planned'
    union all
    select 'institutions.body', 'institutions.body:' || member.body_id from platform.body_members as member
    where tg_table_name = 'persons' and member.person_id = (to_jsonb(new) ->> 'id')::uuid
  ) as beside
  cross join lateral (
    select entry.subject, entry.xact, entry.ended from platform.ledger_entries as entry
    where entry.kind = beside.kind and entry.subject = beside.subject order by entry.version desc limit 1
  ) as entry
  where entry.xact is distinct from pg_current_xact_id()
    and (entry.ended is null or (tg_table_name = 'takedowns' and to_jsonb(new) ->> 'lifted_at' is not null))
  limit 1;
  if missing is null then return null; end if;
  raise exception '% was changed for everybody without an entry in the ledger (%)', missing, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
-- With its record a deadline leaves the public board, and comes back.
create constraint trigger deadlines_taken_down_in_ledger after insert on platform.takedowns deferrable initially deferred
  for each row execute function platform.require_ledger_entries_beside();
create constraint trigger deadlines_back_in_ledger after update on platform.takedowns deferrable initially deferred
  for each row when (old.lifted_at is distinct from new.lifted_at) execute function platform.require_ledger_entries_beside();
create constraint trigger member_name_in_ledger after update on platform.persons deferrable initially deferred
  for each row when (old.name is distinct from new.name) execute function platform.require_ledger_entries_beside();
