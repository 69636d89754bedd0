-- The yearly plan of decision-making: what an institution means to decide in a year, when, and who proposes it; how that
-- went is reckoned from the consultations and the deed that came of it. PostgreSQL 15.

-- The plan as a whole: seen by the office until it is published. What everybody reads of it stands with its acts.
create table consultations.year_plans (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  year int not null constraint year_plan_year_plausible check (year between 1990 and 2200),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  published_at timestamptz,
  constraint year_plan_in_institution unique (institution_id, id),
  constraint year_plan_once unique (institution_id, year)
);
create index year_plans_newest on consultations.year_plans (year desc, institution_id);

create table consultations.planned_acts (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  plan_id uuid not null,
  year int not null,
  -- Its number in the plan of its institution and year, given when it becomes public.
  number int constraint planned_act_number_positive check (number > 0),
  title text not null constraint planned_act_title_length check (length(title) between 5 and 300),
  title_en text constraint planned_act_title_en_length check (length(title_en) between 5 and 300),
  -- What the plan does not say is null, and stays so.
  act_kind text constraint planned_act_kind_known check (act_kind in
    ('regulation', 'decision', 'draft-law', 'strategy', 'plan', 'budget', 'fees', 'other')),
  proposer text constraint planned_act_proposer_length check (length(proposer) between 2 and 200),
  -- First days of the first and the last month in which it is due: one month, a quarter, half a year. Null: not known.
  due_from date,
  due_to date,
  -- As it stood when it became public: what was promised does not change.
  promised_from date,
  promised_to date,
  consultation_planned boolean,
  deciding_body text constraint planned_act_body_length check (length(deciding_body) between 2 and 200),
  note text constraint planned_act_note_length check (length(note) between 2 and 2000),
  state text not null default 'draft' constraint planned_act_state_known check (state in ('draft', 'published', 'taken-down')),
  state_before text constraint planned_act_state_before_known check (state_before in ('published')),
  published_at timestamptz,
  -- It came after the plan had been published.
  added_later boolean not null default false,
  dropped_at timestamptz,
  drop_reason text constraint planned_act_drop_reason_length check (length(drop_reason) between 5 and 1000),
  -- The deed by which it was adopted; the act itself is linked as its `result`.
  adopted_on date,
  adopted_reference text constraint planned_act_reference_length check (length(adopted_reference) between 2 and 200),
  -- The entry of the year before that was not adopted and goes on here.
  carried_from_id uuid,
  import_id uuid references platform.table_imports (id),
  submission_id uuid constraint planned_act_submitted_once unique,
  version int not null default 1 constraint planned_act_version_positive check (version > 0),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint planned_act_in_institution unique (institution_id, id),
  constraint planned_act_numbered_once unique (institution_id, year, number),
  constraint planned_act_of_plan foreign key (institution_id, plan_id) references consultations.year_plans (institution_id, id),
  constraint planned_act_carried_in_institution foreign key (institution_id, carried_from_id)
    references consultations.planned_acts (institution_id, id),
  constraint planned_act_carried_once unique (carried_from_id, year),
  constraint planned_act_due_are_months check (
    extract(day from due_from) = 1 and extract(day from due_to) = 1 and due_to >= due_from),
  constraint planned_act_due_whole check ((due_from is null) = (due_to is null)),
  constraint planned_act_promised_whole check ((promised_from is null) = (promised_to is null)),
  constraint planned_act_public_is_complete check (state = 'draft' or (published_at is not null and number is not null)),
  constraint planned_act_dropped_says_why check ((dropped_at is null) = (drop_reason is null)),
  constraint planned_act_adopted_says_by_what check ((adopted_on is null) = (adopted_reference is null)),
  constraint planned_act_adopted_is_not_dropped check (adopted_on is null or dropped_at is null),
  constraint planned_act_before_takedown check ((state = 'taken-down') = (state_before is not null))
);
create index planned_acts_by_month on consultations.planned_acts (year, coalesce(due_from, date '2999-12-01'), id)
  where state = 'published';
create index planned_acts_of_institution on consultations.planned_acts
  (institution_id, year, coalesce(due_from, date '2999-12-01'), id);
