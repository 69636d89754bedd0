-- Means of sign-in: passkeys, recovery codes, identities at a provider of OpenID Connect, and what each session was opened
-- with. PostgreSQL 15.

-- An operator enters providers by command. `levels` maps what the provider calls a level (`acr`) to low, substantial, high
-- (Regulation (EU) 910/2014, Article 8); what is not in it is low. `office_from`: from this level on the provider's word
-- alone opens the office; low never does, and null is never.
create table platform.identity_providers (
  id uuid primary key default gen_random_uuid(),
  slug text not null constraint identity_provider_slug_unique unique
    constraint identity_provider_slug_shape check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null constraint identity_provider_name_length check (length(name) between 2 and 80),
  issuer text not null constraint identity_provider_issuer_length check (length(issuer) between 8 and 500),
  client_id text not null constraint identity_provider_client_length check (length(client_id) between 1 and 300),
  -- Sealed with a key made of KUVEND_SECRET; null: a public client, which PKCE alone protects.
  client_secret bytea,
  scopes text not null constraint identity_provider_scopes_shape check (scopes ~ '(^| )openid( |$)' and length(scopes) <= 300),
  levels jsonb not null default '{}' constraint identity_provider_levels_map check (jsonb_typeof(levels) = 'object'),
  office_from text constraint identity_provider_office_known check (office_from in ('substantial', 'high')),
  -- What is asked of the provider (`acr_values`); null: nothing.
  acr_values text constraint identity_provider_acr_length check (length(acr_values) <= 500),
  created_at timestamptz not null,
  ended_at timestamptz
);

-- Who somebody is at a provider. An official's account is linked by its holder alone, never by an e-mail address.
create table platform.external_identities (
  id uuid primary key default gen_random_uuid(),
  provider_id uuid not null references platform.identity_providers (id),
  subject text not null constraint external_identity_subject_length check (length(subject) between 1 and 255),
  account_id uuid references platform.accounts (id),
  contact_id uuid references platform.contacts (id) on delete cascade,
  -- As the provider names the person, for its holder to know it again. Null: it named nobody.
  label text constraint external_identity_label_length check (length(label) <= 254),
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint external_identity_unique unique (provider_id, subject),
  constraint external_identity_of_one_person check ((account_id is null) <> (contact_id is null))
);
create index external_identities_by_account on platform.external_identities (account_id) where account_id is not null;
create index external_identities_by_contact on platform.external_identities (contact_id) where contact_id is not null;

create table platform.passkeys (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references platform.accounts (id),
  credential_id text not null constraint passkey_credential_unique unique
    constraint passkey_credential_shape check (credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) <= 1400),
  public_key bytea not null,
  counter bigint not null default 0 constraint passkey_counter_not_negative check (counter >= 0),
  transports text[] not null default '{}',
  name text not null constraint passkey_name_length check (length(name) between 1 and 60),
  -- Copied to other devices by the maker of the browser or the telephone.
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_by_account on platform.passkeys (account_id, created_at, id);

-- What a passkey has to sign. Used once, by the browser and for the deed it was made for.
create table platform.passkey_challenges (
  challenge text primary key,
  purpose text not null constraint passkey_challenge_purpose_known check (
    purpose in ('register', 'sign-in', 'second-factor', 'confirm')),
  -- Digest of what the browser holds in a cookie.
  browser_digest bytea not null,
  session_id uuid references platform.sessions (id) on delete cascade,
  expires_at timestamptz not null,
  constraint passkey_challenge_of_session check ((purpose = 'sign-in') = (session_id is null))
);
create index passkey_challenges_by_expiry on platform.passkey_challenges (expires_at);
create index passkey_challenges_by_session on platform.passkey_challenges (session_id) where session_id is not null;

-- The newest ten codes of an account. Digests under a key made of KUVEND_SECRET.
create table platform.recovery_code_sets (
  account_id uuid primary key references platform.accounts (id),
  -- The form that made them: sent again within minutes it shows the same codes, and makes none.
  form_digest bytea not null,
  created_at timestamptz not null
);
create table platform.recovery_codes (
  account_id uuid not null references platform.recovery_code_sets (account_id) on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  constraint recovery_code_unique primary key (account_id, digest)
);

-- How each session was opened, and when its holder last proved to be there.
alter table platform.sessions
  add column means text not null default 'code'
    constraint session_means_known check (means in ('code', 'passkey', 'oidc', 'demonstration')),
  add column second_means text
    constraint session_second_means_known check (second_means in ('totp', 'passkey', 'recovery-code')),
  add column provider_id uuid references platform.identity_providers (id),
  add column assurance text constraint session_assurance_known check (assurance in ('low', 'substantial', 'high')),
  add column proved_at timestamptz,
  add constraint session_assurance_of_provider check (
    (means = 'oidc') = (provider_id is not null) and (means = 'oidc') = (assurance is not null)),
  -- The word of a provider that is not sure of the person opens no office, whatever the program believes.
  add constraint session_low_is_one_factor check (level = 1 or assurance is distinct from 'low' or second_means is not null);
create index sessions_by_provider on platform.sessions (provider_id) where provider_id is not null;

update platform.sessions as session
set means = case when account.demonstration then 'demonstration' else 'code' end,
    second_means = case when account.demonstration then null else 'totp' end
from platform.accounts as account
where account.id = session.account_id and session.level = 2;

-- The program knows the kinds and has a sentence for each (security-event-rules.ts); here their shape is enough, so that
-- each room may add its own.
alter table platform.security_events drop constraint security_event_kind_known;
alter table platform.security_events
  add constraint security_event_kind_shape check (kind ~ '^[a-z-]{2,60}$');
