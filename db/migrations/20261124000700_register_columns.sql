-- The register of drafts and consultations: what each row tells of answers, report and act; what the register is narrowed by;
-- and the bonds that the thread of a matter reads besides the links. PostgreSQL 15.

-- One year for each row: that of its number, or, of what was taken over from older papers, of its first day.
create function consultations.register_year_of(numbered int, opens_on date, published_at timestamptz) returns int
  language sql immutable parallel safe as $$
  select coalesce(numbered, extract(year from opens_on)::int, extract(year from published_at at time zone 'UTC')::int)
$$;

create index consultations_of_year on consultations.consultations
  (consultations.register_year_of(register_year, opens_on, published_at), published_at desc, id desc)
  where state in ('published', 'cancelled');
create index consultations_of_act_kind on consultations.consultations (act_kind, published_at desc, id desc)
  where state in ('published', 'cancelled');
create index consultations_of_basis_rule on consultations.consultations (basis_rule, published_at desc, id desc)
  where state in ('published', 'cancelled') and basis_rule is not null;
create index consultations_concluded_newest on consultations.consultations (published_at desc, id desc)
  where state = 'published' and concluded_at is not null;
create index consultations_by_number on consultations.consultations
  (coalesce(register_year, 0) desc, coalesce(register_number, 0) desc, id desc) where state in ('published', 'cancelled');

create or replace view consultations.open_consultations as
select
  consultation.id as key,
  consultation.id,
  consultation.institution_slug as institution,
  case when consultation.register_number is not null
    then consultation.register_number || '/' || consultation.register_year end as number,
  consultation.title,
  consultation.lang,
  consultation.body as summary,
  consultation.act_kind,
  consultation.legal_basis,
  consultation.opens_on,
  consultation.closes_on,
  consultation.state,
  consultation.history,
  consultation.topics,
  consultation.places,
  consultation.version,
  (select count(*) from consultations.comments as comment
   where comment.consultation_id = consultation.id and comment.state = 'published')::int as comments,
  consultation.official_posting_url,
  consultation.official_posted_on,
  consultation.cancelled_at,
  consultation.cancel_reason,
  consultation.published_at,
  consultation.changed_at,
  '/konsultime/' || consultation.slug as url,
  consultation.stage,
  consultation.basis_rule,
  consultation.concluded_at,
  told.to_answer,
  told.answered,
  case when report.id is not null then '/konsultime/' || consultation.slug || '/raporti' end as report,
  act.adopted_on,
  act.adopted_reference
from consultations.published_consultations as consultation
cross join lateral (
  select count(*)::int as to_answer, (count(*) filter (where outcome.answer_version > 0))::int as answered
  from consultations.comment_outcomes as outcome where outcome.consultation_id = consultation.id
) as told
left join consultations.reports as report
  on report.consultation_id = consultation.id and report.state = 'published'
left join consultations.planned_act_consultations as planned on planned.consultation_id = consultation.id
left join consultations.planned_acts as act
  on act.id = planned.planned_act_id and act.state = 'published' and act.adopted_on is not null;

-- Bonds that stand in columns, as links: the thread of a matter reads them with `platform.links`.
create view consultations.bonds as
select 'consultations.consultation:' || consultation.id::text as from_ref,
       'consultations.consultation:' || consultation.repeats_id::text as to_ref,
       'repeats'::text as kind
from consultations.consultations as consultation where consultation.repeats_id is not null
union all
select 'consultations.consultation:' || planned.consultation_id::text, 'consultations.planned-act:' || planned.planned_act_id::text,
       'planned-as'
from consultations.planned_act_consultations as planned;

-- Each bond is found from both of its ends.
create index consultations_bond_from on consultations.consultations (('consultations.consultation:' || id::text))
  where repeats_id is not null;
create index consultations_bond_to on consultations.consultations (('consultations.consultation:' || repeats_id::text))
  where repeats_id is not null;
create index planned_bond_from on consultations.planned_act_consultations (('consultations.consultation:' || consultation_id::text));
create index planned_bond_to on consultations.planned_act_consultations (('consultations.planned-act:' || planned_act_id::text));
