-- The yearly report of an institution on the transparency of its decision-making: its words, and the figures that the record
-- gave when it was published, frozen with every version. And its reply to the comparison of institutions. PostgreSQL 15.

create table consultations.year_reports (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  year int not null constraint year_report_year_plausible check (year between 1990 and 2200),
  lang text not null default 'sq' constraint year_report_lang_known check (lang in ('sq', 'en')),
  state text not null default 'draft' constraint year_report_state_known check (state in ('draft', 'published', 'taken-down')),
  -- As they are worked on; what everybody reads stands with the version.
  introduction text constraint year_report_introduction_length check (char_length(introduction) between 1 and 5000),
  difficulties text constraint year_report_difficulties_length check (char_length(difficulties) between 1 and 5000),
  measures text constraint year_report_measures_length check (char_length(measures) between 1 and 5000),
  -- Acts adopted in the year that stand in no plan here: the institution says so, nobody can count them.
  other_acts int constraint year_report_other_acts_sensible check (other_acts between 0 and 100000),
  -- Rises with every change of the words, so that two officials do not undo each other.
  revision int not null default 1 constraint year_report_revision_positive check (revision > 0),
  written_at timestamptz not null,
  written_by uuid references platform.accounts (id),
  -- The newest version that everybody may read; 0: none yet.
  version int not null default 0 constraint year_report_version_natural check (version >= 0),
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint year_report_in_institution unique (institution_id, id),
  constraint year_report_once unique (institution_id, year),
  constraint year_report_draft_has_no_version check ((state = 'draft') = (version = 0) and (version = 0) = (published_at is null))
);
create index year_reports_newest on consultations.year_reports (year desc, institution_id);
create index year_reports_public on consultations.year_reports (year desc, institution_id) where state = 'published';
create index year_reports_changed_public on consultations.year_reports (changed_at desc, id) where state = 'published';

create table consultations.year_report_versions (
  institution_id uuid not null,
  report_id uuid not null,
  n int not null constraint year_report_version_n_positive check (n > 0),
  introduction text constraint year_report_version_introduction_length check (char_length(introduction) between 1 and 5000),
  difficulties text constraint year_report_version_difficulties_length check (char_length(difficulties) between 1 and 5000),
  measures text constraint year_report_version_measures_length check (char_length(measures) between 1 and 5000),
  other_acts int constraint year_report_version_other_acts_sensible check (other_acts between 0 and 100000),
  -- By name, as src/modules/consultations/transparency/year-figure-rules.ts lists them.
  figures jsonb not null constraint year_report_version_figures_object check (jsonb_typeof(figures) = 'object')
    constraint year_report_version_figures_size check (octet_length(figures::text) <= 20000),
  counted_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  -- Why it was published again; null for the first.
  reason text constraint year_report_version_reason_length check (char_length(reason) between 5 and 1000),
  form_id uuid constraint year_report_version_once unique,
  primary key (report_id, n),
  constraint year_report_version_of_report foreign key (institution_id, report_id)
    references consultations.year_reports (institution_id, id),
  constraint year_report_version_says_why check ((n = 1) = (reason is null))
);
create function consultations.year_report_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of a yearly report never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'year_report_version_is_final';
end $$;
create trigger year_report_version_is_final before update or delete on consultations.year_report_versions
  for each row execute function consultations.year_report_version_stands();

create view consultations.published_year_reports as
select
  'consultations.year-report:' || report.id as subject,
  report.id,
  report.institution_id,
  'year-report'::text as kind,
  report.lang,
  'Raporti vjetor për transparencën e vendimmarrjes, ' || report.year as title,
  concat_ws(E'\n\n', version.introduction, version.difficulties, version.measures) as body,
  report.published_at,
  version.published_at as changed_at,
  report.state,
  platform.topics_of('consultations.year-report:' || report.id) as topics,
  platform.places_of('consultations.year-report:' || report.id) as places,
  report.year,
  report.version,
  version.introduction,
  version.difficulties,
  version.measures,
  version.other_acts,
  version.figures,
  version.counted_at,
  version.reason,
  institution.slug as institution_slug,
  institution.zone
from consultations.year_reports as report
join consultations.year_report_versions as version on version.report_id = report.id and version.n = report.version
join platform.institutions as institution on institution.id = report.institution_id
where report.state = 'published';

create view consultations.open_year_reports as
select
  report.id as key,
  report.id,
  report.institution_slug as institution,
  report.year,
  report.version,
  report.counted_at,
  (report.figures ->> 'adopted_acts')::int as adopted_acts,
  report.other_acts,
  (report.figures ->> 'adopted_consulted')::int as adopted_consulted,
  (report.figures ->> 'drafts_consulted')::int as drafts_consulted,
  (report.figures ->> 'closed')::int as closed,
  (report.figures ->> 'cancelled')::int as cancelled,
  (report.figures ->> 'comments')::int as comments,
  (report.figures ->> 'accepted')::int as accepted,
  (report.figures ->> 'partly_accepted')::int as partly_accepted,
  (report.figures ->> 'rejected')::int as rejected,
  (report.figures ->> 'outside_scope')::int as outside_scope,
  (report.figures ->> 'not_considered')::int as not_considered,
  (report.figures ->> 'unanswered')::int as unanswered,
  (report.figures ->> 'meetings')::int as meetings,
  (report.figures ->> 'participants')::int as participants,
  report.introduction,
  report.difficulties,
  report.measures,
  report.reason,
  report.published_at,
  report.changed_at,
  make_date(report.year, 12, 31) as day,
  '/konsultime/raporte-vjetore/' || report.year || '/' || report.institution_slug as url
