-- The report of a consultation: what its institution writes, and what is counted and gathered when it is published. Each
-- version is frozen. No words of citizens and no name stand in it: the matrix beside it is read from the comments as everybody
-- reads them today. PostgreSQL 15.

create table consultations.reports (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  lang text not null default 'sq' constraint report_lang_known check (lang in ('sq', 'en')),
  state text not null default 'draft' constraint report_state_known check (state in ('draft', 'published', 'taken-down')),
  -- What the institution writes, part by part: typed by src/modules/consultations/report/report-rules.ts.
  written jsonb not null default '{}' constraint report_written_object check (jsonb_typeof(written) = 'object')
    constraint report_written_size check (octet_length(written::text) <= 200000),
  -- Rises with each change of what is written, so that two officials do not undo each other.
  revision int not null default 1 constraint report_revision_positive check (revision > 0),
  written_at timestamptz not null,
  written_by uuid references platform.accounts (id),
  -- The newest version that everybody may read; 0: none yet.
  version int not null default 0 constraint report_version_natural check (version >= 0),
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint report_once unique (consultation_id),
  constraint report_in_institution unique (institution_id, id),
  constraint report_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint report_draft_has_no_version check ((state = 'draft') = (version = 0) and (version = 0) = (published_at is null))
);
create index reports_changed_public on consultations.reports (changed_at desc, id) where version > 0;
create index reports_of_institution on consultations.reports (institution_id, changed_at desc, id desc) where version > 0;

create table consultations.report_versions (
  institution_id uuid not null,
  report_id uuid not null,
  n int not null constraint report_version_n_positive check (n > 0),
  -- As the consultation was called then.
  title text not null constraint report_version_title_length check (length(title) between 1 and 300),
  -- What happens next, and in which words.
  outcome text not null constraint report_outcome_known check (outcome in ('to-decision', 'rewritten', 'given-up')),
  statement text not null constraint report_statement_length check (char_length(statement) between 10 and 2000),
  statement_en text constraint report_statement_en_length check (char_length(statement_en) between 10 and 2000),
  content jsonb not null constraint report_version_object check (jsonb_typeof(content) = 'object')
    constraint report_version_size check (octet_length(content::text) <= 2000000),
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  -- Why it was written anew; null for the first.
  reason text constraint report_version_reason_length check (char_length(reason) between 5 and 1000),
  form_id uuid constraint report_version_form_once unique,
  primary key (report_id, n),
  constraint report_version_of_report foreign key (institution_id, report_id) references consultations.reports (institution_id, id),
  constraint report_version_says_why check ((n = 1) = (reason is null))
);
create function consultations.report_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of a report never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'report_version_is_final';
end $$;
create trigger report_version_is_final before update or delete on consultations.report_versions
  for each row execute function consultations.report_version_stands();

-- Windows that closed and wait for their conclusion.
create index consultations_to_conclude on consultations.consultations (institution_id, id)
  where state = 'published' and concluded_at is null and not history;

create view consultations.recorded_reports as
select
  'consultations.report:' || report.id as subject,
  report.id,
  report.institution_id,
  'report'::text as kind,
  report.lang,
  said.title,
  case when report.state <> 'taken-down' then said.statement end as body,
  report.published_at,
  said.published_at as changed_at,
  report.state,
  platform.topics_of('consultations.consultation:' || report.consultation_id) as topics,
  platform.places_of('consultations.consultation:' || report.consultation_id) as places,
  report.consultation_id,
  report.version,
  said.outcome,
  case when report.state <> 'taken-down' then said.statement_en end as statement_en,
  said.reason,
  case when report.state <> 'taken-down' then said.content end as content
from consultations.reports as report
join consultations.report_versions as said on said.report_id = report.id and said.n = report.version
where report.version > 0;

create view consultations.published_reports as
select one.subject, one.id, one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at,
       one.state, one.topics, one.places, one.consultation_id, one.version, one.outcome, one.statement_en, one.reason,
       one.content
from consultations.recorded_reports as one
where one.state = 'published' and not exists (
  select from consultations.consultations as consultation
  where consultation.id = one.consultation_id and consultation.state = 'taken-down');

create view consultations.open_reports as
select
  one.id as key,
  one.id,
  consultation.institution_slug as institution,
  one.consultation_id as consultation,
  one.title,
  one.version,
  one.reason,
  one.outcome,
  one.body as statement,
  (figures.counted ->> 'comments')::int as comments,
  (figures.counted -> 'byDecision' ->> 'accepted')::int as accepted,
  (figures.counted -> 'byDecision' ->> 'partly-accepted')::int as partly_accepted,
  (figures.counted -> 'byDecision' ->> 'rejected')::int as rejected,
  (figures.counted -> 'byDecision' ->> 'outside-scope')::int as outside_scope,
  (figures.counted -> 'byDecision' ->> 'not-considered')::int as not_considered,
  (figures.counted -> 'byDecision' ->> 'unanswered')::int as unanswered,
  (figures.counted -> 'byChannel' ->> 'web')::int as by_web,
  (figures.counted -> 'byChannel' ->> 'email')::int as by_email,
  (figures.counted -> 'byChannel' ->> 'post')::int as by_post,
  (figures.counted -> 'byChannel' ->> 'counter')::int as by_counter,
  (figures.counted -> 'byChannel' ->> 'phone')::int as by_phone,
  (figures.counted -> 'byChannel' ->> 'meeting')::int as by_meeting,
  (figures.counted -> 'byChannel' ->> 'register')::int as by_register,
  (figures.counted ->> 'late')::int as late,
  (figures.counted ->> 'held')::int as held,
  (figures.counted ->> 'withdrawn')::int as withdrawn,
  (figures.counted ->> 'jointMembers')::int as joint_members,
  (figures.counted ->> 'groups')::int as groups,
  (figures.counted ->> 'parties')::int as parties,
  (figures.counted ->> 'meetings')::int as meetings,
  (figures.counted ->> 'participants')::int as participants,
  array(select jsonb_array_elements_text(figures.counted -> 'methods')) as methods,
  (figures.counted ->> 'answers')::int as answers,
  (figures.counted ->> 'corrected')::int as corrected,
  (figures.counted ->> 'daysToAnswerAll')::int as days_to_answer_all,
  one.published_at,
  one.changed_at,
  '/konsultime/' || consultation.slug || '/raporti' as url
from consultations.published_reports as one
join consultations.published_consultations as consultation on consultation.id = one.consultation_id
cross join lateral (select one.content -> 'figures' as counted) as figures;

-- The guard. What is only written asks nothing.
create constraint trigger report_added_in_ledger after insert on consultations.reports
  deferrable initially deferred for each row when (new.version > 0)
  execute function platform.require_ledger_entry('always', 'consultations.report', 'consultations.report', 'id');
create constraint trigger report_changed_in_ledger after update on consultations.reports
  deferrable initially deferred for each row when (
    (old.version > 0 or new.version > 0)
    and (old.id, old.institution_id, old.consultation_id, old.lang, old.state, old.version, old.published_at) is distinct from
        (new.id, new.institution_id, new.consultation_id, new.lang, new.state, new.version, new.published_at))
  execute function platform.require_ledger_entry('always', 'consultations.report', 'consultations.report', 'id');
create constraint trigger report_removed_in_ledger after delete on consultations.reports
  deferrable initially deferred for each row when (old.version > 0)
  execute function platform.require_ledger_entry('always', 'consultations.report', 'consultations.report', 'id');
create constraint trigger report_version_in_ledger after insert on consultations.report_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.report', 'consultations.report', 'report_id');
