-- Gatherings without formal votes: hearings, workshops, working groups, information. Announced, held, written up; who asks
-- to come is known to the office alone, and everybody reads numbers. PostgreSQL 15.

create schema meetings;

create table meetings.meetings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint meeting_form_once unique,
  -- Of one that was taken in from a file: the word by which it is known again.
  import_key text constraint meeting_import_key_length check (length(import_key) between 3 and 120),
  slug text not null constraint meeting_slug_unique unique
    constraint meeting_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 90),
  kind text not null constraint meeting_kind_known check (kind in
    ('public-hearing', 'working-group', 'workshop', 'focus-group', 'consultative', 'information')),
  -- Null: of a meeting of the past nobody wrote down where it was held.
  mode text constraint meeting_mode_known check (mode in ('field', 'online', 'both')),
  title text not null constraint meeting_title_length check (length(title) between 5 and 300),
  -- What it is for, in a few sentences.
  summary text not null default '' constraint meeting_summary_length check (length(summary) <= 5000),
  lang text not null default 'sq' constraint meeting_lang_known check (lang in ('sq', 'en', 'sr')),
  address text constraint meeting_address_length check (length(address) between 2 and 300),
  online_url text constraint meeting_online_url_shape check (online_url ~ '^https?://' and length(online_url) <= 500),
  -- The role of whoever leads it; a name only of an official, and with consent.
  moderator text constraint meeting_moderator_length check (length(moderator) between 2 and 200),
  moderator_name text constraint meeting_moderator_name_length check (length(moderator_name) between 2 and 120),
  moderator_consent boolean not null default false,
  -- Who helps to hold it: [{"name": "IOM", "institution": "<id>"}]; the id where it is one that stands here.
  partners jsonb not null default '[]' constraint meeting_partners_list check (jsonb_typeof(partners) = 'array'),
  -- Sectors that are called, of the list in code, and what else is to say of them.
  audience text[] not null default '{}',
  audience_note text constraint meeting_audience_note_length check (length(audience_note) between 2 and 500),
  languages text[] not null default '{sq}',
  accessibility text constraint meeting_accessibility_length check (length(accessibility) between 2 and 1000),
  capacity int constraint meeting_capacity_positive check (capacity between 1 and 100000),
  registration text not null default 'none' constraint meeting_registration_known check (registration in
    ('none', 'attend', 'attend-and-speak')),
  -- The rule by which its notice is due, where law 146/2014 is its basis.
  basis_rule text constraint meeting_basis_rule_shape check (basis_rule ~ '^[A-Z]+(-[A-Z0-9]+)+$'),
  contact_email text constraint meeting_contact_email_shape check (contact_email ~ '^[^@\s]+@[^@\s]+$' and length(contact_email) <= 254),
  -- Kept by the deeds that write its days.
  first_day date,
  last_day date,
  listed_on date generated always as (coalesce(first_day, '9999-12-31'::date)) stored,
  state text not null default 'draft' constraint meeting_state_known check (state in
    ('draft', 'published', 'postponed', 'cancelled', 'held', 'taken-down')),
  state_before text constraint meeting_state_before_known check (state_before in ('published', 'postponed', 'cancelled', 'held')),
  -- Of the past, taken over from papers: what is not known is not known.
  history boolean not null default false,
  version int not null default 1 constraint meeting_version_positive check (version > 0),
  -- Minutes in the office's own words: what is being written, and what everybody reads.
  minutes_draft text constraint meeting_minutes_draft_length check (length(minutes_draft) <= 50000),
  minutes text constraint meeting_minutes_length check (length(minutes) <= 50000),
  minutes_published_at timestamptz,
  -- How many came, as counted at the door: [{"sector": "citizen", "total": 12, "women": 7, "men": 5}]. Null: not known.
  attendance jsonb constraint meeting_attendance_list check (jsonb_typeof(attendance) = 'array'),
  -- Organisations that were there; officials by name only with consent: [{"kind": "organisation", "words": "UNHCR"}].
  participants jsonb not null default '[]' constraint meeting_participants_list check (jsonb_typeof(participants) = 'array'),
  -- When it was written up; it was held on its days.
  written_up_at timestamptz,
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text constraint meeting_cancel_reason_length check (length(cancel_reason) between 5 and 1000),
  constraint meeting_in_institution unique (institution_id, id),
  constraint meeting_import_once unique (institution_id, import_key),
  constraint meeting_days_together check ((first_day is null) = (last_day is null) and last_day >= first_day),
  constraint meeting_name_needs_consent check (moderator_name is null or moderator_consent),
  constraint meeting_published_has_day check (state = 'draft' or published_at is not null),
  constraint meeting_cancelled_says_why check ((state = 'cancelled' or state_before is not distinct from 'cancelled')
    = (cancelled_at is not null and cancel_reason is not null)),
  constraint meeting_before_takedown check ((state = 'taken-down') = (state_before is not null))
);
create index meetings_in_office on meetings.meetings (institution_id, created_at desc, id desc);
create index meetings_by_time on meetings.meetings (created_at desc, id desc);
create index meetings_public on meetings.meetings (listed_on, id) where state in ('published', 'postponed', 'cancelled', 'held');
create index meetings_public_of_institution on meetings.meetings (institution_id, listed_on, id)
  where state in ('published', 'postponed', 'cancelled', 'held');

