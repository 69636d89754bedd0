-- What is counted of acts: the indexes of the figures, and the yearly report of an institution on its decision-making: its
-- words, and the figures that the record gave when it was published, frozen with every version. PostgreSQL 15.

-- Counted without opening the acts themselves: kinds, months, proposers, legality, days.
create index acts_counted on council_acts.acts (institution_id, year) include
  (kind, adopted_on, proposer_kind, restricted, legality, history, state, numbered_at, announced_on, announce_by, in_force_from,
   in_force_to, suspended_from, stated_force)
  where state in ('numbered', 'announced');
create index acts_counted_of_year on council_acts.acts (year, institution_id) where state in ('numbered', 'announced');

-- The id in a reference of another module; null where it is none. So that its record is found by its key.
create function council_acts.id_in(ref text) returns uuid language sql immutable as $$
  select case when split_part(ref, ':', 2) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then split_part(ref, ':', 2)::uuid end
$$;

create table council_acts.decision_reports (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  year int not null constraint decision_report_year_plausible check (year between 1990 and 2200),
  lang text not null default 'sq' constraint decision_report_lang_known check (lang in ('sq', 'en')),
  state text not null default 'draft' constraint decision_report_state_known check (state in ('draft', 'published', 'taken-down')),
  -- As they are worked on, by part: {"plan": {"sq": "…", "en": null}}. What everybody reads stands with the version.
  words jsonb not null default '{}' constraint decision_report_words_object check (jsonb_typeof(words) = 'object')
    constraint decision_report_words_size check (octet_length(words::text) <= 300000),
  -- Rises with every change of the words, so that two officials do not undo each other.
  revision int not null default 1 constraint decision_report_revision_positive check (revision > 0),
  written_at timestamptz not null,
  written_by uuid references platform.accounts (id),
  -- The newest version that everybody may read; 0: none yet.
  version int not null default 0 constraint decision_report_version_natural check (version >= 0),
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint decision_report_in_institution unique (institution_id, id),
  constraint decision_report_once unique (institution_id, year),
  constraint decision_report_draft_has_no_version check
    ((state = 'draft') = (version = 0) and (version = 0) = (published_at is null))
);
create index decision_reports_public on council_acts.decision_reports (year desc, institution_id) where state = 'published';
create index decision_reports_of_year on council_acts.decision_reports (year, institution_id);

create table council_acts.decision_report_versions (
  institution_id uuid not null,
  report_id uuid not null,
  n int not null constraint decision_report_version_n_positive check (n > 0),
  words jsonb not null constraint decision_report_version_words_object check (jsonb_typeof(words) = 'object')
    constraint decision_report_version_words_size check (octet_length(words::text) <= 300000),
  -- By name, as src/modules/council-acts/figures/report-figure-rules.ts lists them.
  figures jsonb not null constraint decision_report_version_figures_object check (jsonb_typeof(figures) = 'object')
    constraint decision_report_version_figures_size check (octet_length(figures::text) <= 20000),
  counted_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  -- Why it was published again; null for the first.
  reason text constraint decision_report_version_reason_length check (char_length(reason) between 5 and 1000),
  form_id uuid constraint decision_report_version_once unique,
  primary key (report_id, n),
  constraint decision_report_version_of_report foreign key (institution_id, report_id)
    references council_acts.decision_reports (institution_id, id),
  constraint decision_report_version_says_why check ((n = 1) = (reason is null))
);
create function council_acts.decision_report_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of a report on decision-making never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'decision_report_version_is_final';
end $$;
create trigger decision_report_version_is_final before update or delete on council_acts.decision_report_versions
  for each row execute function council_acts.decision_report_version_stands();

create view council_acts.published_decision_reports as
select
  'council-acts.decision-report:' || report.id as subject,
  report.id,
  report.institution_id,
  'decision-report'::text as kind,
  report.lang,
  'Raporti vjetor i vendimmarrjes, ' || report.year as title,
  (select string_agg(part.value ->> 'sq', E'\n\n' order by part.key) from jsonb_each(version.words) as part) as body,
  report.published_at,
  version.published_at as changed_at,
  report.state,
  platform.topics_of('council-acts.decision-report:' || report.id) as topics,
  platform.places_of('council-acts.decision-report:' || report.id) as places,
  report.year,
  report.version,
  version.words,
  version.figures,
  version.counted_at,
  version.reason,
  institution.slug as institution_slug,
  institution.zone
from council_acts.decision_reports as report
join council_acts.decision_report_versions as version on version.report_id = report.id and version.n = report.version
join platform.institutions as institution on institution.id = report.institution_id
where report.state = 'published';

-- One row a figure, so that a new figure is a new row and no new column.
create view council_acts.open_decision_figures as
select
  report.institution_slug || '-' || report.year || '-' || figure.key as key,
  report.institution_slug || '-' || report.year || '-' || figure.key as id,
  report.institution_slug as institution,
  report.year,
  figure.key as figure,
  (figure.value #>> '{}')::numeric::double precision as value,
  report.version,
  report.counted_at,
  report.published_at,
  report.changed_at,
  make_date(report.year, 12, 31) as day,
  '/aktet/raportet/' || report.institution_slug || '/' || report.year as url
from council_acts.published_decision_reports as report
cross join lateral jsonb_each(report.figures) as figure;

-- The guards. What is only worked on asks nothing.
create constraint trigger decision_report_added_in_ledger after insert on council_acts.decision_reports
  deferrable initially deferred for each row when (new.state = 'published')
  execute function platform.require_ledger_entry('always', 'council-acts.decision-report', 'council-acts.decision-report', 'id');
create constraint trigger decision_report_changed_in_ledger after update on council_acts.decision_reports
  deferrable initially deferred for each row when (
    (old.state = 'published' or new.state = 'published')
    and (old.id, old.institution_id, old.year, old.lang, old.state, old.version, old.published_at) is distinct from
        (new.id, new.institution_id, new.year, new.lang, new.state, new.version, new.published_at))
  execute function platform.require_ledger_entry('always', 'council-acts.decision-report', 'council-acts.decision-report', 'id');
create constraint trigger decision_report_removed_in_ledger after delete on council_acts.decision_reports
  deferrable initially deferred for each row when (old.state = 'published')
  execute function platform.require_ledger_entry('always', 'council-acts.decision-report', 'council-acts.decision-report', 'id');
create constraint trigger decision_report_version_in_ledger after insert on council_acts.decision_report_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'always', 'council-acts.decision-report', 'council-acts.decision-report', 'report_id');
