-- The closing day of a consultation is one of the deadlines of everybody: it rests on a law, on the institution's own
-- rule or on a day set by hand, and can be extended by a reasoned decision. PostgreSQL 15.

alter table consultations.consultations
  -- The rule of the tables on which the consultation rests; null: another basis, named in words alone.
  add column basis_rule text constraint consultation_basis_rule_shape check (basis_rule ~ '^(AL|XK)-[A-Z0-9-]{2,40}$'),
  -- The consultation whose stage this one repeats.
  add column repeats_id uuid,
  add constraint consultation_repeats_in_institution foreign key (institution_id, repeats_id)
    references consultations.consultations (institution_id, id),
  add constraint consultation_repeats_another check (repeats_id <> id);
create index consultations_by_repeated on consultations.consultations (repeats_id) where repeats_id is not null;

-- An extension, or a move by the calendar, says from what day to what day, and by which decision.
alter table consultations.consultation_events
  add column from_day date,
  add column to_day date,
  add column decision text constraint consultation_event_decision_length check (length(decision) between 1 and 200),
  add column decided_on date,
  -- The same in English, where the program wrote the reason.
  add column reason_en text constraint consultation_event_reason_en_length check (length(reason_en) between 5 and 1000),
  -- The number of the form: a form that arrives twice counts once.
  add column form_id uuid constraint consultation_event_form_once unique,
  drop constraint consultation_event_kind_known,
  add constraint consultation_event_kind_known check (kind in ('published', 'corrected', 'extended', 'moved', 'cancelled')),
  add constraint consultation_move_has_days check (
    (kind in ('extended', 'moved')) = (from_day is not null) and (from_day is null) = (to_day is null)
    and (kind <> 'extended' or (decision is not null and decided_on is not null)));

-- Who was told of an extension: one letter a person and event, however often the job runs.
create table consultations.event_letters (
  institution_id uuid not null references platform.institutions (id),
  event_id bigint not null references consultations.consultation_events (id),
  contact_id uuid not null references platform.contacts (id) on delete cascade,
  at timestamptz not null,
  constraint event_letter_once primary key (event_id, contact_id)
);
create index event_letters_by_contact on consultations.event_letters (contact_id);

insert into platform.deadlines
  (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at,
   state, ended_at, holder_id, role, public, created_at, changed_at)
select institution_id, 'consultations.consultation:' || id, 'comments', 'day', jurisdiction, started_on,
       coalesce(published_at, created_at), closes_on, closes_on, closes_on, due_at, at_end.state,
       case at_end.state when 'cancelled' then coalesce(cancelled_at, changed_at) when 'met' then least(due_at, now()) end,
       created_by, 'consultation-coordinator', true, created_at, changed_at
from (
  select consultation.id, consultation.institution_id, consultation.closes_on, consultation.history,
         coalesce(consultation.state_before, consultation.state) as state, consultation.cancelled_at,
         consultation.published_at, consultation.created_at, consultation.changed_at, consultation.created_by,
         institution.jurisdiction,
         coalesce(consultation.opens_on, (consultation.published_at at time zone institution.zone)::date,
                  consultation.closes_on) as started_on,
         (consultation.closes_on + 1)::timestamp at time zone institution.zone as due_at
  from consultations.consultations as consultation
  join platform.institutions as institution on institution.id = consultation.institution_id
  where consultation.closes_on is not null
) as carried
cross join lateral (
  select case when carried.state = 'draft' then 'planned' when carried.state = 'cancelled' then 'cancelled'
              when carried.history or carried.due_at <= now() then 'met' else 'running' end as state
) as at_end;

insert into platform.deadline_events (institution_id, deadline_id, kind, at, by_account_id, to_due)
select institution_id, id, 'started', started_at, holder_id, due_on
from platform.deadlines where slot = 'comments';
insert into platform.deadline_events (institution_id, deadline_id, kind, at)
select institution_id, id, state, ended_at
from platform.deadlines where slot = 'comments' and ended_at is not null;

drop view consultations.published_consultations;
alter table consultations.consultations drop constraint consultation_published_is_complete;
alter table consultations.consultations drop constraint consultation_days_in_order;
drop index consultations.consultations_by_closing;
alter table consultations.consultations drop column closes_on;
alter table consultations.consultations add constraint consultation_published_is_complete check (
  state = 'draft' or (slug is not null and published_at is not null and (history or (
    opens_on is not null and register_number is not null))));
-- What is announced is found by its opening day, what is open by the deadlines that run.
create index consultations_by_opening on consultations.consultations (opens_on) where state = 'published' and not history;

create view consultations.published_consultations as
select
  'consultations.consultation:' || consultation.id as subject,
  consultation.id,
  consultation.institution_id,
  'consultation'::text as kind,
  consultation.lang,
  consultation.title,
  consultation.summary as body,
  consultation.published_at,
  consultation.changed_at,
  consultation.state,
  platform.topics_of('consultations.consultation:' || consultation.id) as topics,
  platform.places_of('consultations.consultation:' || consultation.id) as places,
  consultation.slug,
  consultation.register_year,
  consultation.register_number,
  consultation.act_kind,
  consultation.legal_basis,
  consultation.basis_rule,
  consultation.opens_on,
  deadline.due_on as closes_on,
  deadline.due_at as closes_at,
  consultation.history,
  consultation.contact_email,
  consultation.official_posting_url,
  consultation.official_posted_on,
  consultation.text_id,
  consultation.repeats_id,
  consultation.version,
  consultation.cancelled_at,
  consultation.cancel_reason,
  institution.slug as institution_slug,
  institution.zone
from consultations.consultations as consultation
join platform.institutions as institution on institution.id = consultation.institution_id
left join platform.deadlines as deadline
  on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
where consultation.state in ('published', 'cancelled');
