-- The public register of acts, its gaps, and what the institution says about them. PostgreSQL 15.

-- The title as everybody reads it, folded, to be found by a part of it.
alter table council_acts.acts add column title_plain text
  generated always as (platform.plain(case when restricted then public_title else title end)) stored;
alter table council_acts.acts alter column title_plain set statistics 500;
create index acts_by_title on council_acts.acts using gin (title_plain gin_trgm_ops) where state in ('numbered', 'announced', 'void');
create index acts_by_printed_number on council_acts.acts (lower(number_words))
  where number_words is not null and state in ('numbered', 'announced', 'void');
create index acts_by_serial on council_acts.acts (serial, year) where serial is not null and state in ('numbered', 'announced', 'void');
create index acts_register_of_commission_words on council_acts.acts
  (institution_id, commission_words, (coalesce(adopted_on, date '0001-01-01')) desc, id desc)
  where commission_words is not null and state in ('numbered', 'announced', 'void');
-- The register by number, the newest year first.
create index acts_register_by_number on council_acts.acts (year desc nulls last, serial desc nulls last, id desc)
  include (adopted_on, institution_id, kind, nature, state, legality, commission_id, restricted, proposer_kind,
           in_force_from, in_force_to, suspended_from, stated_force)
  where state in ('numbered', 'announced', 'void');
create index acts_late on council_acts.acts (institution_id, year) where announced_on > announce_by and state = 'announced';
create index acts_unannounced on council_acts.acts (institution_id, announce_by) where state = 'numbered' and announce_by is not null;
create index acts_stopped on council_acts.acts ((coalesce(adopted_on, date '0001-01-01')) desc, id desc)
  where (suspended_from is not null or stated_force = 'suspended') and state in ('numbered', 'announced', 'void');
-- Days on which something comes into force, for the calendar.
create index acts_into_force on council_acts.acts (in_force_from, id) where in_force_from is not null and state = 'announced';

-- Whether an act holds on a day, as the program reckons it.
create function council_acts.force_on(day date, state text, from_day date, to_day date, stopped date, stated text)
  returns text language sql immutable parallel safe as $$
  select case
    when state = 'void' then 'never'
    when day >= to_day then 'repealed'
    when day < from_day then 'not-yet'
    when from_day is not null and day >= stopped then 'suspended'
    when from_day is not null then 'in-force'
    when stated = 'amended' then 'in-force'
    when stated is not null then stated
    when state in ('numbered', 'draft') then 'not-yet'
    else 'not-known' end
$$;

-- What narrows and orders the register, without what only one page of it shows: it is read from an index alone.
create view council_acts.register_rows as
select
  act.id,
  act.institution_id,
  coalesce(act.adopted_on, date '0001-01-01') as day,
  act.kind as act_kind,
  act.nature,
  act.year,
  act.serial,
  act.number_words,
  act.state,
  act.legality,
  act.commission_id,
  act.commission_words,
  act.restricted,
  case when not act.restricted then act.proposer_kind end as proposer_kind,
  act.in_force_from,
  act.in_force_to,
  act.suspended_from,
  act.stated_force,
  act.title_plain,
  act.announced_on,
  act.announce_by
from council_acts.acts as act
where act.state in ('numbered', 'announced', 'void');

-- The numbers that are taken, whoever has them: that of an act that left the public is not missing.
create view council_acts.register_numbers as
select act.institution_id, act.year, act.series, act.serial, act.state, act.numbered_at is not null as given_here
from council_acts.acts as act
where act.serial is not null and act.year is not null and act.state <> 'draft';

-- Numbers that nothing has, as ranges: from 1 where numbers of that year were given here, else from the first that is known.
create view council_acts.number_gaps as
select held.institution_id, held.year, held.series, held.before + 1 as first, held.serial - 1 as last
from (
  select taken.institution_id, taken.year, taken.series, taken.serial,
         coalesce(lag(taken.serial) over row_of_numbers,
                  case when bool_or(taken.given_here) over (partition by taken.institution_id, taken.year, taken.series)
                       then 0 else taken.serial - 1 end) as before
  from council_acts.register_numbers as taken
  window row_of_numbers as (partition by taken.institution_id, taken.year, taken.series order by taken.serial)
) as held
where held.serial > held.before + 1;

