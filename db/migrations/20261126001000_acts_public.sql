-- What everybody reads of acts, with what names private persons and what is not announced yet taken out here, once, for pages,
-- data, feeds, search and exports alike; and the guards of the ledger. PostgreSQL 15.

-- In the register from its number on. The text of an act is public from its announcement; of a restricted one never.
create view council_acts.published_acts as
select
  'council-acts.act:' || act.id as subject,
  act.id,
  act.institution_id,
  'council-act'::text as kind,
  act.lang,
  case when act.restricted then act.public_title else act.title end as title,
  case when not act.restricted then act.summary end as body,
  act.published_at,
  act.changed_at,
  act.state,
  case when act.restricted then '{}' else platform.topics_of('council-acts.act:' || act.id) end as topics,
  case when act.restricted then '{}' else platform.places_of('council-acts.act:' || act.id) end as places,
  act.slug,
  act.kind as act_kind,
  act.kind_words,
  act.nature,
  act.series,
  act.year,
  act.serial,
  act.number_words,
  coalesce(act.number_words, act.serial || '/' || act.year) as number,
  act.numbered_at,
  case when not act.restricted then act.title_en end as title_en,
  act.restricted,
  act.restricted_ground,
  act.adopted_on,
  act.adopted_words,
  act.body_id,
  act.meeting_ref,
  act.vote_ref,
  case when not act.restricted then act.paper_ref end as paper_ref,
  case when not act.restricted then act.proposer_kind end as proposer_kind,
  case when not act.restricted then act.proposer end as proposer,
  act.commission_id,
  act.commission_words,
  case when shown.text then act.text_id end as text_id,
  case when shown.text then act.text_state else 'none' end as text_state,
  case when shown.text then act.plain_text end as plain_text,
  act.unreadable,
  act.signed_on,
  act.chair_name,
  act.secretary_name,
  act.void_reason,
  act.history,
  act.announced_on,
  act.announced_at,
  act.announce_by,
  act.force_basis,
  act.force_article,
  act.in_force_from,
  act.in_force_to,
  act.suspended_from,
  act.stated_force,
  act.legality,
  act.archive_id,
  case when not act.restricted then act.import_key end as import_key,
  case when not act.restricted then act.source end as source,
  act.version,
  body.name as body_name,
  body.name_en as body_name_en,
  coalesce(commission.name, act.commission_words) as commission_name,
  institution.slug as institution_slug,
  institution.zone,
  institution.jurisdiction
from council_acts.acts as act
join platform.institutions as institution on institution.id = act.institution_id
left join platform.bodies as body on body.id = act.body_id
left join platform.bodies as commission on commission.id = act.commission_id
cross join lateral (select act.state = 'announced' and not act.restricted as text) as shown
where act.state in ('numbered', 'announced', 'void');

-- What one public act does to another: only what stands, and nothing of restricted ones.
create view council_acts.published_relations as
select
  relation.id, relation.institution_id, relation.act_id, relation.kind, relation.by_articles, relation.of_articles,
  relation.other_id, relation.other_words, relation.passive, relation.effective_on, relation.state, relation.origin,
  relation.carried_out_in
from council_acts.relations as relation
join council_acts.acts as act on act.id = relation.act_id
left join council_acts.acts as other on other.id = relation.other_id
where (relation.state = 'standing' or relation.state = 'doubt' and relation.origin = 'archive')
  and act.state in ('numbered', 'announced') and not act.restricted
  and (other.id is null or other.state in ('numbered', 'announced') and not other.restricted);

-- The states of a text that everybody reads.
create view council_acts.published_states as
select state.version_id, state.institution_id, state.act_id, state.role, state.holds_from, state.note, state.confirmed_at,
       version.n, version.lang, version.published_at
from council_acts.states as state
join council_acts.published_acts as act on act.id = state.act_id and act.text_id is not null
join platform.text_versions as version on version.id = state.version_id and version.state = 'published';

-- What happened to an act; of a restricted one that it happened, and no words.
create view council_acts.shown_act_events as
select event.id, event.institution_id, event.act_id, event.kind, event.happened_on,
       case when not act.restricted then event.reason end as reason,
       event.by_act_id, event.text_version_id, event.protocol, event.version, event.at
from council_acts.act_events as event
join council_acts.published_acts as act on act.id = event.act_id;

-- An act and what it came from or changed, for the thread of a matter.
create view council_acts.bonds as
select 'council-acts.act:' || act.id::text as from_ref, act.paper_ref as to_ref, 'adopted-from'::text as kind
from council_acts.acts as act where act.paper_ref is not null and not act.restricted
union all
select 'council-acts.act:' || relation.act_id::text, 'council-acts.act:' || relation.other_id::text,
       relation.kind
