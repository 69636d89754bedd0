-- The people of a council: terms, what the election gave, mandates, parties, profiles, payments, the secretariat. A person in
-- the record is a row of platform.persons; bodies and who sits in commissions are platform.bodies and body_members.
-- PostgreSQL 15.

create schema council;

create table council.parties (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint party_form_once unique,
  -- Of one that was taken in: the source's own word for it.
  import_key text constraint party_import_key_length check (length(import_key) between 1 and 200),
  name text not null constraint party_name_length check (length(name) between 2 and 200),
  name_en text constraint party_name_en_length check (length(name_en) between 2 and 200),
  short_name text constraint party_short_name_length check (length(short_name) between 1 and 30),
  -- A party, a coalition, or a list of independents.
  kind text not null default 'party' constraint party_kind_known check (kind in ('party', 'coalition', 'independents', 'group')),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint party_in_institution unique (institution_id, id),
  constraint party_import_once unique (institution_id, import_key)
);
create unique index party_named_once on council.parties (institution_id, platform.plain(name));

-- A term of office of a council: Albanian *mandati i këshillit*, Kosovo's *legjislatura*.
create table council.terms (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint term_form_once unique,
  import_key text constraint term_import_key_length check (length(import_key) between 1 and 200),
  body_id uuid not null,
  name text not null constraint term_name_length check (length(name) between 2 and 120),
  seats int not null constraint term_seats_positive check (seats between 1 and 1000),
  election_on date,
  election_source text constraint term_election_source_length check (length(election_source) between 3 and 500),
  voters int constraint term_voters_positive check (voters > 0),
  votes_cast int constraint term_votes_cast_positive check (votes_cast >= 0),
  constituted_on date,
  from_on date not null,
  to_on date,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint term_in_institution unique (institution_id, id),
  constraint term_import_once unique (institution_id, import_key),
  constraint term_of_body foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint term_days_in_order check (to_on >= from_on)
);
create index terms_by_body on council.terms (body_id, from_on desc);

-- What the election gave, by list.
create table council.election_results (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  import_id uuid,
  term_id uuid not null,
  ordinal int not null constraint election_result_ordinal_positive check (ordinal > 0),
  party_id uuid,
  -- As on the ballot paper.
  list_name text not null constraint election_result_list_name_length check (length(list_name) between 2 and 200),
  votes int constraint election_result_votes_positive check (votes >= 0),
  seats int not null constraint election_result_seats_positive check (seats >= 0),
  constraint election_result_of_term foreign key (institution_id, term_id) references council.terms (institution_id, id),
  constraint election_result_of_party foreign key (institution_id, party_id) references council.parties (institution_id, id),
  constraint election_result_in_order unique (term_id, ordinal)
);

