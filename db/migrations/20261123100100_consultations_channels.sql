-- A comment comes by any way: the site, an e-mail, a letter, the counter, a meeting, the state's register. One list of them
-- all, each with how it came, who speaks, and when it was said, received and entered. PostgreSQL 15.

-- What came in at once from one sender: a letter with forty points, the common word of several organisations, a sheet.
create table consultations.deliveries (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  kind text not null constraint delivery_kind_known check (kind in ('single', 'split', 'joint', 'table')),
  channel text not null constraint delivery_channel_known check (channel in
    ('email', 'post', 'counter', 'phone', 'meeting', 'register')),
  -- What the office calls it: "Letër e 14 majit", "Takimi në Dajti". Never the name of a private person.
  title text not null constraint delivery_title_length check (length(title) between 2 and 300),
  -- The paper's own number and day in the protocol of the office.
  protocol_number text constraint delivery_protocol_length check (length(protocol_number) between 1 and 50),
  protocol_date date,
  -- Where it came from inside the house: a case of the inbox, a meeting, an import.
  source_ref text constraint delivery_source_shape check (source_ref ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  happened_on date not null,
  received_on date not null,
  entered_at timestamptz not null,
  entered_by uuid references platform.accounts (id),
  form_id uuid constraint delivery_form_once unique,
  constraint delivery_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint delivery_in_institution unique (institution_id, id),
  constraint delivery_days_in_order check (received_on >= happened_on)
);
create index deliveries_by_consultation on consultations.deliveries (consultation_id, entered_at desc, id desc);
create index deliveries_by_source on consultations.deliveries (source_ref) where source_ref is not null;

alter table consultations.comments
  add column channel text not null default 'web' constraint comment_channel_known check (channel in
    ('web', 'email', 'post', 'counter', 'phone', 'meeting', 'register')),
  -- Whom the speaker belongs to; null: not known.
  add column sender_kind text constraint comment_sender_kind_known check (sender_kind in
    ('citizen', 'civil-society', 'business', 'academia', 'local-government', 'institution', 'international', 'group', 'other')),
  -- When it was said or posted, and when it reached the institution, as civil days there; null for the site, where both are
  -- the moment of sending. Entered: `sent_at`.
  add column happened_on date,
  add column received_on date,
  -- It was said after the window had closed: kept and counted apart.
  add column late boolean not null default false,
  add column delivery_id uuid,
  -- Its place among the points of its delivery, from 1.
  add column delivery_point int constraint comment_delivery_point_positive check (delivery_point > 0),
  add column entered_by uuid references platform.accounts (id),
  -- Who works on it; null: nobody yet.
  add column assignee_id uuid references platform.accounts (id),
  add constraint comment_of_delivery foreign key (institution_id, delivery_id)
    references consultations.deliveries (institution_id, id),
  add constraint comment_point_of_delivery check ((delivery_id is null) = (delivery_point is null)),
  add constraint comment_point_once unique (delivery_id, delivery_point),
  add constraint comment_days_by_channel check ((channel = 'web') = (happened_on is null) and (happened_on is null) = (received_on is null)
    and received_on >= happened_on);
create index comments_assigned on consultations.comments (assignee_id, confirmed_at desc, id desc)
  where assignee_id is not null and confirmed_at is not null;
create index comments_of_consultation_in_office on consultations.comments (consultation_id, confirmed_at desc, id desc)
  where confirmed_at is not null;

alter table consultations.comment_versions
  -- The article or the passage as its author would write it.
  add column suggestion text constraint comment_suggestion_length check (char_length(suggestion) between 1 and 5000),
  -- Without words of its own where it is a proposed wording, or answers to the questions asked.
  drop constraint comment_body_length,
  add constraint comment_body_length check (char_length(body) between 0 and 5000);

alter table consultations.comment_events drop constraint comment_event_kind_known;
alter table consultations.comment_events add constraint comment_event_kind_known check (kind in
  ('sent', 'entered', 'confirmed', 'waiting', 'published', 'held', 'released', 'corrected', 'withdrawn', 'erased',
   'taken-down', 'restored', 'redacted', 'late', 'in-time'));

-- Before there is a draft, or on the draft.
alter table consultations.consultations
  add column stage text not null default 'on-draft' constraint consultation_stage_known check (stage in ('preliminary', 'on-draft')),
  -- The preliminary consultation that this one grew out of.
  add column follows_id uuid,
  add constraint consultation_follows_in_institution foreign key (institution_id, follows_id)
    references consultations.consultations (institution_id, id),
  add constraint consultation_follows_another check (follows_id <> id),
  add constraint consultation_preliminary_has_no_text check (stage = 'on-draft' or text_id is null);
create index consultations_by_followed on consultations.consultations (follows_id) where follows_id is not null;

create or replace view consultations.recorded_comments as
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
  case when comment.state = 'published' and comment.version > 1 then version.written_at end as corrected_at,
  hold.ground as held_ground,
  hold.at as held_at,
  taken.ground as taken_down_ground,
  taken.taken_at as taken_down_at,
  comment.channel,
  comment.sender_kind,
  comment.happened_on,
  comment.received_on,
  comment.late,
  case when comment.state = 'published' then version.suggestion end as suggestion
from consultations.comments as comment
left join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
left join lateral (
  select event.ground, event.at from consultations.comment_events as event
  where comment.state = 'held' and event.comment_id = comment.id and event.kind = 'held'
  order by event.id desc limit 1
) as hold on true
left join lateral (
  select takedown.ground, takedown.taken_at from platform.takedowns as takedown
  where comment.state = 'taken-down' and takedown.subject = 'consultations.comment:' || comment.id and takedown.lifted_at is null
) as taken on true
where comment.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
  and (comment.state not in ('withdrawn', 'erased') or comment.published_at is not null);

create or replace view consultations.published_comments as
select comment.subject, comment.id, comment.institution_id, comment.kind, comment.lang, comment.title, comment.body,
       comment.published_at, comment.changed_at, comment.state, comment.topics, comment.places, comment.consultation_id,
       comment.code, comment.about, comment.node_id, comment.article_label, comment.quote, comment.sent_at,
       comment.confirmed_at, comment.version, comment.author_name, comment.organisation, comment.corrected_at,
       comment.held_ground, comment.held_at, comment.taken_down_ground, comment.taken_down_at,
       comment.channel, comment.sender_kind, comment.happened_on, comment.received_on, comment.late, comment.suggestion
from consultations.recorded_comments as comment
where not exists (
  select from consultations.consultations as consultation
  where consultation.id = comment.consultation_id and consultation.state = 'taken-down');

drop trigger comment_changed_in_ledger on consultations.comments;
create constraint trigger comment_changed_in_ledger after update on consultations.comments
  deferrable initially deferred for each row when (
    ((old.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
      and (old.state not in ('withdrawn', 'erased') or old.published_at is not null))
     or (new.state in ('published', 'held', 'withdrawn', 'erased', 'taken-down')
      and (new.state not in ('withdrawn', 'erased') or new.published_at is not null)))
    and (old.id, old.institution_id, old.consultation_id, old.code, old.lang, old.about, old.node_id, old.article_label,
         old.quote, old.version, old.state, old.sent_at, old.confirmed_at, old.published_at, old.changed_at, old.channel,
         old.sender_kind, old.happened_on, old.received_on, old.late)
      is distinct from
        (new.id, new.institution_id, new.consultation_id, new.code, new.lang, new.about, new.node_id, new.article_label,
         new.quote, new.version, new.state, new.sent_at, new.confirmed_at, new.published_at, new.changed_at, new.channel,
         new.sender_kind, new.happened_on, new.received_on, new.late))
  execute function platform.require_ledger_entry('always', 'consultations.comment', 'consultations.comment', 'id');

drop trigger comment_version_changed_in_ledger on consultations.comment_versions;
create constraint trigger comment_version_changed_in_ledger after update on consultations.comment_versions
  deferrable initially deferred for each row when (
    (old.comment_id, old.n, old.body, old.on_behalf, old.author_name, old.organisation, old.name_public, old.hidden,
     old.written_at, old.suggestion)
      is distinct from
    (new.comment_id, new.n, new.body, new.on_behalf, new.author_name, new.organisation, new.name_public, new.hidden,
     new.written_at, new.suggestion))
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');

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
  consultation.basis_rule,
  consultation.opens_on,
  deadline.due_on as closes_on,
  deadline.due_at as closes_at,
  consultation.history,
  consultation.contact_email,
  consultation.official_posting_url,
  consultation.official_posted_on,
  consultation.text_id,
  consultation.repeats_id,
  consultation.version,
  consultation.cancelled_at,
  consultation.cancel_reason,
  institution.slug as institution_slug,
  institution.zone,
  consultation.stage,
  consultation.follows_id
from consultations.consultations as consultation
join platform.institutions as institution on institution.id = consultation.institution_id
left join platform.deadlines as deadline
  on deadline.subject = 'consultations.consultation:' || consultation.id and deadline.slot = 'comments'
where consultation.state in ('published', 'cancelled');

drop trigger consultation_changed_in_ledger on consultations.consultations;
create constraint trigger consultation_changed_in_ledger after update on consultations.consultations
  deferrable initially deferred for each row when (
    (old.state in ('published', 'cancelled') or new.state in ('published', 'cancelled'))
    and (old.id, old.institution_id, old.lang, old.title, old.summary, old.published_at, old.changed_at, old.state, old.slug,
         old.register_year, old.register_number, old.act_kind, old.legal_basis, old.basis_rule, old.opens_on, old.history,
         old.contact_email, old.official_posting_url, old.official_posted_on, old.text_id, old.repeats_id, old.version,
         old.cancelled_at, old.cancel_reason, old.stage, old.follows_id)
      is distinct from
        (new.id, new.institution_id, new.lang, new.title, new.summary, new.published_at, new.changed_at, new.state, new.slug,
         new.register_year, new.register_number, new.act_kind, new.legal_basis, new.basis_rule, new.opens_on, new.history,
         new.contact_email, new.official_posting_url, new.official_posted_on, new.text_id, new.repeats_id, new.version,
         new.cancelled_at, new.cancel_reason, new.stage, new.follows_id))
  execute function platform.require_ledger_entry('always', 'consultations.consultation', 'consultations.consultation', 'id');
