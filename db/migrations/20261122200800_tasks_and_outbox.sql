-- Tasks and internal notes about any record; what becomes of a letter after it was written; papers that leave the house
-- by hand or by post; signs of life for who runs the installation. PostgreSQL 15.

-- A task is the house's own: everybody of the institution may read it. Never a citizen's name in its title.
create table platform.tasks (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  -- The record it is about; null: about nothing that stands here.
  subject text constraint task_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  title text not null constraint task_title_length check (length(title) between 1 and 200),
  words text not null default '' constraint task_words_length check (length(words) <= 4000),
  -- Whose it is. Given to a role it has a holder once somebody takes it.
  holder_id uuid references platform.accounts (id),
  role text,
  -- A day in the institution's zone.
  due_on date,
  state text not null default 'open' constraint task_state_known check (state in ('open', 'taken', 'done', 'cancelled')),
  -- Why it was cancelled.
  reason text constraint task_reason_length check (length(reason) between 1 and 1000),
  given_by_id uuid references platform.accounts (id),
  given_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  -- The number of the form that gave it: a form that arrives twice counts once.
  form_id uuid constraint task_form_once unique,
  -- Paged by key: what has no day stands last.
  due_key date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  constraint task_in_institution unique (institution_id, id),
  constraint task_is_somebodys check (holder_id is not null or role is not null),
  constraint task_taken_by_somebody check (state <> 'taken' or holder_id is not null),
  constraint task_end_has_time check ((state in ('done', 'cancelled')) = (ended_at is not null)),
  constraint task_cancelled_with_reason check (state <> 'cancelled' or reason is not null)
);
create index tasks_open_by_institution on platform.tasks (institution_id, due_key, id) where state in ('open', 'taken');
create index tasks_open_by_holder on platform.tasks (holder_id, due_key, id) where state in ('open', 'taken');
create index tasks_open_by_role on platform.tasks (institution_id, role, due_key, id) where state = 'open' and holder_id is null;
create index tasks_by_due on platform.tasks (institution_id, due_key, id);
create index tasks_of_everyone on platform.tasks (due_key, id) where state in ('open', 'taken');
create index tasks_by_subject on platform.tasks (subject, given_at, id) where subject is not null;

-- What officials say to one another about a record. In no published view, ever. Corrected by a further note.
create table platform.notes (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  subject text not null constraint note_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- Null once erased: what was written about a person may have to go.
  words text constraint note_words_length check (length(words) between 1 and 4000),
  by_account_id uuid not null references platform.accounts (id),
  at timestamptz not null,
  erased_at timestamptz,
  form_id uuid constraint note_form_once unique,
  constraint note_in_institution unique (institution_id, id),
  constraint note_has_words_or_was_erased check ((words is null) = (erased_at is not null))
);
create index notes_by_subject on platform.notes (subject, at, id);

create table platform.note_mentions (
  note_id uuid not null,
  institution_id uuid not null,
  account_id uuid not null references platform.accounts (id),
  seen_at timestamptz,
  primary key (note_id, account_id),
  constraint mention_in_institution foreign key (institution_id, note_id) references platform.notes (institution_id, id)
);
create index note_mentions_unseen on platform.note_mentions (account_id) where seen_at is null;

-- The morning's letter: whether somebody wants it, and that it goes out once a day.
create table platform.duty_choices (
  account_id uuid primary key references platform.accounts (id),
  wanted boolean not null,
  lang text not null default 'sq' constraint duty_choice_lang_known check (lang in ('sq', 'en')),
  changed_at timestamptz not null
);
create table platform.duty_letters (
  account_id uuid not null references platform.accounts (id),
  day date not null,
  sent_at timestamptz not null,
  primary key (account_id, day)
);
create index duty_letters_by_day on platform.duty_letters (day);

-- A letter that came back, or that staff gave up because the person was reached otherwise.
alter table platform.mail_messages drop constraint mail_state_known;
alter table platform.mail_messages add constraint mail_state_known
  check (state in ('queued', 'claimed', 'sent', 'uncertain', 'failed', 'bounced', 'settled'));
alter table platform.mail_messages drop constraint mail_sent_has_time;
alter table platform.mail_messages add constraint mail_sent_has_time
  check (case when state = 'sent' then sent_at is not null else sent_at is null or state in ('bounced', 'settled') end);
alter table platform.mail_messages drop constraint mail_unsent_has_body;
alter table platform.mail_messages add constraint mail_unsent_has_body
  check (body is not null or state in ('sent', 'bounced', 'settled'));
