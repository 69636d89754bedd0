-- Every paper that comes in, by web, mail, post or over the counter: one register for each institution. PostgreSQL 15.
create table platform.cases (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  -- Made with the form: the same form arriving twice is one case.
  submission_id uuid not null constraint case_submitted_once unique,
  channel text not null constraint case_channel_known check (channel in ('web', 'email', 'paper', 'counter')),
  -- Gapless within the institution and the civil year of receipt; a case without one was never counted.
  register_year int,
  register_number int,
  -- As printed in a register that was taken over: `12/a`. Stands outside the counter.
  printed_number text constraint case_printed_number_length check (length(printed_number) between 1 and 40),
  -- Read out on the telephone and copied from the receipt.
  code text constraint case_code_unique unique constraint case_code_shape check (code ~ '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$'),
  -- The office's own: "Nr. __ Prot., datë __".
  protocol_number text constraint case_protocol_number_length check (length(protocol_number) between 1 and 40),
  protocol_on date,
  lang text not null default 'sq' constraint case_lang_known check (lang in ('sq', 'en')),
  -- The words of the letter; erased together with its sender.
  about text constraint case_about_length check (length(about) between 1 and 300),
  words text constraint case_words_length check (char_length(words) <= 200000),
  -- What came along and was not kept: [{"name", "why"}].
  left_out jsonb not null default '[]' constraint case_left_out_list check (jsonb_typeof(left_out) = 'array'),
  state text not null constraint case_state_known check (state in
    ('sent', 'new', 'assigned', 'in-work', 'answered', 'closed', 'discarded', 'duplicate')),
  state_reason text constraint case_state_reason_length check (length(state_reason) between 3 and 1000),
  -- Three stamps: written or posted (a day), received (to the minute, or a day), entered.
  happened_on date,
  received_at timestamptz not null,
  received_to text not null default 'minute' constraint case_received_to_known check (received_to in ('minute', 'day')),
  entered_at timestamptz not null,
  -- By registered post the day of posting is the day of filing (law 44/2015, Art 57).
  registered_post boolean not null default false,
  filed_on date not null,
  due_on date,
  owner_account_id uuid references platform.accounts (id),
  owner_role text,
  duplicate_of uuid,
  -- Handed on to another institution of the installation: its case there.
  transferred_to uuid references platform.cases (id),
  contact_id uuid references platform.contacts (id) on delete set null,
  -- SHA-256 of the private link's token.
  token_digest bytea constraint case_token_unique unique,
  -- The receipt goes out once.
  acknowledged_at timestamptz,
  entered_by uuid references platform.accounts (id),
  taken_over boolean not null default false,
  version int not null default 1,
  answered_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz not null,
  erased_at timestamptz,
  constraint case_in_institution unique (institution_id, id),
  constraint case_numbered_once unique (institution_id, register_year, register_number),
  constraint case_numbered_whole check ((register_year is null) = (register_number is null)),
  constraint case_counted_has_number check (
    state = 'sent' or ((register_number is not null or printed_number is not null) and code is not null)),
  constraint case_original_in_institution foreign key (institution_id, duplicate_of) references platform.cases (institution_id, id),
  constraint case_duplicate_names_original check ((state = 'duplicate') = (duplicate_of is not null)),
  constraint case_is_not_its_own_duplicate check (duplicate_of <> id),
  constraint case_discarded_has_reason check (state <> 'discarded' or state_reason is not null),
  constraint case_registered_post_has_day check (not registered_post or happened_on is not null),
  constraint case_protocol_day_needs_number check (protocol_on is null or protocol_number is not null),
  constraint case_has_words_unless_erased check (erased_at is not null or about is not null)
);
create index cases_newest on platform.cases (received_at desc, id desc) where state <> 'sent';
create index cases_by_institution on platform.cases (institution_id, received_at desc, id desc) where state <> 'sent';
create index cases_by_state on platform.cases (institution_id, state, received_at desc, id desc) where state <> 'sent';
create index cases_open on platform.cases (institution_id, due_on) where state in ('new', 'assigned', 'in-work');
create index cases_by_owner on platform.cases (owner_account_id, received_at desc, id desc) where owner_account_id is not null;
create index cases_by_owner_role on platform.cases (institution_id, owner_role, received_at desc, id desc) where owner_role is not null;
create index cases_without_protocol on platform.cases (institution_id, received_at desc, id desc) where protocol_number is null and state <> 'sent';
create index cases_by_protocol on platform.cases (institution_id, protocol_number) where protocol_number is not null;
create index cases_by_printed_number on platform.cases (institution_id, printed_number) where printed_number is not null;
create index cases_by_contact on platform.cases (contact_id, received_at desc) where contact_id is not null;
create index cases_by_original on platform.cases (duplicate_of) where duplicate_of is not null;
create index cases_unconfirmed on platform.cases (entered_at) where state = 'sent';
create index cases_by_words on platform.cases using gin
  (platform.plain(coalesce(about, '') || ' ' || coalesce(words, '')) gin_trgm_ops);

