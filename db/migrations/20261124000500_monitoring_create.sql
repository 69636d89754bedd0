-- The monitoring of a consultation: the fifth section of the form of its plan, filled in while the consultation runs and after
-- it. What was reached is counted from the record and frozen with each version. PostgreSQL 15.

create table consultations.monitorings (
  -- A plan has one.
  plan_id uuid primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  lang text not null default 'sq' constraint monitoring_lang_known check (lang in ('sq', 'en')),
  state text not null default 'draft' constraint monitoring_state_known check (state in ('draft', 'published', 'taken-down')),
  -- What the coordinator writes: typed by src/modules/consultations/monitoring/monitoring-rules.ts.
  written jsonb not null constraint monitoring_written_object check (jsonb_typeof(written) = 'object')
    constraint monitoring_written_size check (octet_length(written::text) <= 200000),
  -- Rises with each change of what is written, so that two officials do not undo each other.
  revision int not null default 1 constraint monitoring_revision_positive check (revision > 0),
  written_at timestamptz not null,
  written_by uuid references platform.accounts (id),
  -- The newest version that everybody may read; 0: none yet.
  version int not null default 0 constraint monitoring_version_natural check (version >= 0),
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint monitoring_in_institution unique (institution_id, plan_id),
  constraint monitoring_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id),
  constraint monitoring_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint monitoring_draft_has_no_version check ((state = 'draft') = (version = 0) and (version = 0) = (published_at is null))
);
create index monitorings_of_consultation on consultations.monitorings (consultation_id);
create index monitorings_changed_public on consultations.monitorings (changed_at desc, plan_id) where version > 0;
create index monitorings_of_institution on consultations.monitorings (institution_id, published_at desc, plan_id desc) where version > 0;

-- What was published, for ever: what was planned then, what was counted then, what was said about it.
create table consultations.monitoring_versions (
  institution_id uuid not null,
  plan_id uuid not null,
  n int not null constraint monitoring_version_n_positive check (n > 0),
  -- Interim while the consultation is not concluded.
  stage text not null constraint monitoring_stage_known check (stage in ('interim', 'final')),
  -- As the plan was called then.
  title text not null constraint monitoring_version_title_length check (char_length(title) between 1 and 300),
  content jsonb not null constraint monitoring_version_object check (jsonb_typeof(content) = 'object')
    constraint monitoring_version_size check (octet_length(content::text) <= 500000),
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  -- Why it was written anew; null for the first.
  reason text constraint monitoring_version_reason_length check (char_length(reason) between 5 and 1000),
  primary key (plan_id, n),
  constraint monitoring_version_of_monitoring foreign key (institution_id, plan_id)
    references consultations.monitorings (institution_id, plan_id),
  constraint monitoring_version_says_why check ((n = 1) = (reason is null))
);
create function consultations.monitoring_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of a monitoring never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'monitoring_version_is_final';
end $$;
create trigger monitoring_version_is_final before update or delete on consultations.monitoring_versions
  for each row execute function consultations.monitoring_version_stands();

-- What became of an improvement measure when the next plan was written. Whether it was kept is told in the monitoring of that
-- plan.
create table consultations.measure_choices (
  institution_id uuid not null,
  -- The plan that is being written, and the one whose measure it is.
  plan_id uuid not null,
  from_plan_id uuid not null,
  about text not null constraint measure_choice_about_known check (about in
    ('on-time', 'on-budget', 'on-staff', 'methods', 'parties', 'participants', 'comments', 'other', 'methods-quality',
     'expectations-met', 'comments-quality', 'by-objectives')),
  words text not null constraint measure_choice_words_length check (char_length(words) between 1 and 2000),
  -- A measure has no number of its own: of the same plan, about the same thing, in the same words it is the same.
  digest text generated always as (md5(words)) stored,
  choice text not null constraint measure_choice_known check (choice in ('adopted', 'declined')),
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  primary key (plan_id, from_plan_id, about, digest),
  constraint measure_choice_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id),
  constraint measure_choice_from_plan foreign key (institution_id, from_plan_id)
    references consultations.plans (institution_id, id)
);
create index measure_choices_from_plan on consultations.measure_choices (from_plan_id);

