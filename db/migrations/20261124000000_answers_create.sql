-- What the institution answers to what people said: one answer to one comment, or the same one to many. What is worked on is
-- seen by the office alone; what was published stands in versions that never change. PostgreSQL 15.

create table consultations.answers (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  -- Of its public address.
  code text not null constraint answer_code_unique unique constraint answer_code_shape check (code ~ '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$'),
  -- The group of like comments that it was written for.
  group_id uuid,
  lang text not null constraint answer_lang_known check (lang in ('sq', 'en')),
  -- Of the words that are worked on. A published answer that is being corrected is a draft again; its version stays public.
  state text not null constraint answer_state_known check (state in ('draft', 'proposed', 'decided', 'published', 'taken-down')),
  decision text constraint answer_decision_known check (decision in
    ('accepted', 'partly-accepted', 'rejected', 'outside-scope', 'not-considered')),
  -- Why it was not considered.
  ground text constraint answer_ground_known check (ground in ('held', 'late', 'taken-down')),
  reason text constraint answer_reason_length check (char_length(reason) between 1 and 5000),
  -- Why it is corrected, while that is worked on; public with the next version.
  correction text constraint answer_correction_length check (char_length(correction) between 5 and 1000),
  -- Rises with every change of the words that are worked on, so that two officials do not undo each other.
  revision int not null default 1 constraint answer_revision_positive check (revision > 0),
  written_at timestamptz not null,
  written_by uuid references platform.accounts (id),
  -- `file`: it came back in the table of the drafters, who have no account.
  source text not null default 'office' constraint answer_source_known check (source in ('office', 'file')),
  -- The unit or the role that proposed it in the file; never the name of a person.
  drafter text constraint answer_drafter_length check (char_length(drafter) between 2 and 200),
  proposed_at timestamptz,
  proposed_by uuid references platform.accounts (id),
  decided_at timestamptz,
  decided_by uuid references platform.accounts (id),
  -- Why the decider sent it back.
  returned_reason text constraint answer_returned_length check (char_length(returned_reason) between 3 and 1000),
  -- The newest version that everybody may read; 0: none yet.
  version int not null default 0 constraint answer_version_natural check (version >= 0),
  published_at timestamptz,
  changed_at timestamptz not null,
  form_id uuid constraint answer_form_once unique,
  constraint answer_in_institution unique (institution_id, id),
  constraint answer_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint answer_of_group foreign key (institution_id, group_id)
    references consultations.comment_groups (institution_id, id),
  constraint answer_says_why check (state = 'draft' or (decision is not null and reason is not null)),
  constraint answer_ground_where_not_considered check ((ground is null or decision = 'not-considered')
    and (state = 'draft' or (decision = 'not-considered') = (ground is not null))),
  constraint answer_proposed_by_whom check (state not in ('proposed', 'decided', 'published') or proposed_at is not null),
  constraint answer_decided_by_whom check (state not in ('decided', 'published') or decided_at is not null),
  constraint answer_published_has_version check ((version = 0) = (published_at is null) and (state <> 'published' or version > 0))
);
create index answers_of_consultation on consultations.answers (consultation_id, state, changed_at desc, id desc);
create index answers_public on consultations.answers (consultation_id, published_at desc, id desc) where version > 0;
create index answers_changed_public on consultations.answers (changed_at desc, id) where version > 0;
create index answers_to_decide on consultations.answers (institution_id, proposed_at, id) where state = 'proposed';
create index answers_to_publish on consultations.answers (institution_id, decided_at, id) where state = 'decided';
create index answers_by_group on consultations.answers (group_id) where group_id is not null;

-- Whom it answers. A comment has one answer.
create table consultations.answered_comments (
  comment_id uuid primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  answer_id uuid not null,
  since timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint answered_is_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id),
  constraint answered_by_answer foreign key (institution_id, answer_id)
    references consultations.answers (institution_id, id),
  constraint answered_in_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id)
);
create index answered_of_answer on consultations.answered_comments (answer_id, comment_id);
create index answered_of_consultation on consultations.answered_comments (consultation_id, answer_id);

