-- From a comment to the words that changed: places that are gone can be named as well, what is linked with a draft asks nothing
-- of the ledger, and what everybody can read of it is one register. PostgreSQL 15.

alter table consultations.answer_changes
  add column id uuid not null default gen_random_uuid(),
  -- What was taken out has no place in the version: it is named where it stood last, in the version before it.
  add column gone_node_id uuid,
  add column gone_from uuid,
  -- The form that linked it: what came in twice counts once, and what one press did can be taken back.
  add column form_id uuid,
  drop constraint answer_changes_pkey,
  alter column node_id drop not null,
  add constraint answer_changes_pkey primary key (id),
  add constraint answer_change_once unique nulls not distinct (answer_id, version_id, node_id, gone_node_id),
  add constraint answer_change_at_one_place check (
    num_nonnulls(node_id, gone_node_id) = 1 and (gone_node_id is null) = (gone_from is null)),
  add constraint answer_change_where_it_stood foreign key (gone_from, gone_node_id)
    references platform.text_nodes (version_id, node_id),
  -- A draft is edited and read in anew while places of it are linked: a node that comes back keeps its links, and what has not
  -- changed in the end is taken out when the version is published.
  drop constraint answer_change_at_node,
  -- A draft that is dropped takes with it what was linked with it.
  drop constraint answer_change_of_version,
  add constraint answer_change_of_version foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id) on delete cascade;
create index answer_changes_by_gone on consultations.answer_changes (version_id, gone_node_id) where gone_node_id is not null;
create index answer_changes_by_stood on consultations.answer_changes (gone_from, gone_node_id) where gone_node_id is not null;

-- A person may say that a node of a draft is the continuation of another than the program thought: its links follow.
create function consultations.follow_renamed_node() returns trigger language plpgsql as $$
begin
  delete from consultations.answer_changes as change using consultations.answer_changes as same
  where change.version_id = new.version_id and change.node_id = old.node_id
    and same.answer_id = change.answer_id and same.version_id = change.version_id and same.node_id = new.node_id;
  update consultations.answer_changes set node_id = new.node_id where version_id = new.version_id and node_id = old.node_id;
  return null;
end $$;
create trigger text_node_effects_follow after update of node_id on platform.text_nodes
  for each row when (old.node_id is distinct from new.node_id) execute function consultations.follow_renamed_node();

-- What is linked with a draft nobody reads: the guard looks at places of published versions alone.
create function consultations.require_entry_of_effect() returns trigger language plpgsql as $$
declare
  version_ids uuid[] := case tg_op
    when 'DELETE' then array[old.version_id] when 'INSERT' then array[new.version_id] else array[old.version_id, new.version_id] end;
  answer_ids uuid[] := case tg_op
    when 'DELETE' then array[old.answer_id] when 'INSERT' then array[new.answer_id] else array[old.answer_id, new.answer_id] end;
  left_out text;
begin
  if not exists (select from platform.text_versions as version
                 where version.id = any (version_ids) and version.published_at is not null) then return null; end if;
  select newest.subject into left_out
  from unnest(answer_ids) as linked (answer_id)
  cross join lateral (
    select entry.subject, entry.xact, entry.ended from platform.ledger_entries as entry
    where entry.kind = 'consultations.answer' and entry.subject = 'consultations.answer:' || linked.answer_id
    order by entry.version desc limit 1) as newest
  where newest.ended is null and newest.xact is distinct from pg_current_xact_id() limit 1;
  if left_out is null then return null; end if;
  raise exception '% was changed for everybody without an entry in the ledger (%)', left_out, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
drop trigger answer_change_in_ledger on consultations.answer_changes;
create constraint trigger answer_change_in_ledger after insert or update or delete on consultations.answer_changes
  deferrable initially deferred for each row execute function consultations.require_entry_of_effect();

-- A version that becomes public makes public what was linked with it: every answer of it is entered again.
create function consultations.require_entries_of_effects() returns trigger language plpgsql as $$
declare
  left_out text;
begin
  select newest.subject into left_out
  from (select distinct change.answer_id from consultations.answer_changes as change where change.version_id = new.id) as linked
  cross join lateral (
    select entry.subject, entry.xact, entry.ended from platform.ledger_entries as entry
    where entry.kind = 'consultations.answer' and entry.subject = 'consultations.answer:' || linked.answer_id
    order by entry.version desc limit 1) as newest
  where newest.ended is null and newest.xact is distinct from pg_current_xact_id() limit 1;
  if left_out is null then return null; end if;
  raise exception '% was changed for everybody without an entry in the ledger (%)', left_out, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
