-- Taking something away from everyone at once; what people can see, correct and erase of their own; how long what is kept.
-- PostgreSQL 15.

-- The whole log of an institution by kind of record and by day, and of one record by person.
create index changes_by_kind on platform.changes (institution_id, split_part(subject, ':', 1), id desc);
create index changes_by_day on platform.changes (institution_id, at desc);
create index changes_newest on platform.changes (at desc, id desc);

create table platform.takedowns (
  id uuid primary key default gen_random_uuid(),
  -- Made with the form: the same form arriving twice is one takedown.
  submission_id uuid not null constraint takedown_submitted_once unique,
  institution_id uuid not null references platform.institutions (id),
  -- What was taken away: a record, or one document of it.
  subject text not null constraint takedown_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- Of a document: the record it stands with.
  of_subject text constraint takedown_of_subject_shape check (of_subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  ground text not null constraint takedown_ground_known
    check (ground in ('personal-data', 'unlawful', 'court-order', 'published-by-mistake')),
  -- For the office alone.
  note text constraint takedown_note_length check (length(note) between 1 and 2000),
  -- The bytes of the file were removed with it: nothing could be shown again.
  content_gone boolean not null default false,
  taken_at timestamptz not null,
  taken_by_id uuid not null references platform.accounts (id),
  lifted_at timestamptz,
  lifted_by_id uuid references platform.accounts (id),
  lift_reason text constraint takedown_lift_reason_length check (length(lift_reason) between 5 and 2000),
  constraint takedown_lifted_whole check (
    (lifted_at is null) = (lifted_by_id is null) and (lifted_at is null) = (lift_reason is null)),
  constraint takedown_gone_is_final check (not content_gone or lifted_at is null)
);
create unique index takedown_stands_once on platform.takedowns (subject) where lifted_at is null;
create index takedowns_by_subject on platform.takedowns (subject, taken_at desc);
create index takedowns_newest on platform.takedowns (taken_at desc, id desc);
create index takedowns_by_institution on platform.takedowns (institution_id, taken_at desc, id desc);

-- What somebody agreed to, in which words, and until when. It goes with the contact.
create table platform.consents (
  id uuid primary key default gen_random_uuid(),
  contact_id uuid not null references platform.contacts (id) on delete cascade,
  what text not null constraint consent_what_shape check (what ~ '^[a-z-]{2,60}$'),
  -- The record it was given for, where it was for one.
  subject text constraint consent_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- The words of the question as they stood then: a changed question is a new version.
  words_version int not null constraint consent_words_version_positive check (words_version > 0),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_interval check (withdrawn_at >= given_at)
);
create index consents_by_contact on platform.consents (contact_id, given_at desc, id);
create unique index consent_stands_once on platform.consents (contact_id, what, subject) nulls not distinct where withdrawn_at is null;

-- What is done only once a letter was answered: a new address (the link in it), erasing (the code in it).
create table platform.contact_asks (
  id uuid primary key default gen_random_uuid(),
  contact_id uuid not null references platform.contacts (id) on delete cascade,
  kind text not null constraint contact_ask_kind_known check (kind in ('address', 'erase')),
  -- The new address.
  email text constraint contact_ask_email_shape check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  -- SHA-256 of the link's token, or a keyed digest of the code.
  secret_digest bytea not null,
  tries int not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint contact_ask_address_named check ((kind = 'address') = (email is not null))
);
create unique index contact_ask_secret_unique on platform.contact_asks (secret_digest) where kind = 'address';
create index contact_asks_by_contact on platform.contact_asks (contact_id, kind, asked_at desc);
create index contact_asks_by_expiry on platform.contact_asks (expires_at);

-- Somebody stood at the counter and asked to see or to erase what is kept of them. Who it was stands nowhere here: the
-- contact or the one record that their receipt named, and how the official made sure.
create table platform.person_requests (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid not null constraint person_request_submitted_once unique,
  institution_id uuid not null references platform.institutions (id),
  contact_id uuid references platform.contacts (id) on delete set null,
  record text constraint person_request_record_shape check (record ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  identified_by text not null constraint person_request_identified_by_known
    check (identified_by in ('identity-document', 'known-to-office', 'receipt', 'representative', 'court-order')),
  note text constraint person_request_note_length check (length(note) between 1 and 2000),
  opened_at timestamptz not null,
  opened_by_id uuid not null references platform.accounts (id),
  erased_at timestamptz,
  erased_by_id uuid references platform.accounts (id),
  erased_records int,
  constraint person_request_erased_whole check (
    (erased_at is null) = (erased_by_id is null) and (erased_at is null) = (erased_records is null))
);
create index person_requests_newest on platform.person_requests (opened_at desc, id desc);
create index person_requests_by_institution on platform.person_requests (institution_id, opened_at desc, id desc);
create index person_requests_by_contact on platform.person_requests (contact_id) where contact_id is not null;

-- Every run of a retention rule, and what it left behind.
create table platform.retention_runs (
  id bigint generated always as identity primary key,
  rule text not null constraint retention_rule_shape check (rule ~ '^[a-z-]+(\.[a-z-]+)+$'),
  at timestamptz not null,
  due int not null constraint retention_due_natural check (due >= 0),
  forgotten int constraint retention_forgotten_natural check (forgotten >= 0),
  -- A fault, in the words of the program. Then nothing was forgotten.
  failure text constraint retention_failure_length check (length(failure) between 1 and 500),
  constraint retention_run_ended check ((forgotten is null) = (failure is not null))
);
create index retention_runs_by_rule on platform.retention_runs (rule, id desc);
create index retention_runs_by_time on platform.retention_runs (at);

-- Letters to one person, for that person and for erasing.
create index mail_messages_by_recipient on platform.mail_messages (lower(recipient), created_at desc, id desc);
create index contacts_by_age on platform.contacts (created_at);

-- Whichever module may have named a contact: every foreign key is asked, but for those that go with the contact, the log of
-- accesses and the requests at the counter. The words of a condition on `contact`.
create function platform.contact_named_nowhere() returns text language sql stable as $$
  select coalesce(string_agg(format('not exists (select from %s as other where other.%I = contact.id)',
                                    key.conrelid::regclass, attribute.attname), ' and '), 'true')
  from pg_constraint as key
  join pg_attribute as attribute on attribute.attrelid = key.conrelid and attribute.attnum = key.conkey[1]
  where key.contype = 'f' and key.confrelid = 'platform.contacts'::regclass and key.confdeltype <> 'c'
    and key.conrelid not in ('platform.accesses'::regclass, 'platform.person_requests'::regclass)
$$;

-- Contacts made before a moment that nothing leads to any more.
create function platform.unused_contacts(made_before timestamptz, most int) returns setof uuid language plpgsql stable as $$
begin
  return query execute
    'select contact.id from platform.contacts as contact where contact.created_at < $1 and '
    || platform.contact_named_nowhere() || ' order by contact.created_at limit $2' using made_before, most;
end $$;

-- Those of these contacts that nothing leads to any more.
create function platform.unused_among(contacts uuid[]) returns setof uuid language plpgsql stable as $$
begin
  return query execute
    'select contact.id from platform.contacts as contact where contact.id = any($1) and '
    || platform.contact_named_nowhere() using contacts;
end $$;

-- Consultations and comments.
alter table consultations.consultations drop constraint consultation_state_known;
alter table consultations.consultations add constraint consultation_state_known
  check (state in ('draft', 'published', 'cancelled', 'taken-down'));
alter table consultations.consultations drop constraint consultation_cancelled_has_reason;
alter table consultations.consultations add constraint consultation_cancelled_has_reason check (
  state = 'taken-down'
  or ((state = 'cancelled') = (cancelled_at is not null) and (state <> 'cancelled' or cancel_reason is not null)));
-- What it was before it was taken down.
alter table consultations.consultations add column state_before text
  constraint consultation_state_before_known check (state_before in ('published', 'cancelled'));
alter table consultations.consultations add constraint consultation_taken_down_from
  check ((state = 'taken-down') = (state_before is not null));
create index consultations_taken_down on consultations.consultations (published_at desc, id desc) where state = 'taken-down';

alter table consultations.comments drop constraint comment_state_known;
alter table consultations.comments add constraint comment_state_known
  check (state in ('sent', 'waiting', 'published', 'held', 'withdrawn', 'erased', 'taken-down'));
alter table consultations.comments add column erased_at timestamptz;
alter table consultations.comment_events drop constraint comment_event_kind_known;
alter table consultations.comment_events add constraint comment_event_kind_known check (kind in
  ('sent', 'confirmed', 'waiting', 'published', 'held', 'released', 'corrected', 'withdrawn', 'erased', 'taken-down', 'restored'));

-- Which hold hid an earlier wording: released again, what had been public comes back, and nothing else does.
alter table consultations.comment_versions add column hidden_by_hold_at timestamptz;

drop index consultations.comments_public;
create index comments_public on consultations.comments (consultation_id, node_id, sent_at desc, id desc)
  where state in ('published', 'held', 'withdrawn', 'erased', 'taken-down');
drop index consultations.comments_public_newest;
create index comments_public_newest on consultations.comments (consultation_id, sent_at desc, id desc)
  where state in ('published', 'held', 'withdrawn', 'erased', 'taken-down');
create index comment_versions_named on consultations.comment_versions (comment_id) where name_public;

-- A comment that was withdrawn or erased before anybody had read it leaves no trace; one that had been public leaves its place.
create or replace view consultations.published_comments as
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
  and (comment.state not in ('withdrawn', 'erased') or comment.published_at is not null)
  and not exists (
    select from consultations.consultations as consultation
    where consultation.id = comment.consultation_id and consultation.state = 'taken-down');

-- Who agreed that their name is shown, before this table was there. The question has had one wording until now.
insert into platform.consents (contact_id, what, subject, words_version, given_at)
select comment.contact_id, 'name-public', 'consultations.comment:' || comment.id, 1, comment.sent_at
from consultations.comments as comment
join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
where version.name_public and comment.contact_id is not null and comment.state <> 'erased';
create index changes_of_kind on platform.changes (split_part(subject, ':', 1), id desc);
create index person_requests_by_record on platform.person_requests (record) where record is not null;