from council_acts.published_relations as relation
where relation.other_id is not null and relation.state = 'standing' and relation.kind in ('amends', 'repeals', 'repeals-partly', 'replaces')
  and not relation.passive;

-- The guards. What everybody reads does not change without an entry.
create constraint trigger act_added_in_ledger after insert on council_acts.acts
  deferrable initially deferred for each row when (new.state in ('numbered', 'announced', 'void'))
  execute function platform.require_ledger_entry('always', 'council-acts.act', 'council-acts.act', 'id');
create constraint trigger act_changed_in_ledger after update on council_acts.acts
  deferrable initially deferred for each row when (
    (old.state in ('numbered', 'announced', 'void') or new.state in ('numbered', 'announced', 'void'))
    and (old.id, old.institution_id, old.import_key, old.archive_id, old.body_id, old.kind, old.kind_words, old.nature, old.series,
         old.year, old.serial, old.number_words, old.numbered_at, old.slug, old.title, old.title_en, old.summary, old.lang,
         old.restricted, old.public_title, old.restricted_ground, old.adopted_on, old.adopted_words, old.meeting_ref,
         old.vote_ref, old.paper_ref, old.proposer_kind, old.proposer, old.commission_id, old.commission_words, old.text_id,
         old.text_state, old.plain_text, old.unreadable, old.signed_on, old.chair_name, old.secretary_name, old.state,
         old.void_reason, old.history, old.announced_on, old.announced_at, old.announce_by, old.force_basis, old.force_article, old.in_force_from,
         old.in_force_to, old.suspended_from, old.stated_force, old.legality, old.source, old.version, old.changed_at,
         old.published_at)
      is distinct from
        (new.id, new.institution_id, new.import_key, new.archive_id, new.body_id, new.kind, new.kind_words, new.nature, new.series,
         new.year, new.serial, new.number_words, new.numbered_at, new.slug, new.title, new.title_en, new.summary, new.lang,
         new.restricted, new.public_title, new.restricted_ground, new.adopted_on, new.adopted_words, new.meeting_ref,
         new.vote_ref, new.paper_ref, new.proposer_kind, new.proposer, new.commission_id, new.commission_words, new.text_id,
         new.text_state, new.plain_text, new.unreadable, new.signed_on, new.chair_name, new.secretary_name, new.state,
         new.void_reason, new.history, new.announced_on, new.announced_at, new.announce_by, new.force_basis, new.force_article, new.in_force_from,
         new.in_force_to, new.suspended_from, new.stated_force, new.legality, new.source, new.version, new.changed_at,
         new.published_at))
  execute function platform.require_ledger_entry('always', 'council-acts.act', 'council-acts.act', 'id');
create constraint trigger act_removed_in_ledger after delete on council_acts.acts
  deferrable initially deferred for each row when (old.state in ('numbered', 'announced', 'void'))
  execute function platform.require_ledger_entry('always', 'council-acts.act', 'council-acts.act', 'id');

create constraint trigger act_amendment_in_ledger after insert or update or delete on council_acts.amendments
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');
create constraint trigger act_state_in_ledger after insert or update or delete on council_acts.states
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');
create constraint trigger act_relation_in_ledger after insert or update or delete on council_acts.relations
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');
create constraint trigger act_event_in_ledger after insert or update or delete on council_acts.act_events
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');
create constraint trigger mayor_return_in_ledger after insert or update or delete on council_acts.mayor_returns
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');
create constraint trigger signature_check_in_ledger after insert or update or delete on council_acts.signature_checks
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');
create constraint trigger act_posting_in_ledger after insert or update or delete on council_acts.postings
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.act', 'council-acts.act', 'act_id');

-- A version of the text of a public act is public with it.
create function council_acts.require_entry_of_text() returns trigger language plpgsql as $$
declare
  of_subject text;
begin
  select act.subject into of_subject from council_acts.published_acts as act where act.text_id = new.text_id;
  if not found or exists (
    select from platform.ledger_entries as entry
    where entry.kind = 'council-acts.act' and entry.subject = of_subject and entry.xact = pg_current_xact_id())
  then return null; end if;
  raise exception 'the text of % was published without an entry in the ledger', of_subject
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
create constraint trigger act_text_published_in_ledger after update on platform.text_versions
  deferrable initially deferred for each row when (new.state = 'published' and old.state <> 'published')
  execute function council_acts.require_entry_of_text();
create constraint trigger act_text_added_published_in_ledger after insert on platform.text_versions
  deferrable initially deferred for each row when (new.state = 'published')
  execute function council_acts.require_entry_of_text();