-- The profile of a person in the record. Anything in `contacts` is public; `email` and `phone` are for the secretary alone.
create table council.councillors (
  person_id uuid primary key,
  institution_id uuid not null,
  form_id uuid constraint councillor_form_once unique,
  -- The table that brought it.
  import_id uuid,
  import_key text constraint councillor_import_key_length check (length(import_key) between 1 and 200),
  slug text not null constraint councillor_slug_unique unique
    constraint councillor_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 120),
  given_name text constraint councillor_given_name_length check (length(given_name) between 1 and 80),
  family_name text constraint councillor_family_name_length check (length(family_name) between 1 and 80),
  -- For statistics alone, unless the institution publishes it.
  gender text constraint councillor_gender_known check (gender in ('female', 'male', 'other')),
  gender_public boolean not null default false,
  profession text constraint councillor_profession_length check (length(profession) between 2 and 200),
  biography text constraint councillor_biography_length check (length(biography) between 2 and 10000),
  biography_en text constraint councillor_biography_en_length check (length(biography_en) between 2 and 10000),
  -- [{"type": "email"|"phone"|"facebook"|"instagram"|"x"|"web"|"other", "value": "…"}]: public.
  contacts jsonb not null default '[]' constraint councillor_contacts_list check (jsonb_typeof(contacts) = 'array'),
  email text constraint councillor_email_shape check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  phone text constraint councillor_phone_length check (length(phone) between 5 and 40),
  postal text constraint councillor_postal_length check (length(postal) between 5 and 400),
  lang text not null default 'sq' constraint councillor_lang_known check (lang in ('sq', 'en', 'sr')),
  -- The document that is the photograph, of subject council.councillor:<person_id>.
  photo_id uuid,
  photo_credit text constraint councillor_photo_credit_length check (length(photo_credit) between 2 and 200),
  -- What a source knew besides (Popolo): [{"scheme","identifier"}], [{"name","lang","note"}], [{"url","note"}].
  identifiers jsonb not null default '[]' constraint councillor_identifiers_list check (jsonb_typeof(identifiers) = 'array'),
  other_names jsonb not null default '[]' constraint councillor_other_names_list check (jsonb_typeof(other_names) = 'array'),
  links jsonb not null default '[]' constraint councillor_links_list check (jsonb_typeof(links) = 'array'),
  sources jsonb not null default '[]' constraint councillor_sources_list check (jsonb_typeof(sources) = 'array'),
  state text not null default 'draft' constraint councillor_state_known check (state in ('draft', 'published', 'taken-down')),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  -- Another row that turned out to be the same person; this one is empty since.
  merged_into uuid references council.councillors (person_id),
  constraint councillor_is_person foreign key (institution_id, person_id) references platform.persons (institution_id, id),
  constraint councillor_in_institution unique (institution_id, person_id),
  constraint councillor_import_once unique (institution_id, import_key),
  constraint councillor_published_has_day check (state = 'draft' or published_at is not null),
  constraint councillor_merged_elsewhere check (merged_into <> person_id)
);
create index councillors_by_institution on council.councillors (institution_id, state, family_name, given_name, person_id);
create index councillors_by_import on council.councillors (import_id) where import_id is not null;
create index councillors_merged on council.councillors (merged_into) where merged_into is not null;

-- A seat held by a person in a term. No two mandates of one person in one term overlap.
create table council.mandates (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  form_id uuid constraint mandate_form_once unique,
  import_id uuid,
  import_key text constraint mandate_import_key_length check (length(import_key) between 1 and 400),
  term_id uuid not null,
  person_id uuid not null,
  -- Null: of no party.
  party_id uuid,
  list_name text constraint mandate_list_name_length check (length(list_name) between 2 and 200),
  area text constraint mandate_area_length check (length(area) between 2 and 200),
  from_on date not null,
  to_on date,
  end_kind text constraint mandate_end_kind_known check (end_kind in
    ('term-ended', 'resigned', 'died', 'incompatible', 'convicted', 'absent', 'moved', 'other')),
  end_note text constraint mandate_end_note_length check (length(end_note) between 3 and 500),
  -- The mandate that follows in the same seat.
  replaced_by uuid references council.mandates (id),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint mandate_in_institution unique (institution_id, id),
  constraint mandate_import_once unique (institution_id, import_key),
  constraint mandate_of_term foreign key (institution_id, term_id) references council.terms (institution_id, id),
  constraint mandate_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id),
  constraint mandate_of_party foreign key (institution_id, party_id) references council.parties (institution_id, id),
  constraint mandate_days_in_order check (to_on >= from_on),
  constraint mandate_end_says_why check ((to_on is null) = (end_kind is null)),
  constraint mandate_replaced_by_another check (replaced_by <> id)
);
create index mandates_by_term on council.mandates (term_id, from_on);
create index mandates_by_person on council.mandates (person_id, from_on desc);
create index mandates_by_import on council.mandates (import_id) where import_id is not null;
create index mandates_by_replacement on council.mandates (replaced_by) where replaced_by is not null;

-- Held by the person, so that two that overlap cannot arrive side by side.
create function council.require_one_mandate() returns trigger language plpgsql as $$
begin
  perform from council.councillors where person_id = new.person_id for no key update;
  if exists (
    select from council.mandates as other
    where other.term_id = new.term_id and other.person_id = new.person_id and other.id <> new.id
      and daterange(other.from_on, other.to_on, '[]') && daterange(new.from_on, new.to_on, '[]')) then
    raise exception 'two mandates of one person in one term overlap'
      using errcode = 'exclusion_violation', constraint = 'mandate_once_at_a_time', table = 'mandates', schema = 'council';
  end if;
  return new;