-- Its days, each with its hours; null where nobody knows them.
create table meetings.meeting_days (
  meeting_id uuid not null,
  institution_id uuid not null,
  day date not null,
  from_time time,
  to_time time,
  primary key (meeting_id, day),
  constraint meeting_day_of_meeting foreign key (institution_id, meeting_id)
    references meetings.meetings (institution_id, id) on delete cascade,
  constraint meeting_day_hours_in_order check (from_time is not null or to_time is null),
  constraint meeting_day_ends_after check (to_time > from_time)
);
create index meeting_days_by_day on meetings.meeting_days (day, meeting_id);

create table meetings.agenda_items (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  institution_id uuid not null,
  ordinal int not null constraint agenda_item_ordinal_positive check (ordinal > 0),
  from_time time,
  title text not null constraint agenda_item_title_length check (length(title) between 2 and 300),
  minutes_draft text constraint agenda_item_minutes_draft_length check (length(minutes_draft) <= 20000),
  minutes text constraint agenda_item_minutes_length check (length(minutes) <= 20000),
  constraint agenda_item_of_meeting foreign key (institution_id, meeting_id)
    references meetings.meetings (institution_id, id) on delete cascade,
  constraint agenda_item_of_this_meeting unique (meeting_id, id),
  constraint agenda_item_in_order unique (meeting_id, ordinal) deferrable initially deferred
);

-- The bodies it belongs to: a working group and the group that steers it.
create table meetings.meeting_bodies (
  meeting_id uuid not null,
  institution_id uuid not null,
  body_id uuid not null,
  primary key (meeting_id, body_id),
  constraint meeting_body_of_meeting foreign key (institution_id, meeting_id)
    references meetings.meetings (institution_id, id) on delete cascade,
  constraint meeting_body_in_institution foreign key (institution_id, body_id) references platform.bodies (institution_id, id)
);
create index meeting_bodies_by_body on meetings.meeting_bodies (body_id);

-- What came out of it: what was approved there, and what somebody is to do.
create table meetings.outcomes (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  institution_id uuid not null,
  form_id uuid constraint outcome_form_once unique,
  ordinal int not null constraint outcome_ordinal_positive check (ordinal > 0),
  kind text not null constraint outcome_kind_known check (kind in ('decision', 'conclusion')),
  words text not null constraint outcome_words_length check (length(words) between 3 and 2000),
  words_en text constraint outcome_words_en_length check (length(words_en) between 3 and 2000),
  -- Of a conclusion that somebody has to carry out: who, until when, and the task of the office.
  role text constraint outcome_role_length check (length(role) between 2 and 60),
  due_on date,
  task_id uuid references platform.tasks (id),
  added_at timestamptz not null,
  constraint outcome_of_meeting foreign key (institution_id, meeting_id) references meetings.meetings (institution_id, id),
  constraint outcome_in_order unique (meeting_id, ordinal)
);
create index outcomes_by_task on meetings.outcomes (task_id) where task_id is not null;

-- What happened to it, in public.
create table meetings.meeting_events (
  id bigint generated always as identity primary key,
  meeting_id uuid not null,
  institution_id uuid not null,
  form_id uuid constraint meeting_event_form_once unique,
  kind text not null constraint meeting_event_kind_known check (kind in
    ('published', 'changed', 'postponed', 'moved', 'cancelled', 'held', 'minutes', 'outcome', 'document-added',
     'document-removed', 'corrected', 'taken-in')),
  version int not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  reason text constraint meeting_event_reason_length check (length(reason) between 3 and 1000),
  -- Its days before and after, where it was moved.
  from_day date,
  to_day date,
  constraint meeting_event_of_meeting foreign key (institution_id, meeting_id)
    references meetings.meetings (institution_id, id)
);
create index meeting_events_of_meeting on meetings.meeting_events (meeting_id, id);

