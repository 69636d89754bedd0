create schema consultations;

create table consultations.consultations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  slug text constraint consultation_slug_unique unique
    constraint consultation_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  register_year int,
  register_number int,
  lang text not null default 'sq' constraint consultation_lang_known check (lang in ('sq', 'en', 'sr')),
  title text not null constraint consultation_title_length check (length(title) between 5 and 300),
  summary text not null constraint consultation_summary_length check (length(summary) between 20 and 4000),
  act_kind text not null constraint consultation_act_kind_known check (act_kind in
    ('regulation', 'decision', 'draft-law', 'strategy', 'plan', 'budget', 'fees', 'other')),
  legal_basis text not null constraint consultation_legal_basis_length check (length(legal_basis) between 5 and 1000),
  -- Civil days in the institution's zone, both included. Unknown only in history taken over from older papers.
  opens_on date,
  closes_on date,
  history boolean not null default false,
  contact_email text not null constraint consultation_contact_shape check (contact_email ~ '^[^@\s]+@[^@\s]+$'),
  official_posting_url text constraint consultation_posting_is_web check (official_posting_url ~ '^https?://'),
  official_posted_on date,
  text_id uuid,
  state text not null default 'draft' constraint consultation_state_known check (state in ('draft', 'published', 'cancelled')),
  version int not null default 1,
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text constraint consultation_cancel_reason_length check (length(cancel_reason) between 10 and 1000),
  constraint consultation_in_institution unique (institution_id, id),
  constraint consultation_numbered_once unique (institution_id, register_year, register_number),
  constraint consultation_text_in_institution foreign key (institution_id, text_id)
    references platform.texts (institution_id, id),
  constraint consultation_days_in_order check (closes_on >= opens_on),
  constraint consultation_published_is_complete check (
    state = 'draft' or (slug is not null and published_at is not null and (history or (
      opens_on is not null and closes_on is not null and register_number is not null)))),
  constraint consultation_cancelled_has_reason check (
    (state = 'cancelled') = (cancelled_at is not null) and (state <> 'cancelled' or cancel_reason is not null)),
  constraint consultation_history_is_past check (not history or text_id is null)
);
create index consultations_newest on consultations.consultations (published_at desc, id desc) where state <> 'draft';
create index consultations_by_institution on consultations.consultations (institution_id, published_at desc, id desc) where state <> 'draft';
create index consultations_by_closing on consultations.consultations (closes_on, opens_on) where state = 'published';
create index consultations_in_office on consultations.consultations (institution_id, changed_at desc, id desc);
create index consultations_drafts on consultations.consultations (institution_id) where state = 'draft';
create index consultations_cancelled on consultations.consultations (published_at desc, id desc) where state = 'cancelled';
create index consultations_by_title on consultations.consultations using gin (platform.plain(title) gin_trgm_ops);

-- What is known of a consultation beyond its text: who was invited, which meetings were held, what was planned.
-- Facts as they stand in the plan's form, each with its own dates, unknown ones null.
create table consultations.activities (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  ordinal int not null,
  section text not null constraint activity_section_known check (section in
    ('audience', 'planned', 'legal-act', 'working-group', 'meeting', 'resource', 'channel', 'indicator', 'observation')),
  date_from date,
  date_to date,
  place text,
  -- {"sq": {"title", "text"}, "en": {"title", "text"}}
  words jsonb not null constraint activity_words_albanian check (words ? 'sq'),
  constraint activity_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint activity_order unique (consultation_id, ordinal),
  constraint activity_days_in_order check (date_to >= date_from)
);

