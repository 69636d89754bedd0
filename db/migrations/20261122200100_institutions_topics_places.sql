-- The directory of institutions and organisations, their bodies, addresses, closures and settings; topics and places of
-- every record. PostgreSQL 15.

-- Places: what a record is about on the ground. The municipalities of both countries are loaded from db/data when the
-- database is prepared; what lies below them is added by the institution.
create table platform.places (
  id uuid primary key default gen_random_uuid(),
  -- Of a place that comes with the program; null for one that an institution added.
  key text constraint place_key_unique unique constraint place_key_shape check (key ~ '^(al|xk)(-[a-z]+)+$'),
  jurisdiction text not null constraint place_jurisdiction_known check (jurisdiction in ('AL', 'XK')),
  level text not null constraint place_level_known check (level in ('region', 'municipality', 'unit', 'village', 'quarter')),
  parent_id uuid references platform.places (id),
  -- Whose own place it is; null for what comes with the program.
  institution_id uuid references platform.institutions (id),
  code text constraint place_code_length check (length(code) between 1 and 40),
  name_sq text not null constraint place_name_length check (length(name_sq) between 2 and 120),
  name_en text constraint place_name_en_length check (length(name_en) between 2 and 120),
  name_sr text constraint place_name_sr_length check (length(name_sr) between 2 and 120),
  -- The municipality itself as it writes its name: `Bashkia Tiranë`, `Opština Priština`.
  official_sq text constraint place_official_sq_length check (length(official_sq) between 2 and 200),
  official_en text constraint place_official_en_length check (length(official_en) between 2 and 200),
  official_sr text constraint place_official_sr_length check (length(official_sr) between 2 and 200),
  demonstration boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  retired_on date,
  constraint place_top_has_no_parent check (level <> 'region' or parent_id is null),
  constraint place_below_has_parent check (level in ('region', 'municipality') or parent_id is not null),
  constraint place_of_somebody check (key is not null or institution_id is not null)
);
create unique index place_code_once on platform.places (jurisdiction, level, code) where code is not null;
create unique index place_named_once on platform.places (parent_id, level, platform.plain(name_sq)) where retired_on is null and institution_id is not null;
create index places_by_parent on platform.places (parent_id, level, name_sq) where parent_id is not null;
create index places_by_institution on platform.places (institution_id) where institution_id is not null;
create index places_by_level on platform.places (level, jurisdiction, name_sq);

-- Institutions.
alter table platform.institutions drop constraint institution_kind_known;
alter table platform.institutions
  add constraint institution_kind_known check (kind in (
    'municipality', 'region', 'prefecture', 'ministry', 'government', 'parliament', 'assembly', 'agency', 'independent',
    'education', 'public-company', 'other', 'ngo', 'company', 'media', 'international', 'religious')),
  -- member: works here. listed: only named here, because papers and people refer to it.
  add column standing text not null default 'member' constraint institution_standing_known check (standing in ('member', 'listed')),
  add column currency text constraint institution_currency_known check (currency in ('ALL', 'EUR')),
  add column place_id uuid references platform.places (id),
  add column website text constraint institution_website_shape check (website ~ '^https?://' and length(website) <= 300),
  -- The number in the country's own register (NUIS, numri unik), as printed.
  add column registration text constraint institution_registration_length check (length(registration) between 1 and 60),
  -- Where what stands here of a listed one was taken from.
  add column source text constraint institution_source_length check (length(source) between 2 and 300),
  add column closed_reason text constraint institution_closed_reason_length check (length(closed_reason) between 5 and 1000),
  add column version int not null default 1,
  add column changed_at timestamptz not null default now(),
  -- The names valid today, for lists in order and for nothing else; kept by the trigger below and each night.
  add column listed_name text,
  add column listed_name_en text,
  add constraint institution_outside_is_listed check (
    standing = 'listed' or kind not in ('ngo', 'company', 'media', 'international', 'religious')),
  add constraint institution_closed_says_when check (closed_reason is null or closed_on is not null);
update platform.institutions set currency = case jurisdiction when 'XK' then 'EUR' else 'ALL' end;
alter table platform.institutions alter column currency set not null, alter column currency set default 'ALL';
create unique index institution_registered_once on platform.institutions (jurisdiction, registration) where registration is not null;

alter table platform.institution_names add column source text constraint institution_name_source_length check (length(source) between 2 and 300);
create index institution_names_plain on platform.institution_names using gin (platform.plain(name) gin_trgm_ops);