-- What the institution says about a number that is missing.
create view council_acts.published_gap_notes as
select
  'council-acts.gap-note:' || note.id as subject,
  note.id,
  note.institution_id,
  'gap-note'::text as kind,
  'sq'::text as lang,
  note.serial || coalesce('–' || note.until, '') || '/' || note.year as title,
  note.words as body,
  note.noted_at as published_at,
  coalesce(note.changed_at, note.noted_at) as changed_at,
  'published'::text as state,
  '{}'::text[] as topics,
  '{}'::text[] as places,
  note.series,
  note.year,
  note.serial,
  note.until,
  note.version,
  institution.slug as institution_slug
from council_acts.gap_notes as note
join platform.institutions as institution on institution.id = note.institution_id;

create constraint trigger gap_note_in_ledger after insert or update or delete on council_acts.gap_notes
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'council-acts.gap-note', 'council-acts.gap-note', 'id');

-- Open data: the acts, what they do to each other, and the gaps.
create view council_acts.open_acts as
select
  act.id as key,
  act.id,
  act.institution_slug as institution,
  act.jurisdiction as country,
  act.number,
  nullif(act.series, '') as series,
  act.year,
  act.serial,
  act.act_kind as kind,
  act.kind_words,
  act.nature,
  act.title,
  act.title_en,
  act.lang,
  act.body as summary,
  act.state,
  act.restricted,
  act.restricted_ground,
  act.void_reason,
  act.adopted_on,
  act.adopted_words,
  act.body_name as adopted_by,
  act.proposer_kind,
  act.proposer,
  act.commission_name as commission,
  act.signed_on,
  act.chair_name as signed_by_chair,
  act.secretary_name as signed_by_secretary,
  act.announced_on,
  act.announce_by,
  case when act.announced_on > act.announce_by then act.announced_on - act.announce_by end as days_late,
  act.force_basis,
  act.in_force_from,
  act.in_force_to,
  act.suspended_from,
  act.stated_force,
  act.legality,
  act.topics,
  act.places,
  act.text_state,
  act.unreadable,
  act.history as from_archive,
  act.source ->> 'url' as source_url,
  '/aktet/' || act.slug as url,
  act.published_at,
  act.changed_at
from council_acts.published_acts as act;

create view council_acts.open_act_relations as
select
  relation.id as key,
  relation.id,
  act.institution_slug as institution,
  act.number as act_number,
  '/aktet/' || act.slug as act,
  relation.kind,
  relation.by_articles,
  relation.of_articles,
  other.number as other_number,
  case when other.slug is not null then '/aktet/' || other.slug end as other,
  relation.other_words,
  relation.passive,
  relation.effective_on,
  relation.state,
  relation.origin,
  '/aktet/' || act.slug as url,
  greatest(act.changed_at, other.changed_at) as changed_at
from council_acts.published_relations as relation
join council_acts.published_acts as act on act.id = relation.act_id
left join council_acts.published_acts as other on other.id = relation.other_id;

create view council_acts.open_number_gaps as
select
  institution.slug || ':' || gap.year || ':' || gap.series || ':' || lpad(gap.first::text, 9, '0') as key,
  institution.slug || ':' || gap.year || ':' || gap.series || ':' || lpad(gap.first::text, 9, '0') as id,
  institution.slug as institution,
  institution.jurisdiction as country,
  gap.year,
  nullif(gap.series, '') as series,
  gap.first,
  gap.last,
  gap.last - gap.first + 1 as numbers,
  note.words as explanation,
  '/aktet/boshlleqet?institucioni=' || institution.slug || '&viti=' || gap.year as url,
  make_date(gap.year, 1, 1) as day,
  coalesce(note.changed_at, (
    select max(act.changed_at) from council_acts.published_acts as act
    where act.institution_id = gap.institution_id and act.year = gap.year and act.series = gap.series
      and act.serial = gap.last + 1), institution.created_at) as changed_at
from council_acts.number_gaps as gap
join platform.institutions as institution on institution.id = gap.institution_id
left join lateral (
  select string_agg(one.body, ' ' order by one.serial) as words, max(one.changed_at) as changed_at
  from council_acts.published_gap_notes as one
  where one.institution_id = gap.institution_id and one.year = gap.year and one.series = gap.series
    and one.serial <= gap.last and coalesce(one.until, one.serial) >= gap.first
) as note on true;