-- Who asked to come. Known to the office alone, and erased some time after the meeting.
create table meetings.registrations (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  institution_id uuid not null,
  form_id uuid not null constraint registration_form_once unique,
  -- Null: somebody at the counter or on the telephone, without an address.
  contact_id uuid references platform.contacts (id),
  token_digest bytea constraint registration_token_unique unique,
  lang text not null default 'sq' constraint registration_lang_known check (lang in ('sq', 'en')),
  channel text not null default 'web' constraint registration_channel_known check (channel in ('web', 'counter', 'phone', 'email')),
  name text not null constraint registration_name_length check (length(name) between 2 and 120),
  organisation text constraint registration_organisation_length check (length(organisation) between 2 and 200),
  sector text,
  phone text constraint registration_phone_length check (length(phone) between 5 and 40),
  speaks boolean not null default false,
  item_id uuid,
  needs text constraint registration_needs_length check (length(needs) between 2 and 500),
  state text not null constraint registration_state_known check (state in ('sent', 'confirmed', 'waiting', 'withdrawn')),
  -- The order in which they were confirmed: who waits moves up by it.
  confirmed_at timestamptz,
  attended boolean,
  entered_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint registration_of_meeting foreign key (institution_id, meeting_id)
    references meetings.meetings (institution_id, id),
  constraint registration_of_item foreign key (meeting_id, item_id)
    references meetings.agenda_items (meeting_id, id) on delete set null (item_id),
  constraint registration_counted_when_confirmed check (state = 'sent' or state = 'withdrawn' or confirmed_at is not null),
  constraint registration_reached_somehow check (contact_id is null or token_digest is not null)
);
create unique index registration_once on meetings.registrations (meeting_id, contact_id)
  where contact_id is not null and state <> 'withdrawn';
create index registrations_of_meeting on meetings.registrations (meeting_id, confirmed_at, id);
create index registrations_by_contact on meetings.registrations (contact_id) where contact_id is not null;
create index registrations_unconfirmed on meetings.registrations (created_at) where state = 'sent';

-- A letter about an event to somebody registered, so that nobody gets two.
create table meetings.event_letters (
  event_id bigint not null references meetings.meeting_events (id),
  registration_id uuid not null references meetings.registrations (id) on delete cascade,
  at timestamptz not null,
  constraint event_letter_once primary key (event_id, registration_id)
);
create index event_letters_by_registration on meetings.event_letters (registration_id);

create view meetings.published_meetings as
select
  'meetings.meeting:' || meeting.id as subject,
  meeting.id,
  meeting.institution_id,
  'meeting'::text as kind,
  meeting.lang,
  meeting.title,
  meeting.summary as body,
  meeting.published_at,
  meeting.changed_at,
  meeting.state,
  platform.topics_of('meetings.meeting:' || meeting.id) as topics,
  platform.places_of('meetings.meeting:' || meeting.id) as places,
  meeting.slug,
  meeting.kind as meeting_kind,
  meeting.mode,
  meeting.address,
  meeting.online_url,
  meeting.moderator,
  case when meeting.moderator_consent then meeting.moderator_name end as moderator_name,
  meeting.partners,
  meeting.audience,
  meeting.audience_note,
  meeting.languages,
  meeting.accessibility,
  meeting.capacity,
  meeting.registration,
  meeting.basis_rule,
  meeting.contact_email,
  meeting.first_day,
  meeting.last_day,
  meeting.listed_on,
  meeting.history,
  meeting.version,
  meeting.minutes,
  meeting.minutes_published_at,
  meeting.attendance,
  meeting.participants,
  meeting.written_up_at,
  meeting.cancelled_at,
  meeting.cancel_reason,
  institution.slug as institution_slug,
  institution.zone
from meetings.meetings as meeting
join platform.institutions as institution on institution.id = meeting.institution_id
where meeting.state in ('published', 'postponed', 'cancelled', 'held');

create view meetings.open_meetings as
select
  meeting.id as key,
  meeting.id,
  meeting.institution_slug as institution,
  meeting.title,
  meeting.lang,
  meeting.body as summary,
  meeting.meeting_kind,
  meeting.mode,
  meeting.address as place,
  meeting.online_url,
  meeting.moderator,
  (select coalesce(array_agg(partner ->> 'name'), '{}') from jsonb_array_elements(meeting.partners) as partner) as partners,
  meeting.audience,
  meeting.languages,
  meeting.capacity,
  meeting.first_day,
  meeting.last_day,
  (select count(*) from meetings.meeting_days as one where one.meeting_id = meeting.id)::int as days,
  (select sum((counted ->> 'total')::int)::int from jsonb_array_elements(meeting.attendance) as counted) as attendance,
  (select count(*) from meetings.outcomes as one where one.meeting_id = meeting.id and one.kind = 'decision')::int as decisions,
  (select count(*) from meetings.outcomes as one where one.meeting_id = meeting.id and one.kind = 'conclusion')::int as conclusions,
  (select coalesce(array_agg(link.to_ref order by link.at, link.id), '{}') from platform.links as link
   where link.from_ref = meeting.subject and link.kind = 'about' and link.ended_at is null) as about,
  meeting.state,
  meeting.history,
  meeting.topics,
  meeting.places,
  meeting.version,
  meeting.cancelled_at,
  meeting.cancel_reason,
  meeting.published_at,
  meeting.changed_at,
  '/takime/' || meeting.slug as url