-- What everybody was told, for ever.
create table consultations.answer_versions (
  institution_id uuid not null,
  answer_id uuid not null,
  n int not null constraint answer_version_n_positive check (n > 0),
  decision text not null constraint answer_version_decision_known check (decision in
    ('accepted', 'partly-accepted', 'rejected', 'outside-scope', 'not-considered')),
  ground text constraint answer_version_ground_known check (ground in ('held', 'late', 'taken-down')),
  reason text not null constraint answer_version_reason_length check (char_length(reason) between 1 and 5000),
  -- As which role it was proposed and decided: officials act under their role.
  proposed_role text not null constraint answer_version_proposer_length check (char_length(proposed_role) between 2 and 200),
  decided_role text not null constraint answer_version_decider_length check (char_length(decided_role) between 2 and 200),
  decided_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid references platform.accounts (id),
  -- Why it was corrected; null for the first.
  correction text constraint answer_version_correction_length check (char_length(correction) between 5 and 1000),
  primary key (answer_id, n),
  constraint answer_version_of_answer foreign key (institution_id, answer_id) references consultations.answers (institution_id, id),
  constraint answer_version_ground_where_not_considered check ((decision = 'not-considered') = (ground is not null)),
  constraint answer_version_says_why check ((n = 1) = (correction is null))
);
create function consultations.answer_version_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a published answer never changes'
    using errcode = 'integrity_constraint_violation', constraint = 'answer_version_is_final';
end $$;
create trigger answer_version_is_final before update or delete on consultations.answer_versions
  for each row execute function consultations.answer_version_stands();

-- Which places of which version of the text changed because of it.
create table consultations.answer_changes (
  institution_id uuid not null,
  answer_id uuid not null,
  version_id uuid not null,
  node_id uuid not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  primary key (answer_id, version_id, node_id),
  constraint answer_change_of_answer foreign key (institution_id, answer_id) references consultations.answers (institution_id, id),
  constraint answer_change_of_version foreign key (institution_id, version_id)
    references platform.text_versions (institution_id, id),
  -- The draft of a version may still be read in anew: what is gone from it was not changed in it.
  constraint answer_change_at_node foreign key (version_id, node_id)
    references platform.text_nodes (version_id, node_id) on update cascade on delete cascade
);
create index answer_changes_by_node on consultations.answer_changes (version_id, node_id, answer_id);

-- Every comment that wants an answer, and how far it has come. What was never confirmed, withdrawn or erased wants none.
create view consultations.comment_outcomes as
select
  comment.id as comment_id,
  comment.institution_id,
  comment.consultation_id,
  comment.code,
  comment.state,
  comment.late,
  comment.channel,
  comment.sender_kind,
  comment.confirmed_at,
  answer.id as answer_id,
  answer.code as answer_code,
  coalesce(answer.state, 'none') as answer_state,
  coalesce(answer.version, 0) as answer_version,
  said.decision,
  said.ground,
  said.reason,
  said.published_at as answered_at
from consultations.comments as comment
left join consultations.answered_comments as answered on answered.comment_id = comment.id
left join consultations.answers as answer on answer.id = answered.answer_id
left join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
where comment.confirmed_at is not null and comment.state in ('waiting', 'published', 'held', 'taken-down');

create view consultations.recorded_answers as
select
  'consultations.answer:' || answer.id as subject,
  answer.id,
  answer.institution_id,
  'answer'::text as kind,
  answer.lang,
  answer.code as title,
  case when answer.state <> 'taken-down' then said.reason end as body,
  answer.published_at,
  said.published_at as changed_at,
  case when answer.state = 'taken-down' then 'taken-down' else 'published' end as state,
  platform.topics_of('consultations.consultation:' || answer.consultation_id) as topics,
  platform.places_of('consultations.consultation:' || answer.consultation_id) as places,
  answer.consultation_id,
  answer.code,
  answer.version,
  said.decision,
  said.ground,
  said.proposed_role,
  said.decided_role,
  said.decided_at,
  said.correction,
  listed.number,
  listed.comments,
  changed.changes
from consultations.answers as answer
join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
cross join lateral (
  select count(*)::int as number, coalesce(jsonb_agg(comment.code order by comment.code), '[]') as comments
  from consultations.answered_comments as answered join consultations.comments as comment on comment.id = answered.comment_id
  where answered.answer_id = answer.id
) as listed
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('version', version.n, 'node', change.node_id) order by version.n, change.node_id), '[]')
    as changes
  from consultations.answer_changes as change
  join platform.text_versions as version on version.id = change.version_id and version.published_at is not null
  where change.answer_id = answer.id
) as changed
where answer.version > 0;

