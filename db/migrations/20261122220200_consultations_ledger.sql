-- Consultations and comments enter the ledger: what their records are made of, and the guard that asks for their entries.
-- PostgreSQL 15.

-- Salts stand with the entries.
alter table consultations.comment_versions drop column salt;
-- The number of the entry that vouches for this wording as its author sent it, where it is not the wording's own; 0: none
-- does any more, because the name or a file in it had to be put right.
alter table consultations.comment_versions
  add column entered_as int constraint comment_version_entered_as_natural check (entered_as >= 0);
create index consultations_by_text on consultations.consultations (text_id) where text_id is not null;

-- How far the standing records of a kind have been entered: after an upgrade, when a kind or a shape is new.
create table platform.ledger_standing (
  kind text not null constraint ledger_standing_kind_shape check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  shape int not null constraint ledger_standing_shape_positive check (shape > 0),
  -- The last record looked at; null: none yet.
  after_id text,
  after_version int,
  done_at timestamptz,
  primary key (kind, shape)
);

-- What everybody sees of the documents of a record: their words, the files that stand, those that stood while everybody
-- could read them, and the places of what was taken down.
create function platform.documents_record(of_subject text) returns jsonb language sql stable as $$
  select coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', document.id, 'role', document.role, 'class', document.class, 'title', document.title, 'lang', document.lang,
      'decorative', document.decorative, 'happened_on', document.happened_on,
      'happened_precision', document.happened_precision, 'added_at', document.added_at,
      'words', (
        select coalesce(jsonb_agg(jsonb_build_object('lang', words.lang, 'title', words.title, 'alt', words.alt)
                                  order by words.lang collate "C"), '[]')
        from platform.document_words as words where words.document_id = document.id),
      'files', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', file.id, 'lang', file.lang, 'version', file.version, 'digest', file.digest, 'file_name', file.file_name,
          'size', file.size, 'added_at', file.added_at, 'replaced_at', file.replaced_at,
          'taken_down_at', file.taken_down_at, 'signed', file.signed) order by file.lang collate "C", file.version), '[]')
        from platform.document_files as file
        where file.document_id = document.id and (file.replaced_at is null or file.was_public)))
      order by document.added_at, document.id)
    from platform.documents as document
    where document.subject = of_subject and document.removed_at is null and document.class = 'public'), '[]')
  || coalesce((
    select jsonb_agg(jsonb_build_object('subject', takedown.subject, 'taken_down_ground', takedown.ground,
                                        'taken_down_at', takedown.taken_at) order by takedown.taken_at, takedown.id)
    from platform.takedowns as takedown
    where takedown.of_subject = documents_record.of_subject and takedown.lifted_at is null), '[]')
$$;
create index takedowns_of_record on platform.takedowns (of_subject, taken_at) where of_subject is not null;

-- A published text: one digest over all that stands in it, in order, made of the words themselves.
create function platform.text_record(of_version uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'n', version.n, 'lang', version.lang, 'published_at', version.published_at,
    'digest', (
      select encode(sha256(convert_to(coalesce(string_agg(
        jsonb_build_array(node.ordinal, node.node_id, node.parent_id, node.kind, node.label, node.heading, node.body,
                          node.printed)::text, E'\n' order by node.ordinal), ''), 'UTF8')), 'hex')
      from platform.text_nodes as node where node.version_id = version.id))
  from platform.text_versions as version where version.id = of_version
$$;

-- A comment as everybody may read it, whatever has become of its consultation: what the ledger vouches for.
create view consultations.recorded_comments as
select
  'consultations.comment:' || comment.id as subject,
  comment.id,
  comment.institution_id,
  'comment'::text as kind,
  comment.lang,
  comment.code as title,
  case when comment.state = 'published' then version.body end as body,
  comment.published_at,
  comment.changed_at,
  comment.state,
  platform.topics_of('consultations.consultation:' || comment.consultation_id) as topics,
  platform.places_of('consultations.consultation:' || comment.consultation_id) as places,
  comment.consultation_id,
  comment.code,
  comment.about,
  comment.node_id,
  comment.article_label,
  case when comment.state = 'published' then comment.quote end as quote,
  comment.sent_at,
  comment.confirmed_at,
  comment.version,
  case when comment.state = 'published' and version.name_public then version.author_name end as author_name,
  case when comment.state = 'published' and version.on_behalf = 'organisation' then version.organisation end as organisation,
  case when comment.state = 'published' and comment.version > 1 then version.written_at end as corrected_at,
  hold.ground as held_ground,
  hold.at as held_at,
  taken.ground as taken_down_ground,
  taken.taken_at as taken_down_at
