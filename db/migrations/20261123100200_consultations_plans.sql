-- The plan of a consultation: five sections, written in the office one by one, published as versions that never change. It may
-- stand before its consultation does; `platform.links` (plan-of) says which it belongs to. PostgreSQL 15.

create table consultations.plans (
  id uuid primary key,
  institution_id uuid not null references platform.institutions (id),
  lang text not null default 'sq' constraint plan_lang_known check (lang in ('sq', 'en')),
  -- As the draft says it now; what everybody reads stands with the version.
  title text not null constraint plan_title_length check (length(title) between 5 and 300),
  state text not null default 'draft' constraint plan_state_known check (state in ('draft', 'published', 'taken-down')),
  -- The newest version that everybody may read; 0: none yet.
  version int not null default 0 constraint plan_version_natural check (version >= 0),
  copied_from_id uuid references consultations.plans (id),
  created_at timestamptz not null,
  created_by uuid references platform.accounts (id),
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint plan_in_institution unique (institution_id, id),
  constraint plan_draft_has_no_version check ((state = 'draft') = (version = 0) and (version = 0) = (published_at is null))
);
create index plans_of_institution on consultations.plans (institution_id, changed_at desc, id desc);
create index plans_changed on consultations.plans (changed_at desc, id desc);
create index plans_changed_public on consultations.plans (changed_at desc, id) where state = 'published';
create index plans_by_copied on consultations.plans (copied_from_id) where copied_from_id is not null;

-- The draft, section by section: typed by src/modules/consultations/plan/content-rules.ts, each with a lock of its own, so that
-- two people can work on two sections.
create table consultations.plan_sections (
  plan_id uuid not null references consultations.plans (id) on delete cascade,
  section smallint not null constraint plan_section_known check (section between 1 and 5),
  content jsonb not null constraint plan_section_object check (jsonb_typeof(content) = 'object')
    constraint plan_section_size check (octet_length(content::text) <= 100000),
  version int not null default 1 constraint plan_section_version_positive check (version > 0),
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id),
  primary key (plan_id, section)
);

-- What was published, for ever.
create table consultations.plan_versions (
  institution_id uuid not null,
  plan_id uuid not null,
  n int not null constraint plan_version_n_positive check (n > 0),
  title text not null constraint plan_version_title_length check (length(title) between 5 and 300),
  title_en text constraint plan_version_title_en_length check (length(title_en) between 5 and 300),
  act_kind text not null constraint plan_act_kind_known check (act_kind in
    ('regulation', 'decision', 'draft-law', 'strategy', 'plan', 'budget', 'fees', 'other')),
  content jsonb not null constraint plan_version_object check (jsonb_typeof(content) = 'object')
    constraint plan_version_size check (octet_length(content::text) <= 500000),
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  -- Why it was changed; null for the first.
  reason text constraint plan_version_reason_length check (length(reason) between 5 and 1000),
  primary key (plan_id, n),
  constraint plan_version_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id),
  constraint plan_version_says_why check ((n = 1) = (reason is null))
);
create function consultations.plan_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published version of a plan never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'plan_version_is_final';
end $$;
create trigger plan_version_is_final before update or delete on consultations.plan_versions
  for each row execute function consultations.plan_version_stands();

-- What others count and compute on, of the newest version: made of its content by one function (rows-rules.ts).
create table consultations.plan_audiences (
  institution_id uuid not null,
  plan_id uuid not null,
  ordinal int not null constraint plan_audience_ordinal_positive check (ordinal > 0),
  name text not null,
  -- 1: preliminary, 2: on the draft.
  type smallint not null constraint plan_audience_type_known check (type in (1, 2)),
  categories text[] not null,
  methods text[] not null,
  channels text[] not null,
  -- In the words of the institution, beside the closed lists: offered again in its next plan.
  other_methods text[] not null,
  other_channels text[] not null,
  primary key (plan_id, ordinal),
  constraint plan_audience_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id)
);
create index plan_audiences_of_institution on consultations.plan_audiences (institution_id, plan_id);

create table consultations.plan_activities (
  institution_id uuid not null,
  plan_id uuid not null,
  ordinal int not null constraint plan_activity_ordinal_positive check (ordinal > 0),
  -- Of section 1 the audience that it is planned for; null: a step of the timeline.
  audience int,
  kind text not null constraint plan_activity_kind_known check (kind in
    ('group-meeting', 'workshop', 'public-meeting', 'consultative-meeting', 'hearing', 'round-table', 'other')),
  words text,
  planned_count int constraint plan_activity_count_positive check (planned_count between 1 and 1000),
  held boolean,
  -- A day, a month or a year, as far as it is known.
  from_day text constraint plan_activity_from_shape check (from_day ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_day text constraint plan_activity_to_shape check (to_day ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  primary key (plan_id, ordinal),
  constraint plan_activity_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id),
  constraint plan_activity_counted_or_told check ((audience is null) = (planned_count is null) and (audience is null) = (held is not null))
);

create table consultations.plan_indicators (
  institution_id uuid not null,
  plan_id uuid not null,
  key text not null constraint plan_indicator_known check (key in ('methods', 'parties', 'participants', 'comments', 'other')),
  name text,
  selected boolean not null,
  planned_words text,
  planned_number int constraint plan_indicator_planned_natural check (planned_number >= 0),
  -- Filled while monitoring: the figure that stands, how it was come by where it is not the computed one, and whether it is
  -- enough.
  achieved_number int constraint plan_indicator_achieved_natural check (achieved_number >= 0),
  achieved_words text constraint plan_indicator_achieved_length check (length(achieved_words) between 1 and 1000),
  achieved_reason text constraint plan_indicator_reason_length check (length(achieved_reason) between 5 and 1000),
  adequate boolean,
  improvement text constraint plan_indicator_improvement_length check (length(improvement) between 1 and 2000),
  primary key (plan_id, key),
  constraint plan_indicator_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id)
);

