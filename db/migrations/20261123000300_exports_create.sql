-- Registers as open data: views with the columns of their files, and the whole copies that are kept of them. PostgreSQL 15.

-- One view for each register, made of published views or of what is public as a whole. `key` is what its pages go on from,
-- an address that begins with a stroke is completed by the program.
create view consultations.open_consultations as
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
  '/konsultime/' || consultation.slug as url
from consultations.published_consultations as consultation;

create view consultations.open_comments as
select
  comment.id as key,
  comment.id,
  comment.code,
  consultation.institution_slug as institution,
  comment.consultation_id as consultation,
  comment.about,
  comment.article_label as article,
  comment.lang,
  comment.body as text,
  comment.quote,
  comment.author_name as author,
  comment.organisation,
  comment.version,
  comment.sent_at,
  comment.published_at,
  comment.corrected_at,
  comment.changed_at,
  '/konsultime/' || consultation.slug || '/komente/' || comment.code as url
from consultations.published_comments as comment
join consultations.published_consultations as consultation on consultation.id = comment.consultation_id
where comment.state = 'published';
create index consultations_changed_public on consultations.consultations (changed_at desc, id)
  where state in ('published', 'cancelled');
create index comments_changed_public on consultations.comments (changed_at desc, id) where state = 'published';

create view platform.open_institutions as
select
  recorded.id as key,
  recorded.id,
  recorded.slug as institution,
  recorded.jurisdiction as country,
  recorded.kind,
  recorded.standing,
  platform.institution_name(recorded.id, 'sq', current_date) as name,
  (select name.name from platform.institution_names as name
   where name.institution_id = recorded.id and name.lang = 'en' and name.valid_from <= current_date
   order by name.valid_from desc limit 1) as name_en,
  (select name.name from platform.institution_names as name
   where name.institution_id = recorded.id and name.lang = 'sr' and name.valid_from <= current_date
   order by name.valid_from desc limit 1) as name_sr,
  (select coalesce(array_agg(name.name order by name.valid_from), '{}') from platform.institution_names as name
   where name.institution_id = recorded.id and name.lang = 'sq' and exists (
     select from platform.institution_names as later
     where later.institution_id = recorded.id and later.lang = 'sq' and later.valid_from > name.valid_from
       and later.valid_from <= current_date)) as former_names,
  (select place.name_sq from platform.places as place where place.id = recorded.place_id) as place,
  recorded.website,
  recorded.registration,
  (select address.email from platform.role_addresses as address
   where address.institution_id = recorded.id and address.role = 'front-desk') as email,
  (select address.telephone from platform.role_addresses as address
   where address.institution_id = recorded.id and address.role = 'front-desk') as telephone,
  (select address.postal from platform.role_addresses as address
   where address.institution_id = recorded.id and address.role = 'front-desk') as postal_address,
  (select coalesce(array_agg(address.role || ': ' || address.email order by address.role collate "C"), '{}')
   from platform.role_addresses as address where address.institution_id = recorded.id) as role_addresses,
  (select coalesce(array_agg(other.slug order by other.slug collate "C"), '{}')
   from platform.institution_successors as succession
   join platform.institutions as other on other.id = succession.successor_id
   where succession.predecessor_id = recorded.id) as successors,
  recorded.demonstration,
  recorded.source,
  recorded.closed_on,
  recorded.closed_reason,
  institution.changed_at,
  '/i/' || recorded.slug || '/' as url
from platform.recorded_institutions as recorded
join platform.institutions as institution on institution.id = recorded.id;

create view platform.open_bodies as
select
  recorded.id as key,
  recorded.id,
  recorded.institution,
  recorded.kind,
  recorded.name,
  recorded.name_en,
  recorded.name_sr,
  (select coalesce(array_agg(former.name order by former.changed_at), '{}')
   from platform.body_names as former where former.body_id = recorded.id) as former_names,
  recorded.parent_id as parent,
  (select count(*) from platform.body_members as member where member.body_id = recorded.id and member.to_on is null)::int as members,
  recorded.founded_on,
  recorded.order_issuer,
  recorded.order_number,
  recorded.order_date,
  recorded.order_subject,
  recorded.ended_on,
  recorded.ended_reason,
  body.changed_at,
  '/i/' || recorded.institution || '/organet/' || recorded.id as url
from platform.recorded_bodies as recorded
join platform.bodies as body on body.id = recorded.id;

-- One row for each file that everybody can have now: of papers of the archive.
create view platform.open_documents as
select
  file.id as key,
  file.id,
  recorded.id as document,
  recorded.institution,
  recorded.role,
  recorded.title,
  file.lang,
  recorded.happened_on,
  file.file_name,
  kept.media_type,
  file.size,
  file.digest as sha256,
  file.version,
  file.added_at,
  file.added_at as changed_at,
  '/dokumente/' || recorded.id as url
from platform.recorded_documents as recorded
join platform.document_files as file on file.document_id = recorded.id and file.replaced_at is null and file.taken_down_at is null
join platform.files as kept on kept.digest = file.digest;