from consultations.comments as comment
left join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
left join lateral (
  select event.ground, event.at from consultations.comment_events as event
  where comment.state = 'held' and event.comment_id = comment.id and event.kind = 'held'
  order by event.id desc limit 1
) as hold on true
left join lateral (
  select takedown.ground, takedown.taken_at from platform.takedowns as takedown
  where comment.state = 'taken-down' and takedown.subject = 'consultations.comment:' || comment.id and takedown.lifted_at is null
) as taken on true
where comment.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
  and (comment.state not in ('withdrawn', 'erased') or comment.published_at is not null);

create or replace view consultations.published_comments as
select comment.subject, comment.id, comment.institution_id, comment.kind, comment.lang, comment.title, comment.body,
       comment.published_at, comment.changed_at, comment.state, comment.topics, comment.places, comment.consultation_id,
       comment.code, comment.about, comment.node_id, comment.article_label, comment.quote, comment.sent_at,
       comment.confirmed_at, comment.version, comment.author_name, comment.organisation, comment.corrected_at,
       comment.held_ground, comment.held_at, comment.taken_down_ground, comment.taken_down_at
from consultations.recorded_comments as comment
where not exists (
  select from consultations.consultations as consultation
  where consultation.id = comment.consultation_id and consultation.state = 'taken-down');

-- The guard. Drafts, unconfirmed comments and what only officials see ask nothing.

create constraint trigger consultation_added_in_ledger after insert on consultations.consultations
  deferrable initially deferred for each row when (new.state in ('published', 'cancelled'))
  execute function platform.require_ledger_entry('always', 'consultations.consultation', 'consultations.consultation', 'id');
create constraint trigger consultation_changed_in_ledger after update on consultations.consultations
  deferrable initially deferred for each row when (
    (old.state in ('published', 'cancelled') or new.state in ('published', 'cancelled'))
    and (old.id, old.institution_id, old.lang, old.title, old.summary, old.published_at, old.changed_at, old.state, old.slug,
         old.register_year, old.register_number, old.act_kind, old.legal_basis, old.basis_rule, old.opens_on, old.history,
         old.contact_email, old.official_posting_url, old.official_posted_on, old.text_id, old.repeats_id, old.version,
         old.cancelled_at, old.cancel_reason)
      is distinct from
        (new.id, new.institution_id, new.lang, new.title, new.summary, new.published_at, new.changed_at, new.state, new.slug,
         new.register_year, new.register_number, new.act_kind, new.legal_basis, new.basis_rule, new.opens_on, new.history,
         new.contact_email, new.official_posting_url, new.official_posted_on, new.text_id, new.repeats_id, new.version,
         new.cancelled_at, new.cancel_reason))
  execute function platform.require_ledger_entry('always', 'consultations.consultation', 'consultations.consultation', 'id');
create constraint trigger consultation_removed_in_ledger after delete on consultations.consultations
  deferrable initially deferred for each row when (old.state in ('published', 'cancelled'))
  execute function platform.require_ledger_entry('always', 'consultations.consultation', 'consultations.consultation', 'id');

create constraint trigger consultation_event_in_ledger after insert or update or delete on consultations.consultation_events
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');
create constraint trigger activity_in_ledger after insert or update or delete on consultations.activities
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');

create constraint trigger comment_added_in_ledger after insert on consultations.comments
  deferrable initially deferred for each row when (
    new.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
    and (new.state not in ('withdrawn', 'erased') or new.published_at is not null))
  execute function platform.require_ledger_entry('always', 'consultations.comment', 'consultations.comment', 'id');