-- Every improvement measure of a plan: shown when the same institution writes its next one.
create table consultations.plan_measures (
  institution_id uuid not null,
  plan_id uuid not null,
  ordinal int not null constraint plan_measure_ordinal_positive check (ordinal > 0),
  about text not null constraint plan_measure_about_known check (about in
    ('on-time', 'on-budget', 'on-staff', 'methods', 'parties', 'participants', 'comments', 'other', 'methods-quality',
     'expectations-met', 'comments-quality', 'by-objectives')),
  words text not null constraint plan_measure_length check (length(words) between 1 and 2000),
  primary key (plan_id, ordinal),
  constraint plan_measure_of_plan foreign key (institution_id, plan_id) references consultations.plans (institution_id, id)
);
create index plan_measures_of_institution on consultations.plan_measures (institution_id, plan_id);

create view consultations.published_plans as
select
  'consultations.plan:' || plan.id as subject,
  plan.id,
  plan.institution_id,
  'plan'::text as kind,
  plan.lang,
  version.title,
  coalesce(version.content -> 'responses' ->> 'words', '') as body,
  plan.published_at,
  version.published_at as changed_at,
  plan.state,
  platform.topics_of('consultations.plan:' || plan.id) as topics,
  platform.places_of('consultations.plan:' || plan.id) as places,
  version.title_en,
  version.act_kind,
  version.n as version,
  version.reason,
  version.content,
  institution.slug as institution_slug,
  institution.zone
from consultations.plans as plan
join consultations.plan_versions as version on version.plan_id = plan.id and version.n = plan.version
join platform.institutions as institution on institution.id = plan.institution_id
where plan.state = 'published';

create view consultations.open_plans as
select
  plan.id as key,
  plan.id,
  plan.institution_slug as institution,
  plan.title,
  plan.lang,
  plan.act_kind,
  plan.version,
  (select count(*) from consultations.plan_audiences as audience where audience.plan_id = plan.id)::int as audiences,
  (select coalesce(sum(activity.planned_count), 0) from consultations.plan_activities as activity
   where activity.plan_id = plan.id)::int as planned_activities,
  (select count(*) from consultations.plan_activities as activity
   where activity.plan_id = plan.id and activity.audience is null)::int as timeline_activities,
  (select count(*) from consultations.plan_indicators as indicator
   where indicator.plan_id = plan.id and indicator.selected)::int as indicators,
  (select count(*) from consultations.plan_measures as measure where measure.plan_id = plan.id)::int as measures,
  (select consultation.id from platform.links as link
   join consultations.published_consultations as consultation on consultation.subject = link.to_ref
   where link.from_ref = plan.subject and link.kind = 'plan-of' and link.ended_at is null
   order by link.at, link.id limit 1) as consultation,
  plan.published_at,
  plan.changed_at,
  '/konsultime/plane/' || plan.id as url
from consultations.published_plans as plan;

-- The guard. A draft asks nothing.
create constraint trigger plan_added_in_ledger after insert on consultations.plans
  deferrable initially deferred for each row when (new.state = 'published')
  execute function platform.require_ledger_entry('always', 'consultations.plan', 'consultations.plan', 'id');
create constraint trigger plan_changed_in_ledger after update on consultations.plans
  deferrable initially deferred for each row when (
    (old.state = 'published' or new.state = 'published')
    and (old.id, old.institution_id, old.lang, old.state, old.version, old.published_at) is distinct from
        (new.id, new.institution_id, new.lang, new.state, new.version, new.published_at))
  execute function platform.require_ledger_entry('always', 'consultations.plan', 'consultations.plan', 'id');
create constraint trigger plan_removed_in_ledger after delete on consultations.plans
  deferrable initially deferred for each row when (old.state = 'published')
  execute function platform.require_ledger_entry('always', 'consultations.plan', 'consultations.plan', 'id');
create constraint trigger plan_version_in_ledger after insert on consultations.plan_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.plan', 'consultations.plan', 'plan_id');
create constraint trigger plan_audience_in_ledger after insert or update or delete on consultations.plan_audiences
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.plan', 'consultations.plan', 'plan_id');
create constraint trigger plan_activity_in_ledger after insert or update or delete on consultations.plan_activities
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.plan', 'consultations.plan', 'plan_id');
create constraint trigger plan_indicator_in_ledger after insert or update or delete on consultations.plan_indicators
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.plan', 'consultations.plan', 'plan_id');
create constraint trigger plan_measure_in_ledger after insert or update or delete on consultations.plan_measures
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.plan', 'consultations.plan', 'plan_id');
