-- Institutions, people, sign-in, limits, counters. PostgreSQL 15.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create schema platform;

-- unaccent() is only STABLE because its dictionary could change; ours never does, and an index needs IMMUTABLE.
create function platform.plain(words text) returns text
  language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent', words)) $$;

create table platform.institutions (
  id uuid primary key default gen_random_uuid(),
  slug text not null constraint institution_slug_unique unique
    constraint institution_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  jurisdiction text not null constraint institution_jurisdiction_known check (jurisdiction in ('AL', 'XK')),
  kind text not null constraint institution_kind_known
    check (kind in ('municipality', 'ministry', 'agency', 'assembly', 'other')),
  zone text not null,
  accent text constraint institution_accent_shape check (accent ~ '^#[0-9a-f]{6}$'),
  -- Digest of a PNG among the files.
  emblem text constraint institution_emblem_shape check (emblem ~ '^[0-9a-f]{64}$'),
  successor_of uuid references platform.institutions (id),
  demonstration boolean not null default false,
  closed_on date,
  created_at timestamptz not null default now()
);

create index institutions_by_emblem on platform.institutions (emblem) where emblem is not null;

create table platform.institution_names (
  institution_id uuid not null references platform.institutions (id),
  lang text not null constraint institution_name_lang_known check (lang in ('sq', 'en', 'sr')),
  valid_from date not null default '1900-01-01',
  name text not null constraint institution_name_length check (length(name) between 2 and 200),
  primary key (institution_id, lang, valid_from)
);

-- Addresses of posts, never of persons.
create table platform.role_addresses (
  institution_id uuid not null references platform.institutions (id),
  role text not null constraint role_address_role_known check (role in ('front-desk', 'consultations', 'data-protection')),
  email text not null constraint role_address_email_shape check (email ~ '^[^@\s]+@[^@\s]+$'),
  telephone text,
  postal text,
  primary key (institution_id, role)
);

create table platform.bodies (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  kind text not null constraint body_kind_known
    check (kind in ('council', 'commission', 'administration', 'working-group', 'thematic-group')),
  name text not null constraint body_name_length check (length(name) between 2 and 200),
  founding_order text,
  founded_on date,
  ended_on date,
  constraint body_in_institution unique (institution_id, id)
);

-- Four kinds of people, never one table: an official's account, a citizen's contact, the author as shown (with the
-- comment), and later the person in the record (councillor).
create table platform.accounts (
  id uuid primary key default gen_random_uuid(),
  email text not null constraint account_email_shape check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  name text not null constraint account_name_length check (length(name) between 2 and 120),
  post text constraint account_post_length check (length(post) <= 160),
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint account_email_unique unique (email)
);

create table platform.roles (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references platform.accounts (id),
  institution_id uuid references platform.institutions (id),
  body_id uuid,
  role text not null constraint role_known
    check (role in ('operator', 'administrator', 'consultation-coordinator', 'moderator', 'auditor')),
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  constraint role_body_in_institution foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint role_scope check (institution_id is not null or role in ('operator', 'auditor')),
  constraint role_interval check (valid_to is null or valid_to > valid_from)
);
create index roles_by_account on platform.roles (account_id);
create unique index role_held_once on platform.roles (account_id, role, institution_id) nulls not distinct where valid_to is null;

create table platform.contacts (
  id uuid primary key default gen_random_uuid(),
  email text not null constraint contact_email_shape check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  lang text not null default 'sq' constraint contact_lang_known check (lang in ('sq', 'en')),
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  constraint contact_email_unique unique (email)
);

create table platform.second_factors (
  account_id uuid primary key references platform.accounts (id),
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);

create table platform.sign_in_codes (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  code_digest bytea not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_codes_by_email on platform.sign_in_codes (email, created_at desc);
create index sign_in_codes_by_expiry on platform.sign_in_codes (expires_at);

create table platform.sessions (
  id uuid primary key default gen_random_uuid(),
  token_digest bytea not null constraint session_token_unique unique,
  account_id uuid references platform.accounts (id),
  contact_id uuid references platform.contacts (id),
  level int not null constraint session_level_known check (level in (1, 2)),
  agent text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_of_one_person check ((account_id is null) <> (contact_id is null)),
  constraint session_level_of_citizen check (account_id is not null or level = 1)
);
create index sessions_by_account on platform.sessions (account_id) where account_id is not null;
create index sessions_by_contact on platform.sessions (contact_id) where contact_id is not null;
create index sessions_by_expiry on platform.sessions (expires_at);

-- Sign-ins, refusals, revocations: what an account's holder and an auditor can read.
create table platform.security_events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null constraint security_event_kind_known check (kind in (
    'signed-in', 'signed-out', 'second-factor-set', 'second-factor-refused', 'session-ended', 'code-refused',
    'account-added', 'role-granted', 'role-ended')),
  account_id uuid references platform.accounts (id),
  by_account_id uuid references platform.accounts (id),
  institution_id uuid references platform.institutions (id),
  details text not null default ''
);
create index security_events_by_account on platform.security_events (account_id, id desc);

-- Keyed digests of form and address; the key changes each day, the rows are deleted with it.
create table platform.rate_limits (
  digest bytea not null,
  window_start timestamptz not null,
  count int not null,
  primary key (digest, window_start)
);
create index rate_limits_by_window on platform.rate_limits (window_start);

-- Numbers of legal registers: without gaps, per institution, register and year.
create table platform.counters (
  institution_id uuid not null references platform.institutions (id),
  register text not null,
  year int not null,
  next int not null constraint counter_positive check (next > 0),
  primary key (institution_id, register, year)
);

create table platform.translations (
  institution_id uuid not null references platform.institutions (id),
  subject text not null,
  field text not null,
  lang text not null constraint translation_lang_known check (lang in ('sq', 'en', 'sr')),
  words text not null,
  source_version int not null,
  translated_by uuid references platform.accounts (id),
  translated_at timestamptz not null,
  primary key (subject, field, lang)
);
