-- Who asked to come to something of any module becomes the platform's; invitations to meetings of a council: what was sent of
-- what changed, who asked for whom, and where people may register. PostgreSQL 15.

-- Who asked to come. Known to the office alone, and erased some time afterwards.
create table platform.registrations (
  id uuid primary key default gen_random_uuid(),
  -- What they come to: meetings.meeting:<id>, council.meeting:<id>.
  subject text not null constraint registration_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  institution_id uuid not null references platform.institutions (id),
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
  -- A point of it; one that is gone is none.
  item_id uuid,
  needs text constraint registration_needs_length check (length(needs) between 2 and 500),
  state text not null constraint registration_state_known check (state in ('sent', 'confirmed', 'waiting', 'withdrawn')),
  -- The order in which they were confirmed: who waits moves up by it, and who speaks speaks by it.
  confirmed_at timestamptz,
  attended boolean,
  entered_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint registration_counted_when_confirmed check (state = 'sent' or state = 'withdrawn' or confirmed_at is not null),
  constraint registration_reached_somehow check (contact_id is null or token_digest is not null)
);
create unique index registration_once on platform.registrations (subject, contact_id)
  where contact_id is not null and state <> 'withdrawn';
create index registrations_of_subject on platform.registrations (subject text_pattern_ops, confirmed_at, id);
create index registrations_by_contact on platform.registrations (contact_id) where contact_id is not null;
create index registrations_unconfirmed on platform.registrations (created_at) where state = 'sent';

-- A letter about something that happened to somebody registered, so that nobody gets two.
create table platform.registration_letters (
  -- meetings.event:<number>, council.event:<number>.
  event text not null constraint registration_letter_event_shape check (event ~ '^[a-z-]+\.[a-z-]+:[0-9a-z-]+$'),
  registration_id uuid not null references platform.registrations (id) on delete cascade,
  at timestamptz not null,
  constraint registration_letter_once primary key (event, registration_id)
);
create index registration_letters_by_registration on platform.registration_letters (registration_id);

insert into platform.registrations
  (id, subject, institution_id, form_id, contact_id, token_digest, lang, channel, name, organisation, sector, phone, speaks,
   item_id, needs, state, confirmed_at, attended, entered_by, created_at, changed_at)
select id, 'meetings.meeting:' || meeting_id, institution_id, form_id, contact_id, token_digest, lang, channel, name,
       organisation, sector, phone, speaks, item_id, needs, state, confirmed_at, attended, entered_by, created_at, changed_at
from meetings.registrations;
insert into platform.registration_letters (event, registration_id, at)
select 'meetings.event:' || event_id, registration_id, at from meetings.event_letters;
drop table meetings.event_letters;
drop table meetings.registrations;

-- Whether, until when and how many may register for a meeting of a council.
create table council.registration_offers (
  meeting_id uuid primary key,
  institution_id uuid not null,
  kind text not null constraint registration_offer_kind_known check (kind in ('attend', 'attend-and-speak')),
  -- Null: until the meeting begins.
  closes_at timestamptz,
  -- Null: as many as come.
  capacity int constraint registration_offer_capacity_positive check (capacity between 1 and 5000),
  version int not null default 1,
  set_at timestamptz not null,
  set_by uuid references platform.accounts (id),
  constraint registration_offer_of_meeting foreign key (institution_id, meeting_id)
    references council.meetings (institution_id, id) on delete cascade
);

-- Up to which event somebody who is called knows of the meeting: what happened since is sent to them.
alter table council.invitations
  add column form_id uuid constraint invitation_form_once unique,
  add column lang text not null default 'sq' constraint invitation_lang_known check (lang in ('sq', 'en')),
  -- Where their letter of paper goes.
  add column guest_postal text constraint invitation_guest_postal_length check (length(guest_postal) between 5 and 400),
  add column seen_event_id bigint,
  -- The link is made of it and the secret of the installation, so that a later letter can carry the same one; a new number makes
  -- a new link, and the old one opens nothing.
  add column link_number int not null default 1 constraint invitation_link_number_positive check (link_number > 0),
  -- Called no more: a guest taken back, or one who is no member any longer. The link opens nothing then.
  add column ended_at timestamptz;

-- Each letter to somebody who is called, so that nobody gets two of one thing: the call, or what changed up to an event.
create table council.invitation_letters (
  invitation_id uuid not null references council.invitations (id) on delete cascade,
  -- The newest event that it tells; 0: there was none yet.
  upto_event_id bigint not null,
  -- The call itself, or what changed since the letter before.
  what text not null constraint invitation_letter_what_known check (what in ('call', 'changes')),
  from_event_id bigint not null,
  channel text not null constraint invitation_letter_channel_known check (channel in ('mail', 'letter', 'hand')),
  letter_id uuid,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint invitation_letter_once primary key (invitation_id, upto_event_id)
);