-- The same of what stands with consultations; what citizens attached to their comments is not in it.
create view consultations.open_documents as
select
  file.id as key,
  file.id,
  document.id as document,
  consultation.institution_slug as institution,
  consultation.id as consultation,
  document.role,
  document.title,
  file.lang,
  file.file_name,
  kept.media_type,
  file.size,
  file.digest as sha256,
  file.version,
  file.added_at,
  file.added_at as changed_at,
  '/dokumente/' || document.id as url
from consultations.published_consultations as consultation
join platform.documents as document on document.subject = consultation.subject and document.class = 'public'
  and document.removed_at is null
join platform.document_files as file on file.document_id = document.id and file.replaced_at is null and file.taken_down_at is null
join platform.files as kept on kept.digest = file.digest;

create view platform.open_missed_deadlines as
select
  deadline.id as key,
  deadline.id,
  institution.slug as institution,
  deadline.jurisdiction as country,
  deadline.kind,
  deadline.slot,
  deadline.rule_id as rule,
  deadline.rule_version,
  deadline.started_on,
  deadline.due_on,
  deadline.due_at,
  deadline.days_late,
  deadline.changed_at
from platform.published_deadlines as deadline
join platform.institutions as institution on institution.id = deadline.institution_id;

-- What stands in the tree and was shown to everybody by a checkpoint.
create view platform.open_ledger_entries as
select
  entry.leaf_index as key,
  entry.leaf_index as index,
  institution.slug as institution,
  entry.kind,
  entry.subject,
  entry.version,
  entry.at,
  encode(entry.digest, 'hex') as digest,
  encode(entry.leaf_hash, 'hex') as leaf_hash,
  entry.ended,
  entry.at as changed_at,
  '/ditari/' || entry.leaf_index as url
from platform.ledger_entries as entry
left join platform.institutions as institution on institution.id = entry.institution_id
where entry.leaf_index is not null
  and entry.leaf_index < (select coalesce(max(shown.size), 0) from platform.ledger_checkpoints as shown where shown.published_at is not null);

create view platform.open_topics as
select
  topic.id as key,
  topic.id,
  topic.code,
  institution.slug as institution,
  topic.parent_id as parent,
  topic.name_sq as name,
  topic.name_en,
  topic.retired_on,
  topic.created_at as changed_at
from platform.topics as topic
left join platform.institutions as institution on institution.id = topic.institution_id;

create view platform.open_places as
select
  place.id as key,
  place.id,
  place.key as short_name,
  place.jurisdiction as country,
  institution.slug as institution,
  place.level,
  place.parent_id as parent,
  place.code,
  place.name_sq as name,
  place.name_en,
  place.name_sr,
  place.official_sq as official_name,
  place.retired_on,
  place.created_at as changed_at
from platform.places as place
left join platform.institutions as institution on institution.id = place.institution_id;

-- Whole copies of registers, made by night and kept by their digest.
create table platform.dumps (
  id uuid primary key default gen_random_uuid(),
  dataset text not null constraint dump_dataset_shape check (dataset ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(dataset) <= 80),
  -- Null: the file is not kept any more, its figures are.
  digest text references platform.files (digest) constraint dump_digest_shape check (digest ~ '^[0-9a-f]{64}$'),
  sha256 text not null constraint dump_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null constraint dump_bytes_positive check (bytes > 0),
  row_count bigint not null constraint dump_rows_natural check (row_count >= 0),
  made_at timestamptz not null,
  -- What the copy saw of the database. What was taken away by a transaction that it did not see makes it void at once.
  seen pg_snapshot not null,
  -- The kinds of public records that stand in it; `personal`: a new version of one of them makes it void too.
  kinds text[] not null,
  personal boolean not null
);
create index dumps_of_dataset on platform.dumps (dataset, made_at desc, id desc);
create index dumps_by_digest on platform.dumps (digest) where digest is not null;
create index dumps_by_moment on platform.dumps (made_at desc, id desc);

-- Why a copy may be void: something left the public, or changed. Written by whatever enters it in the ledger, in its
-- transaction, so that no deed can forget it; nobody waits for a neighbour's row here.
create table platform.dump_breaks (
  id bigint generated always as identity primary key,
  kind text not null,
  -- It was taken away, not only changed.
  gone boolean not null,
  at timestamptz not null default now(),
  xact xid8 not null default pg_current_xact_id()
);
create index dump_breaks_of_kind on platform.dump_breaks (kind, id desc);
create index dump_breaks_by_moment on platform.dump_breaks (at);

create function platform.note_dump_break() returns trigger language plpgsql as $$
begin
  insert into platform.dump_breaks (kind, gone) values (new.kind, new.ended is not null);
  return null;
end $$;
create trigger dump_break_after_entry after insert on platform.ledger_entries for each row
  when (new.version > 1 or new.ended is not null or new.kind = 'platform.takedown')
  execute function platform.note_dump_break();