-- Who took over whose tasks: several may be merged into one, and one divided among several.
create table platform.institution_successors (
  predecessor_id uuid not null references platform.institutions (id),
  successor_id uuid not null references platform.institutions (id),
  since date not null,
  reason text not null constraint succession_reason_length check (length(reason) between 5 and 1000),
  primary key (predecessor_id, successor_id),
  constraint succession_of_another check (predecessor_id <> successor_id)
);
create index successions_by_successor on platform.institution_successors (successor_id);
insert into platform.institution_successors (predecessor_id, successor_id, since, reason)
select old.id, successor.id, coalesce(old.closed_on, current_date), 'Bashkim institucionesh'
from platform.institutions as successor join platform.institutions as old on old.id = successor.successor_of
where old.id <> successor.id;
alter table platform.institutions drop column successor_of;

-- The name that was valid on a day, in the language asked for, else in Albanian; before the first one, the first.
create function platform.institution_name(institution uuid, wanted text, on_day date) returns text
  language sql stable parallel safe
  as $$
    select name.name from platform.institution_names as name
    where name.institution_id = institution and name.lang in (wanted, 'sq')
    order by (name.valid_from <= on_day) desc, (name.lang = wanted) desc,
             case when name.valid_from <= on_day then name.valid_from end desc, name.valid_from
    limit 1
  $$;

create function platform.refresh_listed_names() returns trigger language plpgsql as $$
begin
  update platform.institutions as institution
  set listed_name = platform.institution_name(institution.id, 'sq', current_date),
      listed_name_en = platform.institution_name(institution.id, 'en', current_date)
  where institution.id in (select touched.institution_id from touched);
  return null;
end $$;
create trigger listed_names_after_insert after insert on platform.institution_names
  referencing new table as touched for each statement execute function platform.refresh_listed_names();
create trigger listed_names_after_update after update on platform.institution_names
  referencing new table as touched for each statement execute function platform.refresh_listed_names();
create trigger listed_names_after_delete after delete on platform.institution_names
  referencing old table as touched for each statement execute function platform.refresh_listed_names();
update platform.institutions as institution
set listed_name = platform.institution_name(institution.id, 'sq', current_date),
    listed_name_en = platform.institution_name(institution.id, 'en', current_date);

create index institutions_by_name on platform.institutions (listed_name collate "sq-x-icu", id);
create index institutions_by_name_en on platform.institutions (listed_name_en collate "sq-x-icu", id);
create index institutions_by_kind on platform.institutions (kind, listed_name collate "sq-x-icu", id);
create index institutions_members on platform.institutions (listed_name collate "sq-x-icu", id) where standing = 'member';
create index institutions_by_place on platform.institutions (place_id) where place_id is not null;

-- Addresses of posts.
alter table platform.role_addresses drop constraint role_address_role_known;
alter table platform.role_addresses
  add constraint role_address_role_known check (role in (
    'front-desk', 'consultations', 'data-protection', 'information', 'council', 'complaints', 'press', 'integrity')),
  add constraint role_address_telephone_length check (length(telephone) between 3 and 60),
  add constraint role_address_postal_length check (length(postal) between 3 and 500);

-- Days on which an institution is closed although the country's calendar does not say so. Clocks read them.
create table platform.institution_closures (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  from_on date not null,
  to_on date not null,
  reason text not null constraint closure_reason_length check (length(reason) between 3 and 300),
  source text constraint closure_source_length check (length(source) between 2 and 300),
  created_at timestamptz not null,
  removed_at timestamptz,
  constraint closure_in_order check (to_on >= from_on and to_on - from_on < 366)
);
create index closures_by_institution on platform.institution_closures (institution_id, from_on desc, id) where removed_at is null;

create table platform.institution_settings (
  institution_id uuid not null references platform.institutions (id),
  key text not null constraint institution_setting_key_shape check (key ~ '^[a-z][a-z-]{1,59}$'),
  value jsonb not null,
  set_at timestamptz not null,
  primary key (institution_id, key)
);