create index planned_acts_of_plan on consultations.planned_acts (plan_id, coalesce(due_from, date '2999-12-01'), id);
create index planned_acts_due on consultations.planned_acts (due_from, id) where state = 'published';
create index planned_acts_changed on consultations.planned_acts (changed_at desc, id desc) where state = 'published';
create index planned_acts_of_import on consultations.planned_acts (import_id) where import_id is not null;

-- What became of a public entry, in its order, as everybody reads it: from which month to which, and why.
create table consultations.planned_act_changes (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  planned_act_id uuid not null,
  version int not null constraint planned_act_change_version_positive check (version > 0),
  kind text not null constraint planned_act_change_kind_known check (kind in
    ('published', 'added', 'changed', 'postponed', 'brought-forward', 'dropped', 'resumed', 'adopted', 'adoption-corrected')),
  from_due_from date,
  from_due_to date,
  to_due_from date,
  to_due_to date,
  -- Names of what else changed.
  fields text[] not null default '{}',
  reason text constraint planned_act_change_reason_length check (length(reason) between 5 and 1000),
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint planned_act_change_in_institution foreign key (institution_id, planned_act_id)
    references consultations.planned_acts (institution_id, id) on delete cascade
);
create index planned_act_changes_in_order on consultations.planned_act_changes (planned_act_id, id);

-- Which consultations an entry came to: each belongs to one at most.
create table consultations.planned_act_consultations (
  consultation_id uuid primary key,
  institution_id uuid not null,
  planned_act_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid references platform.accounts (id),
  -- Whoever follows the entry was told that its window opened.
  opening_told_at timestamptz,
  constraint planned_act_consultation_of_act foreign key (institution_id, planned_act_id)
    references consultations.planned_acts (institution_id, id) on delete cascade,
  constraint planned_act_consultation_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id) on delete cascade
);
create index planned_act_consultations_of_act on consultations.planned_act_consultations (planned_act_id, consultation_id);
create index planned_act_consultations_untold on consultations.planned_act_consultations (linked_at, consultation_id)
  where opening_told_at is null;

-- How far an entry is by its consultations: when the first was announced, and the window of the newest that stands. Nothing
-- of the clock: whoever reads it compares.
create function consultations.way_of_planned_act(of_act uuid)
  returns table (announced_on date, consultation_id uuid, opens_on date, closes_on date, opens_at timestamptz, closes_at timestamptz, history boolean)
  language sql stable
  as $$
    select min(public.announced_on) over (), public.id, public.opens_on, public.closes_on, public.opens_at, public.closes_at,
           public.history
    from (
      select consultation.id, consultation.opens_on, deadline.due_on as closes_on, consultation.history,
             consultation.published_at,
             case when consultation.history then consultation.opens_on
               else (consultation.published_at at time zone institution.zone)::date end as announced_on,
             consultation.opens_on::timestamp at time zone institution.zone as opens_at, deadline.due_at as closes_at
      from consultations.planned_act_consultations as link
      join consultations.consultations as consultation on consultation.id = link.consultation_id
      join platform.institutions as institution on institution.id = consultation.institution_id
      left join platform.deadlines as deadline
        on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
      where link.planned_act_id = of_act and consultation.state = 'published') as public
    order by public.published_at desc, public.id desc limit 1
  $$;

create view consultations.published_planned_acts as
select
  'consultations.planned-act:' || act.id as subject,
  act.id,
  act.institution_id,
  'planned-act'::text as kind,
  'sq'::text as lang,
  act.title,
  act.note as body,
  act.published_at,
  act.changed_at,
  act.state,
  platform.topics_of('consultations.planned-act:' || act.id) as topics,
  platform.places_of('consultations.planned-act:' || act.id) as places,
  act.year,
  act.number,
  act.title_en,
  act.act_kind,
  act.proposer,
  act.due_from,
  act.due_to,
  act.promised_from,
  act.promised_to,
  act.consultation_planned,
  act.deciding_body,
  act.added_later,
  act.dropped_at,
  act.drop_reason,
  act.adopted_on,
  act.adopted_reference,
  act.carried_from_id,
  act.version,
  institution.slug as institution_slug,
  institution.zone
