-- Invitations, substitution during absence, rights that two people give, lock-out, letters about accesses. PostgreSQL 15.

-- Somebody who was invited and has not come yet holds their roles until this moment only; null from the day they came.
alter table platform.accounts add column invited_until timestamptz;
create index accounts_by_name on platform.accounts (name collate "sq-x-icu", id);

-- A role may be held in one body, and for a time that begins or ends later. That the times of one role do not overlap is
-- asked under the lock of the account; without an end there can be one alone.
drop index platform.role_held_once;
create unique index role_held_once on platform.roles (account_id, role, institution_id, body_id) nulls not distinct
  where valid_to is null;
create index roles_by_institution on platform.roles (institution_id, role, account_id);

create table platform.invitations (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references platform.accounts (id),
  -- Null: to the whole installation.
  institution_id uuid references platform.institutions (id),
  by_account_id uuid references platform.accounts (id),
  token_digest bytea not null constraint invitation_token_unique unique,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  times_sent int not null default 1 constraint invitation_sent check (times_sent > 0),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  -- The number of the form: sent twice, it invites once.
  form_id uuid constraint invitation_form_unique unique,
  constraint invitation_one_end check (accepted_at is null or withdrawn_at is null)
);
create index invitations_by_account on platform.invitations (account_id, created_at desc);
create unique index invitation_open_once on platform.invitations (account_id)
  where accepted_at is null and withdrawn_at is null;

-- Another address counts once somebody has opened the letter to it.
create table platform.email_changes (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references platform.accounts (id),
  new_email text not null
    constraint email_change_shape check (new_email = lower(new_email) and new_email ~ '^[^@\s]+@[^@\s]+$'),
  token_digest bytea not null constraint email_change_token_unique unique,
  by_account_id uuid references platform.accounts (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  withdrawn_at timestamptz
);
create unique index email_change_open_once on platform.email_changes (account_id)
  where confirmed_at is null and withdrawn_at is null;

-- While the one is away the other holds their roles in that institution. Why somebody is away is nobody's business here.
create table platform.substitutions (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  absent_account_id uuid not null references platform.accounts (id),
  substitute_account_id uuid not null references platform.accounts (id),
  starts_on date not null,
  ends_on date not null,
  -- The same days as instants in the institution's zone, the end exclusive.
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  created_at timestamptz not null,
  form_id uuid constraint substitution_form_unique unique,
  constraint substitution_days check (ends_on >= starts_on),
  constraint substitution_interval check (valid_to > valid_from),
  constraint substitution_of_another check (absent_account_id <> substitute_account_id)
);
create index substitutions_by_substitute on platform.substitutions (substitute_account_id, valid_to);
create index substitutions_by_absent on platform.substitutions (absent_account_id, valid_to);
create index substitutions_by_institution on platform.substitutions (institution_id, valid_to);

-- Where an institution wants two people to give a right, the first proposes and a second confirms.
create table platform.role_proposals (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  kind text not null constraint proposal_kind_known check (kind in ('role', 'substitution')),
  -- Who gets the right.
  account_id uuid not null references platform.accounts (id),
  role text,
  body_id uuid,
  valid_from timestamptz not null,
  valid_to timestamptz,
  -- Of a substitution: whose roles, on which days.
  absent_account_id uuid references platform.accounts (id),
  starts_on date,
  ends_on date,
  proposed_by uuid not null references platform.accounts (id),
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid references platform.accounts (id),
  decided_at timestamptz,
  decision text constraint proposal_decision_known check (decision in ('confirmed', 'refused', 'withdrawn')),
  form_id uuid constraint proposal_form_unique unique,
  constraint proposal_body_in_institution foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint proposal_whole check (
    case kind when 'role' then role is not null and absent_account_id is null
    else role is null and absent_account_id is not null and starts_on is not null and ends_on is not null end),
  constraint proposal_decided_whole check ((decision is null) = (decided_at is null)),
  -- Two people: who proposed may withdraw, and nothing else.
  constraint proposal_by_two check (decision is null or decision = 'withdrawn' or decided_by is distinct from proposed_by)
);
create index role_proposals_open on platform.role_proposals (institution_id, proposed_at) where decision is null;
create index role_proposals_by_account on platform.role_proposals (account_id, proposed_at desc);

-- The closed list of kinds is the type SecurityEventKind, each with its sentence in both languages.
alter table platform.security_events drop constraint security_event_kind_known;
alter table platform.security_events add constraint security_event_kind_known check (kind ~ '^[a-z][a-z-]{1,39}$');
-- In whose stead it was done.
alter table platform.security_events add column for_account_id uuid references platform.accounts (id);
create index security_events_by_institution on platform.security_events (institution_id, id desc)
  where institution_id is not null;
create index security_events_by_kind on platform.security_events (kind, id desc);

-- Refusals one after the other, for one address and one network together: keyed digests, nobody's address in clear.
create table platform.lock_outs (
  digest bytea primary key,
  refusals int not null,
  locked_until timestamptz,
  last_refused_at timestamptz not null
);
create index lock_outs_by_last on platform.lock_outs (last_refused_at);

-- Keyed digest of the network a code was asked from; null for the command line's.
alter table platform.sign_in_codes add column asked_from bytea;

-- What a citizen wants to be told of accesses to their data.
create table platform.access_letters (
  contact_id uuid primary key references platform.contacts (id) on delete cascade,
  -- The last line of the access log that was told, or that stood there when the letters began.
  told_to bigint not null,
  since timestamptz not null
);
create index accesses_by_day on platform.accesses (institution_id, at);