create table consultations.comments (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  -- The receipt's code, given at confirmation.
  code text constraint comment_code_unique unique constraint comment_code_shape check (code ~ '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$'),
  -- Made with the form: the same form arriving twice is one comment.
  submission_id uuid not null constraint comment_submitted_once unique,
  contact_id uuid references platform.contacts (id),
  -- SHA-256 of the private link's token.
  token_digest bytea not null constraint comment_token_unique unique,
  lang text not null constraint comment_lang_known check (lang in ('sq', 'en')),
  about text not null constraint comment_about_known check (about in ('whole', 'article', 'passage')),
  text_version_id uuid,
  node_id uuid,
  article_label text,
  quote text constraint comment_quote_length check (length(quote) between 1 and 2000),
  quote_prefix text,
  quote_suffix text,
  quote_start int,
  version int not null default 1,
  state text not null constraint comment_state_known check (state in
    ('sent', 'waiting', 'published', 'held', 'withdrawn', 'erased')),
  sent_at timestamptz not null,
  confirmed_at timestamptz,
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint comment_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint comment_in_institution unique (institution_id, id),
  constraint comment_anchor check (
    (about = 'whole' and node_id is null and quote is null)
    or (about = 'article' and node_id is not null and text_version_id is not null and quote is null)
    or (about = 'passage' and node_id is not null and text_version_id is not null and quote is not null)),
  constraint comment_counted_when_confirmed check (state in ('sent', 'erased') or (confirmed_at is not null and code is not null)),
  constraint comment_published_has_time check (state <> 'published' or published_at is not null)
);
create index comments_public on consultations.comments (consultation_id, node_id, sent_at desc, id desc) where state in ('published', 'held', 'withdrawn');
create index comments_public_newest on consultations.comments (consultation_id, sent_at desc, id desc) where state in ('published', 'held', 'withdrawn');
create index comments_in_office on consultations.comments (institution_id, confirmed_at desc, id desc) where confirmed_at is not null;
create index comments_waiting on consultations.comments (institution_id, confirmed_at, id) where state = 'waiting';
create index comments_unconfirmed on consultations.comments (sent_at) where state = 'sent';
create index comments_by_contact on consultations.comments (contact_id, sent_at desc) where contact_id is not null;

-- Words, name and salt in one row, deleted together when a comment is erased.
create table consultations.comment_versions (
  institution_id uuid not null,
  comment_id uuid not null,
  n int not null,
  body text not null constraint comment_body_length check (char_length(body) between 1 and 5000),
  on_behalf text not null constraint comment_on_behalf_known check (on_behalf in ('person', 'organisation')),
  author_name text constraint comment_author_name_length check (length(author_name) between 2 and 120),
  organisation text constraint comment_organisation_length check (length(organisation) between 2 and 200),
  name_public boolean not null,
  salt bytea not null constraint comment_salt_length check (length(salt) = 16),
  -- What the pattern check found in the words: telephone, email, identity-number, attachment.
  found text[] not null default '{}',
  -- Hidden by a moderator while a later version stands.
  hidden boolean not null default false,
  written_at timestamptz not null,
  primary key (comment_id, n),
  constraint comment_version_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id),
  constraint comment_organisation_named check ((on_behalf = 'organisation') = (organisation is not null)),
  constraint comment_public_name_given check (not name_public or author_name is not null)
);

-- What happened to a comment, in order: for the author's page, the office and the public ground of a hold.
create table consultations.comment_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  comment_id uuid not null,
  kind text not null constraint comment_event_kind_known check (kind in
    ('sent', 'confirmed', 'waiting', 'published', 'held', 'released', 'corrected', 'withdrawn', 'erased')),
  version int not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  ground text constraint comment_ground_known check (ground in
    ('personal-data', 'insult', 'advertising', 'other-matter', 'unlawful')),
  note text constraint comment_note_length check (length(note) <= 1000),
  constraint comment_event_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id),
  constraint comment_held_has_ground check (kind <> 'held' or (ground is not null and by_account_id is not null))
);
create index comment_events_by_comment on consultations.comment_events (comment_id, id);

-- What everyone may read. Every page, .json and export of comments reads this view and nothing else.
create view consultations.published_comments as
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
  '{}'::text[] as topics,
  '{}'::text[] as places,
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

create view consultations.published_consultations as
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
  '{}'::text[] as topics,
  '{}'::text[] as places,
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

-- What happened to a consultation after its first publication: read as "what has changed" by everyone.
create table consultations.consultation_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  kind text not null constraint consultation_event_kind_known check (kind in ('published', 'corrected', 'cancelled')),
  version int not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  reason text constraint consultation_event_reason_length check (length(reason) between 5 and 1000),
  constraint consultation_event_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint consultation_correction_has_reason check (kind = 'published' or reason is not null)
);
create index consultation_events_by_consultation on consultations.consultation_events (consultation_id, id);
create index comments_published_count on consultations.comments (consultation_id, node_id) where state = 'published';