-- Bodies. Their names have languages; the order that set them up is told as it was written.
alter table platform.bodies drop constraint body_kind_known;
alter table platform.bodies
  add constraint body_kind_known check (kind in (
    'council', 'commission', 'administration', 'working-group', 'inter-institutional-group', 'thematic-group',
    'technical-secretariat', 'board', 'other')),
  add column name_en text constraint body_name_en_length check (length(name_en) between 2 and 200),
  add column name_sr text constraint body_name_sr_length check (length(name_sr) between 2 and 200),
  add column parent_id uuid,
  add column order_issuer text constraint body_order_issuer_length check (length(order_issuer) between 2 and 200),
  add column order_number text constraint body_order_number_length check (length(order_number) between 1 and 60),
  add column order_date date,
  add column order_subject text constraint body_order_subject_length check (length(order_subject) between 3 and 500),
  add column ended_reason text constraint body_ended_reason_length check (length(ended_reason) between 5 and 1000),
  add column version int not null default 1,
  add column changed_at timestamptz not null default now(),
  add constraint body_parent_in_institution foreign key (institution_id, parent_id) references platform.bodies (institution_id, id),
  add constraint body_not_its_own_parent check (parent_id <> id),
  add constraint body_days_in_order check (ended_on >= founded_on);
update platform.bodies set order_subject = left(founding_order, 500) where length(founding_order) >= 3;
alter table platform.bodies drop column founding_order;
create index bodies_by_institution on platform.bodies (institution_id, kind, name);

-- Names that a body had before.
create table platform.body_names (
  institution_id uuid not null,
  body_id uuid not null,
  valid_to date not null,
  name text not null constraint former_body_name_length check (length(name) between 2 and 200),
  name_en text,
  name_sr text,
  changed_at timestamptz not null,
  primary key (body_id, changed_at),
  constraint former_name_of_body foreign key (institution_id, body_id) references platform.bodies (institution_id, id)
);

-- The person in the record: a councillor, a member of a group. Never an account, never a citizen's contact.
create table platform.persons (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  -- As in the order.
  name text not null constraint person_name_length check (length(name) between 2 and 120),
  created_at timestamptz not null,
  constraint person_in_institution unique (institution_id, id)
);
create index persons_by_institution on platform.persons (institution_id, name);

create table platform.body_members (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  body_id uuid not null,
  person_id uuid,
  -- Whom they stand for: an institution or organisation of the directory, or in words.
  organisation_id uuid references platform.institutions (id),
  organisation text constraint member_organisation_length check (length(organisation) between 2 and 200),
  post text constraint member_post_length check (length(post) between 2 and 200),
  role text not null constraint member_role_known check (role in ('chair', 'deputy', 'member', 'secretary', 'expert')),
  from_on date,
  to_on date,
  end_reason text constraint member_end_reason_length check (length(end_reason) between 3 and 500),
  version int not null default 1,
  created_at timestamptz not null,
  constraint member_of_body foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint member_person_in_institution foreign key (institution_id, person_id) references platform.persons (institution_id, id),
  constraint member_in_institution unique (institution_id, id),
  constraint member_is_somebody check (person_id is not null or organisation_id is not null or organisation is not null),
  constraint member_organisation_once check (organisation_id is null or organisation is null),
  constraint member_days_in_order check (to_on >= from_on)
);
create index members_by_body on platform.body_members (body_id, role, from_on);
create index members_by_person on platform.body_members (person_id) where person_id is not null;
create index members_by_organisation on platform.body_members (organisation_id) where organisation_id is not null;

-- Topics: a tree of policy fields for all, and what each institution adds.
create table platform.topics (
  id uuid primary key default gen_random_uuid(),
  -- Of a topic that comes with the program.
  code text constraint topic_code_unique unique constraint topic_code_shape check (code ~ '^[a-z]+(-[a-z]+)*$'),
  institution_id uuid references platform.institutions (id),
  parent_id uuid references platform.topics (id),
  name_sq text not null constraint topic_name_length check (length(name_sq) between 2 and 120),
  name_en text constraint topic_name_en_length check (length(name_en) between 2 and 120),
  ordinal int not null default 0,
  version int not null default 1,
  created_at timestamptz not null default now(),
  retired_on date,
  constraint topic_of_somebody check ((code is null) <> (institution_id is null)),
  constraint topic_not_its_own_parent check (parent_id <> id)
);
create unique index topic_named_once on platform.topics (institution_id, platform.plain(name_sq)) where retired_on is null and institution_id is not null;
create index topics_by_institution on platform.topics (institution_id, name_sq) where institution_id is not null;
create index topics_by_parent on platform.topics (parent_id) where parent_id is not null;