create constraint trigger comment_changed_in_ledger after update on consultations.comments
  deferrable initially deferred for each row when (
    ((old.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
      and (old.state not in ('withdrawn', 'erased') or old.published_at is not null))
     or (new.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
      and (new.state not in ('withdrawn', 'erased') or new.published_at is not null)))
    and (old.id, old.institution_id, old.consultation_id, old.code, old.lang, old.about, old.node_id, old.article_label,
         old.quote, old.version, old.state, old.sent_at, old.confirmed_at, old.published_at, old.changed_at)
      is distinct from
        (new.id, new.institution_id, new.consultation_id, new.code, new.lang, new.about, new.node_id, new.article_label,
         new.quote, new.version, new.state, new.sent_at, new.confirmed_at, new.published_at, new.changed_at))
  execute function platform.require_ledger_entry('always', 'consultations.comment', 'consultations.comment', 'id');
create constraint trigger comment_removed_in_ledger after delete on consultations.comments
  deferrable initially deferred for each row when (
    old.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
    and (old.state not in ('withdrawn', 'erased') or old.published_at is not null))
  execute function platform.require_ledger_entry('always', 'consultations.comment', 'consultations.comment', 'id');

-- The first wording comes with its comment, which asks itself.
create constraint trigger comment_version_added_in_ledger after insert on consultations.comment_versions
  deferrable initially deferred for each row when (new.n > 1)
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');
create constraint trigger comment_version_changed_in_ledger after update on consultations.comment_versions
  deferrable initially deferred for each row when (
    (old.comment_id, old.n, old.body, old.on_behalf, old.author_name, old.organisation, old.name_public, old.hidden,
     old.written_at)
      is distinct from
    (new.comment_id, new.n, new.body, new.on_behalf, new.author_name, new.organisation, new.name_public, new.hidden,
     new.written_at))
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');
create constraint trigger comment_version_removed_in_ledger after delete on consultations.comment_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');

create constraint trigger comment_hold_added_in_ledger after insert on consultations.comment_events
  deferrable initially deferred for each row when (new.kind = 'held')
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');
create constraint trigger comment_hold_changed_in_ledger after update on consultations.comment_events
  deferrable initially deferred for each row when (
    (old.kind = 'held' or new.kind = 'held')
    and (old.comment_id, old.kind, old.at, old.ground) is distinct from (new.comment_id, new.kind, new.at, new.ground))
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');
create constraint trigger comment_hold_removed_in_ledger after delete on consultations.comment_events
  deferrable initially deferred for each row when (old.kind = 'held')
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');

-- The text of a consultation is public from the publication of its version on.
create function consultations.require_entry_of_text() returns trigger language plpgsql as $$
declare
  of_subject text;
begin
  select 'consultations.consultation:' || consultation.id into of_subject from consultations.consultations as consultation
  where consultation.text_id = new.text_id and consultation.state in ('published', 'cancelled');
  if not found or exists (
    select from platform.ledger_entries as entry
    where entry.kind = 'consultations.consultation' and entry.subject = of_subject and entry.xact = pg_current_xact_id())
  then return null; end if;
  raise exception 'the text of % was published without an entry in the ledger', of_subject
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
create constraint trigger text_published_in_ledger after update on platform.text_versions
  deferrable initially deferred for each row when (new.state = 'published' and old.state <> 'published')
  execute function consultations.require_entry_of_text();
create constraint trigger text_added_published_in_ledger after insert on platform.text_versions
  deferrable initially deferred for each row when (new.state = 'published')
  execute function consultations.require_entry_of_text();

-- What stands with a record of any kind, once that has an entry which has not ended it.
create constraint trigger translation_added_in_ledger after insert or delete on platform.translations
  deferrable initially deferred for each row execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger translation_changed_in_ledger after update on platform.translations
  deferrable initially deferred for each row when (
    (old.subject, old.field, old.lang, old.words) is distinct from (new.subject, new.field, new.lang, new.words))
  execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger subject_topic_in_ledger after insert or update or delete on platform.subject_topics
  deferrable initially deferred for each row execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger subject_place_in_ledger after insert or update or delete on platform.subject_places
  deferrable initially deferred for each row execute function platform.require_ledger_entry('recorded', '', '', 'subject');

