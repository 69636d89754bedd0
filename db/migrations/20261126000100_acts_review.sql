-- The review of legality: what goes to the authority, with which letter, and what it says. PostgreSQL 15.

-- One letter for one act or a bundle.
create table council_acts.transmittals (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint transmittal_form_once unique,
  -- Its number in the register of transmittals of the institution and the year, given when it is sent.
  number_year int,
  number int constraint transmittal_number_positive check (number > 0),
  authority_name text not null constraint transmittal_authority_name_length check (length(authority_name) between 2 and 300),
  authority_address text constraint transmittal_authority_address_length check (length(authority_address) between 2 and 500),
  authority_institution_id uuid references platform.institutions (id),
  -- Of the paper register of the sender.
  protocol text constraint transmittal_protocol_length check (length(protocol) between 1 and 100),
  words text constraint transmittal_words_length check (length(words) between 2 and 5000),
  channel text not null default 'letter' constraint transmittal_channel_known check (channel in ('letter', 'hand', 'mail', 'desk')),
  state text not null default 'draft' constraint transmittal_state_known check (state in ('draft', 'sent', 'withdrawn')),
  sent_on date,
  sent_at timestamptz,
  -- What the authority wrote on it: its own protocol; the clock of the review runs from this day.
  received_protocol text constraint transmittal_received_protocol_length check (length(received_protocol) between 1 and 100),
  received_on date,
  -- Who wrote that here: the secretary from the slip, or the authority at its own desk.
  received_as text constraint transmittal_received_as_known check (received_as in ('secretary', 'authority')),
  withdrawn_at timestamptz,
  withdrawn_reason text constraint transmittal_withdrawn_reason_length check (length(withdrawn_reason) between 3 and 1000),
  version int not null default 1,
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint transmittal_in_institution unique (institution_id, id),
  constraint transmittal_number_once unique (institution_id, number_year, number),
  constraint transmittal_number_with_year check ((number is null) = (number_year is null)),
  constraint transmittal_sent_is_complete check (state = 'draft' or (sent_on is not null and number is not null)),
  constraint transmittal_received_after_sent check (received_on >= sent_on),
  constraint transmittal_received_is_whole check
    ((received_on is null) = (received_protocol is null) and (received_on is null) = (received_as is null)),
  constraint transmittal_withdrawn_says_why check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
create index transmittals_in_office on council_acts.transmittals (institution_id, created_at desc, id desc);
create index transmittals_of_authority on council_acts.transmittals (authority_institution_id, sent_at desc, id desc)
  where authority_institution_id is not null and state = 'sent';

create table council_acts.transmitted_acts (
  id uuid not null default gen_random_uuid() constraint transmitted_act_id_unique unique,
  transmittal_id uuid not null,
  act_id uuid not null,
  institution_id uuid not null,
  ordinal int not null constraint transmitted_act_ordinal_positive check (ordinal > 0),
  -- 1: the first time; 2: re-examined after it was returned.
  round int not null default 1 constraint transmitted_act_round_known check (round in (1, 2)),
  primary key (transmittal_id, act_id),
  constraint transmitted_act_of_transmittal foreign key (institution_id, transmittal_id)
    references council_acts.transmittals (institution_id, id) on delete cascade,
  constraint transmitted_act_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id)
);
create index transmitted_acts_by_act on council_acts.transmitted_acts (act_id, round);

-- What was said of an act, in its order; a correction is a further row that names the one it replaces.
create table council_acts.verdicts (
  id uuid primary key default gen_random_uuid(),
  -- In which order they were entered.
  n int generated always as identity,
  institution_id uuid not null,
  act_id uuid not null,
  transmittal_id uuid,
  form_id uuid constraint verdict_form_once unique,
  -- 'not-needed': the institution does not send it, and says why. 'mistake': what the replaced row says was never said.
  kind text not null constraint verdict_kind_known check (kind in
    ('conform', 'returned', 'court', 'upheld', 'annulled', 'not-needed', 'mistake')),
  decided_on date not null,
  -- The number of its paper; of a court that of the case.
  protocol text constraint verdict_protocol_length check (length(protocol) between 1 and 100),
  reasons text constraint verdict_reasons_length check (length(reasons) between 3 and 10000),
  -- Who wrote it here: the secretary from the paper, or the authority at its own desk.
  -- Annulled: the first day on which the act holds no more, and what its end was before, for the day this proves a mistake.
  effective_on date,
  force_to_before date,
  entered_as text not null constraint verdict_entered_as_known check (entered_as in ('secretary', 'authority')),
  replaces_id uuid constraint verdict_replaced_once unique references council_acts.verdicts (id),
  entered_at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint verdict_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id),
  constraint verdict_of_transmittal foreign key (institution_id, transmittal_id)
    references council_acts.transmittals (institution_id, id),
  constraint verdict_against_says_why check (kind in ('conform', 'court', 'upheld') or reasons is not null),
  constraint verdict_annulled_has_day check ((kind = 'annulled') = (effective_on is not null)),
  constraint verdict_mistake_of_something check (kind <> 'mistake' or replaces_id is not null)
);
create index verdicts_of_act on council_acts.verdicts (act_id, n);
create index verdicts_of_transmittal on council_acts.verdicts (transmittal_id) where transmittal_id is not null;