end $$;
create trigger mandate_once_at_a_time after insert or update of term_id, person_id, from_on, to_on on council.mandates
  for each row execute function council.require_one_mandate();

-- Payments and rewards, by person and period.
create table council.payments (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint payment_form_once unique,
  import_id uuid,
  import_key text constraint payment_import_key_length check (length(import_key) between 1 and 200),
  person_id uuid not null,
  from_on date not null,
  to_on date not null,
  kind text not null constraint payment_kind_known check (kind in ('allowance', 'meeting', 'commission', 'travel', 'reward', 'other')),
  amount numeric(14, 2) not null constraint payment_amount_positive check (amount >= 0),
  currency text not null constraint payment_currency_known check (currency in ('ALL', 'EUR')),
  note text constraint payment_note_length check (length(note) between 2 and 300),
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint payment_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id),
  constraint payment_import_once unique (institution_id, import_key),
  constraint payment_days_in_order check (to_on >= from_on)
);
create index payments_by_institution on council.payments (institution_id, from_on desc, id);
create index payments_by_person on council.payments (person_id, from_on desc);
create index payments_by_import on council.payments (import_id) where import_id is not null;

-- Organisations and associations that the council belongs to, and who stands for it there.
create table council.affiliations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint affiliation_form_once unique,
  organisation text not null constraint affiliation_organisation_length check (length(organisation) between 2 and 200),
  organisation_en text constraint affiliation_organisation_en_length check (length(organisation_en) between 2 and 200),
  url text constraint affiliation_url_shape check (url ~ '^https?://' and length(url) <= 500),
  purpose text constraint affiliation_purpose_length check (length(purpose) between 2 and 1000),
  from_on date,
  to_on date,
  person_id uuid,
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint affiliation_of_person foreign key (institution_id, person_id) references council.councillors (institution_id, person_id),
  constraint affiliation_days_in_order check (to_on >= from_on)
);
create index affiliations_by_institution on council.affiliations (institution_id, organisation);

-- The secretary and who works with them.
create table council.staff (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  form_id uuid constraint staff_form_once unique,
  name text not null constraint staff_name_length check (length(name) between 2 and 120),
  post text not null constraint staff_post_length check (length(post) between 2 and 200),
  post_en text constraint staff_post_en_length check (length(post_en) between 2 and 200),
  -- For statistics alone, unless the institution publishes it.
  gender text constraint staff_gender_known check (gender in ('female', 'male', 'other')),
  gender_public boolean not null default false,
  biography text constraint staff_biography_length check (length(biography) between 2 and 10000),
  -- Public, as those of a councillor.
  contacts jsonb not null default '[]' constraint staff_contacts_list check (jsonb_typeof(contacts) = 'array'),
  ordinal int not null default 1,
  from_on date,
  to_on date,
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint staff_days_in_order check (to_on >= from_on)
);
create index staff_by_institution on council.staff (institution_id, ordinal, name);

-- Two rows that may be one person: proposed by the program, decided by an official.
create table council.person_pairs (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  kept_id uuid not null,
  other_id uuid not null,
  why text not null constraint person_pair_why_known check (why in ('same-name', 'like-name', 'same-identifier')),
  proposed_at timestamptz not null,
  decision text constraint person_pair_decision_known check (decision in ('merged', 'two-people')),
  decided_at timestamptz,
  decided_by uuid references platform.accounts (id),
  constraint person_pair_kept foreign key (institution_id, kept_id) references council.councillors (institution_id, person_id),
  constraint person_pair_other foreign key (institution_id, other_id) references council.councillors (institution_id, person_id),
  constraint person_pair_of_two check (kept_id <> other_id),
  constraint person_pair_decided_by_somebody check ((decision is null) = (decided_at is null))
);
create unique index person_pair_once on council.person_pairs (least(kept_id, other_id), greatest(kept_id, other_id));
create index person_pairs_open on council.person_pairs (institution_id, proposed_at) where decision is null;