-- Papers of the archive stand with their institution and have records of their own.
create constraint trigger document_added_in_ledger after insert on platform.documents
  deferrable initially deferred for each row when (new.class = 'public' and new.subject not like 'institutions.%')
  execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger document_changed_in_ledger after update on platform.documents
  deferrable initially deferred for each row when (
    (old.class = 'public' or new.class = 'public') and new.subject not like 'institutions.%'
    and (old.subject, old.role, old.class, old.title, old.lang, old.decorative, old.happened_on, old.happened_precision,
         old.added_at, old.removed_at)
      is distinct from
        (new.subject, new.role, new.class, new.title, new.lang, new.decorative, new.happened_on, new.happened_precision,
         new.added_at, new.removed_at))
  execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger document_deleted_in_ledger after delete on platform.documents
  deferrable initially deferred for each row when (old.class = 'public' and old.subject not like 'institutions.%')
  execute function platform.require_ledger_entry('recorded', '', '', 'subject');

-- The same of what belongs to a document: the record is the one that the document stands with.
create function platform.require_entry_of_document() returns trigger language plpgsql as $$
declare
  of_document uuid := case tg_op when 'DELETE' then old.document_id else new.document_id end;
  of_subject text;
  newest record;
begin
  select document.subject into of_subject from platform.documents as document
  where document.id = of_document and document.class = 'public' and document.removed_at is null
    and document.subject not like 'institutions.%';
  if not found then return null; end if;
  select entry.xact, entry.ended into newest from platform.ledger_entries as entry
  where entry.kind = split_part(of_subject, ':', 1) and entry.subject = of_subject order by entry.version desc limit 1;
  if not found or newest.ended is not null or newest.xact is not distinct from pg_current_xact_id() then return null; end if;
  raise exception '% was changed for everybody without an entry in the ledger (%)', of_subject, tg_name
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
create constraint trigger document_file_added_in_ledger after insert or delete on platform.document_files
  deferrable initially deferred for each row execute function platform.require_entry_of_document();
create constraint trigger document_file_changed_in_ledger after update on platform.document_files
  deferrable initially deferred for each row when (
    (old.document_id, old.lang, old.version, old.digest, old.file_name, old.size, old.added_at, old.replaced_at,
     old.was_public, old.taken_down_at, old.signed)
      is distinct from
    (new.document_id, new.lang, new.version, new.digest, new.file_name, new.size, new.added_at, new.replaced_at,
     new.was_public, new.taken_down_at, new.signed))
  execute function platform.require_entry_of_document();
create constraint trigger document_words_in_ledger after insert or update or delete on platform.document_words
  deferrable initially deferred for each row execute function platform.require_entry_of_document();

create constraint trigger takedown_added_in_ledger after insert on platform.takedowns
  deferrable initially deferred for each row when (new.of_subject is null)
  execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger takedown_changed_in_ledger after update on platform.takedowns
  deferrable initially deferred for each row when (
    new.of_subject is null
    and (old.subject, old.ground, old.taken_at, old.lifted_at) is distinct from
        (new.subject, new.ground, new.taken_at, new.lifted_at))
  execute function platform.require_ledger_entry('recorded', '', '', 'subject');
create constraint trigger takedown_of_document_added_in_ledger after insert on platform.takedowns
  deferrable initially deferred for each row when (new.of_subject not like 'institutions.%')
  execute function platform.require_ledger_entry('recorded', '', '', 'of_subject');
create constraint trigger takedown_of_document_changed_in_ledger after update on platform.takedowns
  deferrable initially deferred for each row when (
    new.of_subject not like 'institutions.%'
    and (old.subject, old.of_subject, old.ground, old.taken_at, old.lifted_at) is distinct from
        (new.subject, new.of_subject, new.ground, new.taken_at, new.lifted_at))
  execute function platform.require_ledger_entry('recorded', '', '', 'of_subject');