alter table platform.mail_messages
  add column ended_at timestamptz,
  add column settled_as text constraint mail_settled_as_known
    check (settled_as in ('delivered-otherwise', 'not-needed', 'term-over')),
  add column settled_by_id uuid references platform.accounts (id),
  add constraint mail_end_has_time check ((state in ('bounced', 'settled')) = (ended_at is not null)),
  add constraint mail_settled_has_kind check ((state = 'settled') = (settled_as is not null));
create index mail_messages_by_state on platform.mail_messages (state, created_at desc, id desc);
create index mail_messages_by_institution_state on platform.mail_messages (institution_id, state, created_at desc, id desc);
drop index platform.mail_messages_open;
create index mail_messages_open on platform.mail_messages (state, created_at) where state not in ('sent', 'settled');
create index mail_messages_ended on platform.mail_messages (ended_at) where ended_at is not null;

-- What stands above and below the words of every letter that an institution sends.
create table platform.mail_phrases (
  institution_id uuid not null references platform.institutions (id),
  lang text not null constraint mail_phrase_lang_known check (lang in ('sq', 'en')),
  opening text not null default '' constraint mail_phrase_opening_length check (length(opening) <= 500),
  closing text not null default '' constraint mail_phrase_closing_length check (length(closing) <= 1000),
  changed_at timestamptz not null,
  changed_by_id uuid references platform.accounts (id),
  version int not null default 1,
  primary key (institution_id, lang)
);

-- A paper on its way out of the house: queued for print, handed on, come back. Corrected by a new entry.
create table platform.dispatches (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  subject text not null constraint dispatch_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- Without the addressee's name.
  title text not null constraint dispatch_title_length check (length(title) between 1 and 250),
  lang text not null default 'sq' constraint dispatch_lang_known check (lang in ('sq', 'en')),
  way text not null constraint dispatch_way_known check (way in ('e-mail', 'hand', 'registered-post', 'post', 'pickup')),
  state text not null constraint dispatch_state_known
    check (state in ('to-print', 'handed-on', 'returned', 'cancelled', 'corrected')),
  slip text constraint dispatch_slip_length check (length(slip) between 1 and 60),
  handed_on date,
  returned_on date,
  -- Why it came back, was cancelled or corrected.
  reason text constraint dispatch_reason_length check (length(reason) between 1 and 1000),
  corrects_id uuid,
  created_at timestamptz not null,
  created_by_id uuid references platform.accounts (id),
  version int not null default 1,
  form_id uuid constraint dispatch_form_once unique,
  constraint dispatch_in_institution unique (institution_id, id),
  constraint dispatch_corrects_own foreign key (institution_id, corrects_id) references platform.dispatches (institution_id, id),
  constraint dispatch_handed_has_day check (state not in ('handed-on', 'returned') or handed_on is not null),
  constraint dispatch_returned_has_day check ((state = 'returned') = (returned_on is not null)),
  constraint dispatch_ended_with_reason check (state not in ('returned', 'cancelled', 'corrected') or reason is not null)
);
create index dispatches_newest on platform.dispatches (institution_id, created_at desc, id desc);
create index dispatches_of_everyone on platform.dispatches (created_at desc, id desc);
create index dispatches_by_state on platform.dispatches (institution_id, state, created_at desc, id desc);
create index dispatches_to_print on platform.dispatches (institution_id, created_at) where state = 'to-print';
create index dispatches_by_subject on platform.dispatches (subject, created_at);
create index dispatches_corrected on platform.dispatches (corrects_id) where corrects_id is not null;

-- To whom, and the words to print: erased without the entry.
create table platform.dispatch_people (
  dispatch_id uuid primary key references platform.dispatches (id),
  contact_id uuid references platform.contacts (id) on delete set null,
  name text not null constraint dispatch_person_name_length check (length(name) between 1 and 200),
  postal text constraint dispatch_person_postal_length check (length(postal) <= 500),
  words text constraint dispatch_words_length check (length(words) <= 100000)
);
create index dispatch_people_by_contact on platform.dispatch_people (contact_id) where contact_id is not null;

-- The last time that something ran, and what it found: each job of the clock, the mailbox, the backup.
create table platform.signs (
  name text primary key constraint sign_name_length check (length(name) between 1 and 100),
  at timestamptz not null,
  details jsonb not null default '{}' constraint sign_details_object check (jsonb_typeof(details) = 'object')
);