from meetings.published_meetings as meeting;

-- The guards. What everybody reads does not change without an entry.
create constraint trigger meeting_added_in_ledger after insert on meetings.meetings
  deferrable initially deferred for each row when (new.state in ('published', 'postponed', 'cancelled', 'held'))
  execute function platform.require_ledger_entry('always', 'meetings.meeting', 'meetings.meeting', 'id');
create constraint trigger meeting_changed_in_ledger after update on meetings.meetings
  deferrable initially deferred for each row when (
    (old.state in ('published', 'postponed', 'cancelled', 'held') or new.state in ('published', 'postponed', 'cancelled', 'held'))
    and (old.id, old.institution_id, old.slug, old.kind, old.mode, old.title, old.summary, old.lang, old.address, old.online_url,
         old.moderator, old.moderator_name, old.moderator_consent, old.partners, old.audience, old.audience_note, old.languages,
         old.accessibility, old.capacity, old.registration, old.basis_rule, old.contact_email, old.first_day, old.last_day,
         old.state, old.history, old.version, old.minutes, old.minutes_published_at, old.attendance, old.participants,
         old.written_up_at, old.changed_at, old.published_at, old.cancelled_at, old.cancel_reason)
      is distinct from
        (new.id, new.institution_id, new.slug, new.kind, new.mode, new.title, new.summary, new.lang, new.address, new.online_url,
         new.moderator, new.moderator_name, new.moderator_consent, new.partners, new.audience, new.audience_note, new.languages,
         new.accessibility, new.capacity, new.registration, new.basis_rule, new.contact_email, new.first_day, new.last_day,
         new.state, new.history, new.version, new.minutes, new.minutes_published_at, new.attendance, new.participants,
         new.written_up_at, new.changed_at, new.published_at, new.cancelled_at, new.cancel_reason))
  execute function platform.require_ledger_entry('always', 'meetings.meeting', 'meetings.meeting', 'id');
create constraint trigger meeting_removed_in_ledger after delete on meetings.meetings
  deferrable initially deferred for each row when (old.state in ('published', 'postponed', 'cancelled', 'held'))
  execute function platform.require_ledger_entry('always', 'meetings.meeting', 'meetings.meeting', 'id');

create constraint trigger meeting_day_in_ledger after insert or update or delete on meetings.meeting_days
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
create constraint trigger meeting_body_in_ledger after insert or update or delete on meetings.meeting_bodies
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
create constraint trigger agenda_item_in_ledger after insert or delete on meetings.agenda_items
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
-- What is still being written of the minutes is the office's alone.
create constraint trigger agenda_item_changed_in_ledger after update on meetings.agenda_items
  deferrable initially deferred for each row when (
    (old.meeting_id, old.ordinal, old.from_time, old.title, old.minutes)
      is distinct from (new.meeting_id, new.ordinal, new.from_time, new.title, new.minutes))
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
create constraint trigger outcome_in_ledger after insert or delete on meetings.outcomes
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
create constraint trigger outcome_changed_in_ledger after update on meetings.outcomes
  deferrable initially deferred for each row when (
    (old.meeting_id, old.ordinal, old.kind, old.words, old.words_en, old.due_on)
      is distinct from (new.meeting_id, new.ordinal, new.kind, new.words, new.words_en, new.due_on))
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
create constraint trigger meeting_event_in_ledger after insert or delete on meetings.meeting_events
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
create constraint trigger meeting_event_changed_in_ledger after update on meetings.meeting_events
  deferrable initially deferred for each row when (
    (old.meeting_id, old.kind, old.version, old.at, old.reason, old.from_day, old.to_day)
      is distinct from (new.meeting_id, new.kind, new.version, new.at, new.reason, new.from_day, new.to_day))
  execute function platform.require_ledger_entry('recorded', 'meetings.meeting', 'meetings.meeting', 'meeting_id');