-- The same identifiers in every installation, so that open data of two of them can be laid side by side.
insert into platform.topics (id, code, name_sq, name_en, ordinal)
select md5('kuvend.topic:' || code)::uuid, code, name_sq, name_en, ordinal
from (values
  ('education', 'Arsimi', 'Education', 1),
  ('health', 'Shëndeti dhe mirëqenia', 'Health and welfare', 2),
  ('labour', 'Puna dhe çështjet shoqërore', 'Labour and social affairs', 3),
  ('justice', 'Drejtësia', 'Justice', 4),
  ('culture', 'Kultura dhe krijimtaria', 'Culture and creative work', 5),
  ('environment', 'Mjedisi dhe energjia', 'Environment and energy', 6),
  ('public-administration', 'Administrata publike', 'Public administration', 7),
  ('communities', 'Qytete dhe komunitete të zgjuara', 'Smart cities and communities', 8),
  ('growth', 'Rritja dhe inovacioni', 'Growth and innovation', 9),
  ('finance', 'Financat', 'Finance', 10),
  ('transport', 'Transporti', 'Transport', 11),
  ('agriculture', 'Bujqësia', 'Agriculture', 12),
  ('tourism', 'Turizmi', 'Tourism', 13),
  ('foreign-policy', 'Politika e jashtme', 'Foreign policy', 14)
) as field (code, name_sq, name_en, ordinal);

create table platform.subject_topics (
  institution_id uuid not null references platform.institutions (id),
  subject text not null constraint subject_topic_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  topic_id uuid not null references platform.topics (id),
  primary key (subject, topic_id)
);
create index subjects_by_topic on platform.subject_topics (topic_id, subject);

create table platform.subject_places (
  institution_id uuid not null references platform.institutions (id),
  subject text not null constraint subject_place_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  place_id uuid not null references platform.places (id),
  primary key (subject, place_id)
);
create index subjects_by_place on platform.subject_places (place_id, subject);

-- Identifiers, as text, in the order of identifiers: what a record is about in every published view.
create function platform.topics_of(of_subject text) returns text[]
  language sql stable parallel safe
  as $$ select coalesce(array_agg(topic_id::text order by topic_id), '{}') from platform.subject_topics where subject = of_subject $$;
create function platform.places_of(of_subject text) returns text[]
  language sql stable parallel safe
  as $$ select coalesce(array_agg(place_id::text order by place_id), '{}') from platform.subject_places where subject = of_subject $$;

create or replace view consultations.published_comments as
select
  'consultations.comment:' || comment.id as subject,
  comment.id,
  comment.institution_id,
  'comment'::text as kind,
  comment.lang,
  comment.code as title,
  case when comment.state = 'published' then version.body end as body,
  comment.published_at,
  comment.changed_at,
  comment.state,
  -- A comment is about what its consultation is about.
  platform.topics_of('consultations.consultation:' || comment.consultation_id) as topics,
  platform.places_of('consultations.consultation:' || comment.consultation_id) as places,
  comment.consultation_id,
  comment.code,
  comment.about,
  comment.node_id,
  comment.article_label,
  case when comment.state = 'published' then comment.quote end as quote,
  comment.sent_at,
  comment.confirmed_at,
  comment.version,
  case when comment.state = 'published' and version.name_public then version.author_name end as author_name,
  case when comment.state = 'published' and version.on_behalf = 'organisation' then version.organisation end as organisation,
  case when comment.version > 1 then version.written_at end as corrected_at,
  hold.ground as held_ground,
  hold.at as held_at
from consultations.comments as comment
join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
left join lateral (
  select event.ground, event.at from consultations.comment_events as event
  where comment.state = 'held' and event.comment_id = comment.id and event.kind = 'held'
  order by event.id desc limit 1
) as hold on true
where comment.state in ('published', 'held', 'withdrawn');

create or replace view consultations.published_consultations as
select
  'consultations.consultation:' || consultation.id as subject,
  consultation.id,
  consultation.institution_id,
  'consultation'::text as kind,
  consultation.lang,
  consultation.title,
  consultation.summary as body,
  consultation.published_at,
  consultation.changed_at,
  consultation.state,
  platform.topics_of('consultations.consultation:' || consultation.id) as topics,
  platform.places_of('consultations.consultation:' || consultation.id) as places,
  consultation.slug,
  consultation.register_year,
  consultation.register_number,
  consultation.act_kind,
  consultation.legal_basis,
  consultation.opens_on,
  consultation.closes_on,
  consultation.history,
  consultation.contact_email,
  consultation.official_posting_url,
  consultation.official_posted_on,
  consultation.text_id,
  consultation.version,
  consultation.cancelled_at,
  consultation.cancel_reason,
  institution.slug as institution_slug,
  institution.zone
from consultations.consultations as consultation
join platform.institutions as institution on institution.id = consultation.institution_id
where consultation.state in ('published', 'cancelled');