from consultations.planned_acts as act
join platform.institutions as institution on institution.id = act.institution_id
where act.state = 'published';

create function consultations.months_late(promised_from date, promised_to date, done date) returns int
  language sql immutable
  as $$
    select case when months.after_last > 0 then months.after_last else least(0, months.after_first) end
    from (select ((extract(year from done) - extract(year from promised_to)) * 12
                  + extract(month from done) - extract(month from promised_to))::int as after_last,
                 ((extract(year from done) - extract(year from promised_from)) * 12
                  + extract(month from done) - extract(month from promised_from))::int as after_first) as months
    where done is not null and promised_to is not null
  $$;

create view consultations.open_planned_acts as
select
  act.id as key,
  act.id,
  act.institution_slug as institution,
  act.year,
  act.number,
  act.title,
  act.title_en,
  act.act_kind,
  act.proposer,
  act.deciding_body,
  act.consultation_planned,
  act.promised_from,
  act.promised_to,
  act.due_from,
  act.due_to,
  way.announced_on,
  way.opens_on,
  way.closes_on,
  act.adopted_on,
  act.adopted_reference,
  (act.dropped_at at time zone act.zone)::date as dropped_on,
  act.drop_reason,
  -- Whole months from the last one promised to the first deed that answers to it; below zero: before the first one promised.
  consultations.months_late(act.promised_from, act.promised_to, coalesce(way.announced_on, act.adopted_on)) as months_late,
  act.body as note,
  act.added_later,
  act.topics,
  act.places,
  act.version,
  act.published_at,
  act.changed_at,
  '/konsultime/plani/' || act.year || '/' || act.institution_slug || '-' || act.number as url
from consultations.published_planned_acts as act
left join lateral consultations.way_of_planned_act(act.id) as way on true;

-- The guards. What everybody reads does not change without an entry.
create constraint trigger planned_act_added_in_ledger after insert on consultations.planned_acts
  deferrable initially deferred for each row when (new.state = 'published')
  execute function platform.require_ledger_entry('always', 'consultations.planned-act', 'consultations.planned-act', 'id');
create constraint trigger planned_act_changed_in_ledger after update on consultations.planned_acts
  deferrable initially deferred for each row when (
    (old.state = 'published' or new.state = 'published')
    and (old.id, old.institution_id, old.year, old.number, old.title, old.title_en, old.act_kind, old.proposer, old.due_from,
         old.due_to, old.promised_from, old.promised_to, old.consultation_planned, old.deciding_body, old.note, old.state,
         old.published_at, old.added_later, old.dropped_at, old.drop_reason, old.adopted_on, old.adopted_reference,
         old.carried_from_id, old.version, old.changed_at)
      is distinct from
        (new.id, new.institution_id, new.year, new.number, new.title, new.title_en, new.act_kind, new.proposer, new.due_from,
         new.due_to, new.promised_from, new.promised_to, new.consultation_planned, new.deciding_body, new.note, new.state,
         new.published_at, new.added_later, new.dropped_at, new.drop_reason, new.adopted_on, new.adopted_reference,
         new.carried_from_id, new.version, new.changed_at))
  execute function platform.require_ledger_entry('always', 'consultations.planned-act', 'consultations.planned-act', 'id');
create constraint trigger planned_act_removed_in_ledger after delete on consultations.planned_acts
  deferrable initially deferred for each row when (old.state = 'published')
  execute function platform.require_ledger_entry('always', 'consultations.planned-act', 'consultations.planned-act', 'id');
create constraint trigger planned_act_change_in_ledger after insert or update or delete on consultations.planned_act_changes
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.planned-act', 'consultations.planned-act', 'planned_act_id');
create constraint trigger planned_act_consultation_in_ledger after insert or delete on consultations.planned_act_consultations
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.planned-act', 'consultations.planned-act', 'planned_act_id');
create constraint trigger planned_act_consultation_changed_in_ledger after update on consultations.planned_act_consultations
  deferrable initially deferred for each row when (
    (old.planned_act_id, old.consultation_id, old.linked_at) is distinct from
    (new.planned_act_id, new.consultation_id, new.linked_at))
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.planned-act', 'consultations.planned-act', 'planned_act_id');