-- Who wrote: all of it and its salt in one row, so that erasing is one deed.
create table platform.case_senders (
  case_id uuid primary key,
  institution_id uuid not null,
  name text constraint case_sender_name_length check (length(name) between 2 and 200),
  postal text constraint case_sender_postal_length check (length(postal) <= 500),
  telephone text constraint case_sender_telephone_length check (length(telephone) <= 60),
  email text constraint case_sender_email_shape check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  salt bytea not null constraint case_sender_salt_length check (length(salt) = 16),
  -- Keyed digest of who it is, for finding the letter that came twice.
  digest bytea,
  constraint case_sender_of_case foreign key (institution_id, case_id) references platform.cases (institution_id, id)
);
create index case_senders_by_digest on platform.case_senders (institution_id, digest) where digest is not null;
create index case_senders_by_name on platform.case_senders using gin (platform.plain(name) gin_trgm_ops);
create index case_senders_by_email on platform.case_senders (email) where email is not null;

-- What one letter asks, each with its own owner and answer. A letter that was not taken apart is one point.
create table platform.case_points (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  case_id uuid not null,
  ordinal int not null constraint case_point_ordinal_positive check (ordinal > 0),
  -- Both null: the letter as a whole.
  title text constraint case_point_title_length check (length(title) between 1 and 300),
  words text constraint case_point_words_length check (char_length(words) <= 50000),
  owner_account_id uuid references platform.accounts (id),
  owner_role text,
  answer text constraint case_point_answer_length check (char_length(answer) between 1 and 20000),
  answer_reason text constraint case_point_reason_length check (char_length(answer_reason) <= 4000),
  answered_at timestamptz,
  answered_by uuid references platform.accounts (id),
  version int not null default 1,
  constraint case_point_of_case foreign key (institution_id, case_id) references platform.cases (institution_id, id),
  constraint case_point_order unique (case_id, ordinal),
  constraint case_point_answered_whole check ((answered_at is null) = (answered_by is null))
);

-- Papers that came later and belong to the case.
create table platform.case_papers (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  case_id uuid not null,
  submission_id uuid not null constraint case_paper_submitted_once unique,
  channel text not null constraint case_paper_channel_known check (channel in ('web', 'email', 'paper', 'counter')),
  about text constraint case_paper_about_length check (length(about) between 1 and 300),
  words text constraint case_paper_words_length check (char_length(words) <= 200000),
  left_out jsonb not null default '[]' constraint case_paper_left_out_list check (jsonb_typeof(left_out) = 'array'),
  protocol_number text constraint case_paper_protocol_length check (length(protocol_number) between 1 and 40),
  protocol_on date,
  received_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid references platform.accounts (id),
  constraint case_paper_of_case foreign key (institution_id, case_id) references platform.cases (institution_id, id)
);
create index case_papers_by_case on platform.case_papers (case_id, received_at, id);
create index case_papers_by_protocol on platform.case_papers (institution_id, protocol_number) where protocol_number is not null;

-- Every message taken out of the mailbox, once, whatever became of it.
create table platform.incoming_mails (
  id uuid primary key default gen_random_uuid(),
  -- Null: no role address tells whose it is; it waits to be sorted.
  institution_id uuid references platform.institutions (id),
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  message_id text not null constraint incoming_mail_message_id_length check (length(message_id) <= 998),
  -- Of sender, subject, words and attachments: the same letter by another way has another envelope.
  content_digest text not null constraint incoming_mail_digest_shape check (content_digest ~ '^[0-9a-f]{64}$'),
  kind text not null constraint incoming_mail_kind_known check (kind in
    ('letter', 'auto-reply', 'bounce', 'mailing-list', 'duplicate', 'spam')),
  -- The header that decided, as a word of the program.
  why text,
  from_email text,
  from_name text,
  to_addresses text[] not null default '{}',
  about text,
  size int not null,
  sent_at timestamptz,
  received_at timestamptz not null,
  taken_at timestamptz not null,
  case_id uuid references platform.cases (id),
  -- Our letter that came back.
  bounced_letter uuid references platform.mail_messages (id) on delete set null,
  -- The whole message, only while it waits to be sorted.
  raw bytea,
  sorted_at timestamptz,
  sorted_by uuid references platform.accounts (id),
  constraint incoming_mail_taken_once unique nulls not distinct (mailbox, uid_validity, uid, institution_id)
);
create index incoming_mails_by_message_id on platform.incoming_mails (message_id);
create index incoming_mails_newest on platform.incoming_mails (institution_id, taken_at desc, id desc);
create index incoming_mails_unsorted on platform.incoming_mails (taken_at, id) where raw is not null;
create index incoming_mails_by_case on platform.incoming_mails (case_id) where case_id is not null;
create index incoming_mails_by_letter on platform.incoming_mails (bounced_letter) where bounced_letter is not null;
create index incoming_mails_to_forget on platform.incoming_mails (taken_at) where from_email is not null;

-- Letters of the outbox about a case, so that an answer to one finds its case. The outbox forgets earlier.
create table platform.case_letters (
  letter_id uuid primary key,
  institution_id uuid not null,
  case_id uuid not null,
  constraint case_letter_of_case foreign key (institution_id, case_id) references platform.cases (institution_id, id)
);
create index case_letters_by_case on platform.case_letters (case_id);
create index case_points_by_owner on platform.case_points (owner_account_id) where owner_account_id is not null;
create index incoming_mails_by_sender on platform.incoming_mails (from_email) where from_email is not null;