create view consultations.recorded_monitorings as
select
  'consultations.monitoring:' || monitoring.plan_id as subject,
  monitoring.plan_id as id,
  monitoring.institution_id,
  'monitoring'::text as kind,
  monitoring.lang,
  said.title,
  ''::text as body,
  monitoring.published_at,
  said.published_at as changed_at,
  monitoring.state,
  platform.topics_of('consultations.plan:' || monitoring.plan_id) as topics,
  platform.places_of('consultations.plan:' || monitoring.plan_id) as places,
  monitoring.consultation_id,
  monitoring.version,
  said.stage,
  said.reason,
  case when monitoring.state <> 'taken-down' then said.content end as content
from consultations.monitorings as monitoring
join consultations.monitoring_versions as said on said.plan_id = monitoring.plan_id and said.n = monitoring.version
where monitoring.version > 0;

-- Gone with its plan or its consultation, without an entry of its own.
create view consultations.published_monitorings as
select one.subject, one.id, one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at,
       one.state, one.topics, one.places, one.consultation_id, one.version, one.stage, one.reason, one.content
from consultations.recorded_monitorings as one
where one.state = 'published'
  and exists (select from consultations.plans as plan where plan.id = one.id and plan.state = 'published')
  and not exists (
    select from consultations.consultations as consultation
    where consultation.id = one.consultation_id and consultation.state = 'taken-down');

-- One row an indicator.
create view consultations.open_monitoring as
select
  one.id || '-' || (indicator ->> 'key') as key,
  one.id || '-' || (indicator ->> 'key') as id,
  institution.slug as institution,
  one.id as plan,
  one.title,
  one.consultation_id as consultation,
  one.stage,
  one.version,
  one.reason,
  (one.content -> 'plan' ->> 'version')::int as plan_version,
  indicator ->> 'key' as indicator,
  indicator ->> 'name' as indicator_name,
  (indicator ->> 'selected')::boolean as selected,
  (indicator ->> 'plannedNumber')::int as planned,
  indicator ->> 'plannedWords' as planned_words,
  (indicator ->> 'computed')::int as computed,
  (indicator ->> 'corrected')::int as corrected,
  indicator ->> 'reason' as correction_reason,
  coalesce((indicator ->> 'corrected')::int, (indicator ->> 'computed')::int) as achieved,
  (indicator ->> 'adequate')::boolean as adequate,
  indicator ->> 'measure' as measure,
  one.published_at,
  one.changed_at,
  '/konsultime/plane/' || one.id || '/monitorimi' as url
from consultations.published_monitorings as one
join platform.institutions as institution on institution.id = one.institution_id
cross join lateral jsonb_array_elements(one.content -> 'indicators') as indicator;

-- The guard. What is only written asks nothing.
create constraint trigger monitoring_added_in_ledger after insert on consultations.monitorings
  deferrable initially deferred for each row when (new.version > 0)
  execute function platform.require_ledger_entry('always', 'consultations.monitoring', 'consultations.monitoring', 'plan_id');
create constraint trigger monitoring_changed_in_ledger after update on consultations.monitorings
  deferrable initially deferred for each row when (
    (old.version > 0 or new.version > 0)
    and (old.plan_id, old.institution_id, old.consultation_id, old.lang, old.state, old.version, old.published_at) is distinct from
        (new.plan_id, new.institution_id, new.consultation_id, new.lang, new.state, new.version, new.published_at))
  execute function platform.require_ledger_entry('always', 'consultations.monitoring', 'consultations.monitoring', 'plan_id');
create constraint trigger monitoring_removed_in_ledger after delete on consultations.monitorings
  deferrable initially deferred for each row when (old.version > 0)
  execute function platform.require_ledger_entry('always', 'consultations.monitoring', 'consultations.monitoring', 'plan_id');
create constraint trigger monitoring_version_in_ledger after insert on consultations.monitoring_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.monitoring', 'consultations.monitoring', 'plan_id');