create constraint trigger text_version_effects_in_ledger after update of state on platform.text_versions
  deferrable initially deferred for each row when (new.state = 'published' and old.state <> 'published')
  execute function consultations.require_entries_of_effects();

-- The same record; of a place that is gone it says so, and an answer that was corrected to another decision changed nothing.
create or replace view consultations.recorded_answers as
select
  'consultations.answer:' || answer.id as subject,
  answer.id,
  answer.institution_id,
  'answer'::text as kind,
  answer.lang,
  answer.code as title,
  case when answer.state <> 'taken-down' then said.reason end as body,
  answer.published_at,
  said.published_at as changed_at,
  case when answer.state = 'taken-down' then 'taken-down' else 'published' end as state,
  platform.topics_of('consultations.consultation:' || answer.consultation_id) as topics,
  platform.places_of('consultations.consultation:' || answer.consultation_id) as places,
  answer.consultation_id,
  answer.code,
  answer.version,
  said.decision,
  said.ground,
  said.proposed_role,
  said.decided_role,
  said.decided_at,
  said.correction,
  listed.number,
  listed.comments,
  changed.changes
from consultations.answers as answer
join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
cross join lateral (
  select count(*)::int as number, coalesce(jsonb_agg(comment.code order by comment.code), '[]') as comments
  from consultations.answered_comments as answered join consultations.comments as comment on comment.id = answered.comment_id
  where answered.answer_id = answer.id
) as listed
cross join lateral (
  select coalesce(jsonb_agg(
    jsonb_build_object('version', version.n, 'node', coalesce(change.node_id, change.gone_node_id))
      || case when change.gone_node_id is null then '{}'::jsonb else '{"gone": true}'::jsonb end
    order by version.n, coalesce(change.node_id, change.gone_node_id)), '[]') as changes
  from consultations.answer_changes as change
  join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
  where change.answer_id = answer.id and said.decision in ('accepted', 'partly-accepted')
) as changed
where answer.version > 0;

-- What everybody can read: published answers that accept, linked with places of published versions.
create view consultations.public_effects as
select
  change.id,
  change.institution_id,
  answer.consultation_id,
  change.answer_id,
  answer.code,
  said.decision,
  change.version_id,
  version.n,
  version.based_on,
  coalesce(change.node_id, change.gone_node_id) as node_id,
  change.gone_node_id is not null as gone,
  -- Where its words and those around it are found.
  coalesce(change.gone_from, change.version_id) as stands_in,
  known.kind as change,
  greatest(change.at, answer.published_at, version.published_at) as public_at
from consultations.answer_changes as change
join consultations.answers as answer on answer.id = change.answer_id and answer.version > 0
join consultations.answer_versions as said
  on said.answer_id = answer.id and said.n = answer.version and said.decision in ('accepted', 'partly-accepted')
join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
cross join lateral (
  select row.kind from platform.node_changes as row
  where row.version_id = change.version_id
    and ((change.node_id is not null and row.node_id = change.node_id)
      or (change.gone_node_id is not null and row.kind = 'gone' and row.earlier_node_id = change.gone_node_id))
  order by row.ordinal limit 1) as known;

create view consultations.open_effects as
select
  effect.id as key,
  effect.id,
  consultation.institution_slug as institution,
  effect.consultation_id as consultation,
  effect.code as answer,
  effect.decision,
  (select string_agg(comment.code, ' ' order by comment.code)
   from consultations.answered_comments as answered join consultations.comments as comment on comment.id = answered.comment_id
   where answered.answer_id = effect.answer_id) as comments,
  effect.n as version,
  effect.node_id as node,
  article.label as article,
  effect.change,
  effect.public_at as published_at,
  effect.public_at as changed_at,
  '/konsultime/' || consultation.slug || '/ndikimi#ndikimi-' || effect.id as url
from consultations.public_effects as effect
join consultations.published_consultations as consultation on consultation.id = effect.consultation_id
left join lateral (
  with recursive above as (
    select node.kind, node.label, node.parent_id from platform.text_nodes as node
    where node.version_id = effect.stands_in and node.node_id = effect.node_id
    union all
    select parent.kind, parent.label, parent.parent_id from above
    join platform.text_nodes as parent on parent.version_id = effect.stands_in and parent.node_id = above.parent_id
    where above.kind <> 'article')
  select above.label from above where above.kind = 'article' limit 1) as article on true;