create view consultations.published_answers as
select one.subject, one.id, one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at,
       one.state, one.topics, one.places, one.consultation_id, one.code, one.version, one.decision, one.ground,
       one.proposed_role, one.decided_role, one.decided_at, one.correction, one.number, one.comments, one.changes
from consultations.recorded_answers as one
where not exists (
  select from consultations.consultations as consultation
  where consultation.id = one.consultation_id and consultation.state = 'taken-down');

-- The feedback, answer by answer (`open_answers` are those to the questions of an institution).
create view consultations.open_feedback as
select
  one.id as key,
  one.id,
  one.code,
  consultation.institution_slug as institution,
  one.consultation_id as consultation,
  one.decision,
  one.ground,
  one.body as reason,
  one.lang,
  one.state,
  one.version,
  one.number,
  (select string_agg(listed.code, ' ' order by listed.code) from jsonb_array_elements_text(one.comments) as listed (code)) as comments,
  one.proposed_role,
  one.decided_role,
  one.correction,
  one.published_at,
  one.changed_at,
  '/konsultime/' || consultation.slug || '/pergjigjet/' || one.code as url
from consultations.published_answers as one
join consultations.published_consultations as consultation on consultation.id = one.consultation_id;

-- The guard. What is only worked on asks nothing; what a version adds, or who is answered, does.
create constraint trigger answer_changed_in_ledger after update on consultations.answers
  deferrable initially deferred for each row when (
    (old.version > 0 or new.version > 0)
    and (old.id, old.institution_id, old.consultation_id, old.code, old.lang, old.version, old.published_at,
         old.state = 'taken-down')
      is distinct from
        (new.id, new.institution_id, new.consultation_id, new.code, new.lang, new.version, new.published_at,
         new.state = 'taken-down'))
  execute function platform.require_ledger_entry('always', 'consultations.answer', 'consultations.answer', 'id');
create constraint trigger answer_removed_in_ledger after delete on consultations.answers
  deferrable initially deferred for each row when (old.version > 0)
  execute function platform.require_ledger_entry('always', 'consultations.answer', 'consultations.answer', 'id');
create constraint trigger answer_version_in_ledger after insert on consultations.answer_versions
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'consultations.answer', 'consultations.answer', 'answer_id');
create constraint trigger answered_comment_in_ledger after insert or update or delete on consultations.answered_comments
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.answer', 'consultations.answer', 'answer_id');
create constraint trigger answer_change_in_ledger after insert or update or delete on consultations.answer_changes
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.answer', 'consultations.answer', 'answer_id');

-- A consultation is concluded when every voice has its answer; taken back only with a reason.
alter table consultations.consultations
  add column concluded_at timestamptz,
  add constraint consultation_concluded_is_public check (concluded_at is null or state in ('published', 'taken-down'));
create index consultations_concluded on consultations.consultations (institution_id, concluded_at desc, id) where concluded_at is not null;
alter table consultations.consultation_events
  drop constraint consultation_event_kind_known,
  add constraint consultation_event_kind_known check (kind in
    ('published', 'corrected', 'extended', 'moved', 'redrafted', 'cancelled', 'concluded', 'reopened')),
  drop constraint consultation_correction_has_reason,
  add constraint consultation_correction_has_reason check (kind in ('published', 'concluded') or reason is not null);

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
  consultation.follows_id,
  consultation.concluded_at
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
         old.cancelled_at, old.cancel_reason, old.stage, old.follows_id,
         old.concluded_at)
      is distinct from
        (new.id, new.institution_id, new.lang, new.title, new.summary, new.published_at, new.changed_at, new.state, new.slug,
         new.register_year, new.register_number, new.act_kind, new.legal_basis, new.basis_rule, new.opens_on, new.history,
         new.contact_email, new.official_posting_url, new.official_posted_on, new.text_id, new.repeats_id, new.version,
         new.cancelled_at, new.cancel_reason, new.stage, new.follows_id,
         new.concluded_at))
  execute function platform.require_ledger_entry('always', 'consultations.consultation', 'consultations.consultation', 'id');