from consultations.published_year_reports as report;

-- What an institution says to its row of the comparison: at once beside it, each wording kept, withdrawn where all can see it.
create table consultations.year_replies (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  year int not null constraint year_reply_year_plausible check (year between 1990 and 2200),
  lang text not null default 'sq' constraint year_reply_lang_known check (lang in ('sq', 'en')),
  state text not null constraint year_reply_state_known check (state in ('published', 'withdrawn', 'taken-down')),
  state_before text constraint year_reply_state_before_known check (state_before in ('published', 'withdrawn')),
  version int not null constraint year_reply_version_positive check (version > 0),
  published_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint year_reply_in_institution unique (institution_id, id),
  constraint year_reply_once unique (institution_id, year),
  constraint year_reply_withdrawn_when check (state = 'taken-down' or (state = 'withdrawn') = (withdrawn_at is not null)),
  constraint year_reply_before_takedown check ((state = 'taken-down') = (state_before is not null))
);
create index year_replies_of_year on consultations.year_replies (year, institution_id);
create index year_replies_changed on consultations.year_replies (changed_at desc, id);

create table consultations.year_reply_versions (
  institution_id uuid not null,
  reply_id uuid not null,
  n int not null constraint year_reply_version_n_positive check (n > 0),
  words text not null constraint year_reply_length check (char_length(words) between 10 and 2000),
  -- As which role: officials act under their role.
  role text not null constraint year_reply_role_length check (char_length(role) between 2 and 200),
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  form_id uuid constraint year_reply_version_once unique,
  primary key (reply_id, n),
  constraint year_reply_version_of_reply foreign key (institution_id, reply_id)
    references consultations.year_replies (institution_id, id)
);
create function consultations.year_reply_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published reply never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'year_reply_version_is_final';
end $$;
create trigger year_reply_version_is_final before update or delete on consultations.year_reply_versions
  for each row execute function consultations.year_reply_version_stands();

create view consultations.published_year_replies as
select
  'consultations.year-reply:' || reply.id as subject,
  reply.id,
  reply.institution_id,
  'year-reply'::text as kind,
  reply.lang,
  'Përgjigje ndaj krahasimit, ' || reply.year as title,
  case when reply.state = 'published' then version.words end as body,
  reply.published_at,
  reply.changed_at,
  reply.state,
  platform.topics_of('consultations.year-reply:' || reply.id) as topics,
  platform.places_of('consultations.year-reply:' || reply.id) as places,
  reply.year,
  reply.version,
  version.role,
  version.published_at as said_at,
  reply.withdrawn_at,
  institution.slug as institution_slug,
  institution.zone
from consultations.year_replies as reply
join consultations.year_reply_versions as version on version.reply_id = reply.id and version.n = reply.version
join platform.institutions as institution on institution.id = reply.institution_id
where reply.state in ('published', 'withdrawn');

-- What a year is counted by.
create index deadlines_of_comments_by_due on platform.deadlines (due_on, subject) where slot = 'comments';
create index consultations_public_by_opening on consultations.consultations (opens_on, id) where state in ('published', 'cancelled');
create index consultations_by_cancelling on consultations.consultations (cancelled_at, id) where state = 'cancelled';
create index planned_acts_by_adoption on consultations.planned_acts (adopted_on, institution_id)
  where state = 'published' and adopted_on is not null;

-- The guards. What is only worked on asks nothing.
create constraint trigger year_report_added_in_ledger after insert on consultations.year_reports
  deferrable initially deferred for each row when (new.state = 'published')
  execute function platform.require_ledger_entry('always', 'consultations.year-report', 'consultations.year-report', 'id');
create constraint trigger year_report_changed_in_ledger after update on consultations.year_reports
  deferrable initially deferred for each row when (
    (old.state = 'published' or new.state = 'published')
    and (old.id, old.institution_id, old.year, old.lang, old.state, old.version, old.published_at) is distinct from
        (new.id, new.institution_id, new.year, new.lang, new.state, new.version, new.published_at))
  execute function platform.require_ledger_entry('always', 'consultations.year-report', 'consultations.year-report', 'id');
create constraint trigger year_report_removed_in_ledger after delete on consultations.year_reports
  deferrable initially deferred for each row when (old.state = 'published')
  execute function platform.require_ledger_entry('always', 'consultations.year-report', 'consultations.year-report', 'id');
create constraint trigger year_report_version_in_ledger after insert on consultations.year_report_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.year-report', 'consultations.year-report', 'report_id');
create constraint trigger year_reply_in_ledger after insert or update or delete on consultations.year_replies
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.year-reply', 'consultations.year-reply', 'id');
create constraint trigger year_reply_version_in_ledger after insert on consultations.year_reply_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.year-reply', 'consultations.year-reply', 'reply_id');
