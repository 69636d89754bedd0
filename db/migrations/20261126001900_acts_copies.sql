-- Certified copies of acts: who asks has a clock (the Code of Administrative Procedures, Article 49(5)), the copy a number and a
-- code by which whoever holds it asks whether it is ours. The office's alone. PostgreSQL 15.
create table council_acts.copies (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  act_id uuid not null,
  form_id uuid constraint act_copy_form_once unique,
  -- Who asked, and how the copy reaches them; forgotten on the day that is kept beside it.
  asked_by text constraint act_copy_asked_by_length check (length(asked_by) between 2 and 200),
  reach text constraint act_copy_reach_length check (length(reach) between 2 and 500),
  asked_on date not null,
  forget_on date not null,
  -- Of the paper register.
  protocol text constraint act_copy_protocol_length check (length(protocol) between 1 and 100),
  state text not null default 'asked' constraint act_copy_state_known check (state in ('asked', 'issued', 'refused', 'cancelled')),
  year int,
  number int constraint act_copy_number_positive check (number > 0),
  code text constraint act_copy_code_unique unique constraint act_copy_code_shape check (code ~ '^[0-9A-Z]{12}$'),
  -- The version of the text that was copied; null: the words of the archive, which have no versions.
  version_id uuid,
  issued_at timestamptz,
  issued_by uuid references platform.accounts (id),
  -- Why it was refused or cancelled.
  reason text constraint act_copy_reason_length check (length(reason) between 5 and 1000),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  constraint act_copy_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id),
  constraint act_copy_of_version foreign key (institution_id, version_id) references platform.text_versions (institution_id, id),
  constraint act_copy_number_once unique (institution_id, year, number),
  constraint act_copy_issued_is_whole check ((state in ('issued', 'cancelled')) = (number is not null and year is not null
    and code is not null and issued_at is not null)),
  constraint act_copy_ended_says_why check ((state in ('refused', 'cancelled')) = (reason is not null))
);
create index act_copies_waiting on council_acts.copies (institution_id, asked_on, id) where state = 'asked';
create index act_copies_in_office on council_acts.copies (institution_id, created_at desc, id desc);
create index act_copies_of_act on council_acts.copies (act_id, created_at desc);
create index act_copies_to_forget on council_acts.copies (forget_on) where asked_by is not null or reach is not null;
