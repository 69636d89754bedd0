-- Texts that live: later versions, what changed between two of them, and where a quotation stands in the later one.
-- PostgreSQL 15.

alter table platform.text_versions drop constraint text_version_source_kind_known;
alter table platform.text_versions add constraint text_version_source_kind_known
  check (source_kind in ('docx', 'odt', 'pdf', 'html', 'akn', 'pasted', 'written'));
alter table platform.text_versions
  -- The version that it continues: lineages come from there.
  add column based_on uuid,
  -- What changed and why, in the institution's words, for everybody; given with its publication.
  add column summary text constraint text_version_summary_length check (length(summary) between 10 and 2000),
  add column summary_en text constraint text_version_summary_en_length check (length(summary_en) between 10 and 2000),
  add constraint text_version_based_on foreign key (institution_id, based_on)
    references platform.text_versions (institution_id, id),
  add constraint text_version_based_on_another check (based_on <> id),
  add constraint text_version_first_continues_none check (n > 1 or based_on is null);
create unique index text_version_one_draft on platform.text_versions (text_id) where state = 'draft';

-- A person may say that a node is the continuation of another than the program thought: what hangs on it follows.
alter table platform.text_nodes drop constraint text_node_parent;
alter table platform.text_nodes add constraint text_node_parent foreign key (version_id, parent_id)
  references platform.text_nodes (version_id, node_id) on update cascade;
alter table platform.text_doubts drop constraint text_doubt_of_node;
alter table platform.text_doubts add constraint text_doubt_of_node foreign key (version_id, node_id)
  references platform.text_nodes (version_id, node_id) on update cascade on delete set null (node_id);

-- What became of the nodes of one version in the version that continues it. A node that has its lineage in both, with the
-- same words and in the same place, has no row. One row for each pair: a split has several with the same earlier node, a
-- merger several with the same later one.
create table platform.node_changes (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  earlier_version_id uuid not null,
  version_id uuid not null,
  -- Reading order of the later version; what is gone stands where it stood.
  ordinal int not null,
  kind text not null constraint node_change_kind_known
    check (kind in ('moved', 'reworded', 'split', 'merged', 'new', 'gone')),
  earlier_node_id uuid,
  node_id uuid,
  -- Of what was reworded, split or merged: whether it stands at another place, too.
  also_moved boolean not null default false,
  -- How much of the words agrees, 0 to 1.
  likeness real not null constraint node_change_likeness_share check (likeness between 0 and 1),
  proposed_by text not null constraint node_change_proposed_by_known check (proposed_by in ('program', 'person')),
  -- False: nothing is published before a person has decided.
  certain boolean not null,
  confirmed_by uuid references platform.accounts (id),
  confirmed_at timestamptz,
  constraint node_change_order unique (version_id, ordinal),
  constraint node_change_sides check ((kind = 'new') = (earlier_node_id is null) and (kind = 'gone') = (node_id is null)),
  constraint node_change_of_versions foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id),
  constraint node_change_of_earlier_version foreign key (institution_id, earlier_version_id)
    references platform.text_versions (institution_id, id),
  constraint node_change_earlier_node foreign key (earlier_version_id, earlier_node_id)
    references platform.text_nodes (version_id, node_id),
  constraint node_change_node foreign key (version_id, node_id)
    references platform.text_nodes (version_id, node_id) on update cascade on delete cascade,
  constraint node_change_confirmed_whole check (confirmed_by is null or confirmed_at is not null)
);
create index node_changes_by_earlier on platform.node_changes (earlier_version_id, earlier_node_id);
create index node_changes_by_node on platform.node_changes (version_id, node_id);
create index node_changes_open on platform.node_changes (version_id) where not certain and confirmed_at is null;

create trigger node_change_added after insert on platform.node_changes referencing new table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger node_change_changed_from after update on platform.node_changes referencing old table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger node_change_changed_to after update on platform.node_changes referencing new table as touched
  for each statement execute function platform.refuse_change_in_published_version();
create trigger node_change_removed after delete on platform.node_changes referencing old table as touched
  for each statement execute function platform.refuse_change_in_published_version();

-- Where what somebody said about an earlier version stands in a later one. No words: those are the record's and the text's.
create table platform.anchor_places (
  subject text not null constraint anchor_place_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  version_id uuid not null,
  institution_id uuid not null,
  -- Null: gone.
  node_id uuid,
  outcome text not null constraint anchor_place_outcome_known check (outcome in ('same', 'moved', 'reworded', 'gone')),
  -- Of a quotation: code points in the folded words of the node (`anchorForm`), half-open. Null: the node as a whole.
  start_at int,
  end_at int,
  likeness real not null constraint anchor_place_likeness_share check (likeness between 0 and 1),
  -- False: a person has still to look.
  certain boolean not null,
  confirmed_by uuid references platform.accounts (id),
  confirmed_at timestamptz,
  found_at timestamptz not null,
  primary key (subject, version_id),
  constraint anchor_place_gone_has_none check ((outcome = 'gone') = (node_id is null)),
  constraint anchor_place_range check ((start_at is null) = (end_at is null) and start_at >= 0 and end_at > start_at),
  constraint anchor_place_range_in_node check (start_at is null or node_id is not null),
  constraint anchor_place_confirmed_whole check (confirmed_by is null or confirmed_at is not null),
  constraint anchor_place_of_version foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id),
  constraint anchor_place_of_node foreign key (version_id, node_id) references platform.text_nodes (version_id, node_id)
);
create index anchor_places_by_node on platform.anchor_places (version_id, node_id, subject);
create index anchor_places_open on platform.anchor_places (version_id, subject) where not certain and confirmed_at is null;

-- The record of a later version holds what changed and what was said about it. That of a first version stays as it was.
create or replace function platform.text_record(of_version uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'n', version.n, 'lang', version.lang, 'published_at', version.published_at,
    'digest', (
      select encode(sha256(convert_to(coalesce(string_agg(
        jsonb_build_array(node.ordinal, node.node_id, node.parent_id, node.kind, node.label, node.heading, node.body,
                          node.printed)::text, E'\n' order by node.ordinal), ''), 'UTF8')), 'hex')
      from platform.text_nodes as node where node.version_id = version.id))
  || case when version.based_on is null then '{}'::jsonb else jsonb_build_object(
    'based_on', (select earlier.n from platform.text_versions as earlier where earlier.id = version.based_on),
    'summary', version.summary, 'summary_en', version.summary_en,
    'changes', (
      select encode(sha256(convert_to(coalesce(string_agg(
        jsonb_build_array(change.ordinal, change.kind, change.earlier_node_id, change.node_id, change.also_moved)::text,
        E'\n' order by change.ordinal), ''), 'UTF8')), 'hex')
      from platform.node_changes as change where change.version_id = version.id)) end
  from platform.text_versions as version where version.id = of_version
$$;

alter table consultations.consultation_events drop constraint consultation_event_kind_known;
alter table consultations.consultation_events add constraint consultation_event_kind_known
  check (kind in ('published', 'corrected', 'extended', 'moved', 'redrafted', 'cancelled'));
