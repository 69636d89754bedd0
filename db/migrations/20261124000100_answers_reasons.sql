-- The library of reasons of an institution, as which role an answer was proposed and decided, and what is done to many answers at
-- once. PostgreSQL 15.

create table consultations.answer_reasons (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  lang text not null constraint answer_reason_lang_known check (lang in ('sq', 'en')),
  title text not null constraint answer_reason_title_length check (char_length(title) between 3 and 150),
  -- Which decision it gives the reason for; null: any.
  decision text constraint answer_reason_decision_known check (decision in
    ('accepted', 'partly-accepted', 'rejected', 'outside-scope', 'not-considered')),
  words text not null constraint answer_reason_words_length check (char_length(words) between 5 and 5000),
  active boolean not null default true,
  -- How many answers were written with it.
  used int not null default 0 constraint answer_reason_used_natural check (used >= 0),
  revision int not null default 1 constraint answer_reason_revision_positive check (revision > 0),
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id),
  form_id uuid constraint answer_reason_form_once unique
);
create index answer_reasons_of_institution on consultations.answer_reasons (institution_id, active desc, title, id);

-- As which role, in the words of the institution's country on that day: grants change, what was proposed does not.
alter table consultations.answers
  add column proposed_role text constraint answer_proposed_role_length check (char_length(proposed_role) between 2 and 200),
  add column decided_role text constraint answer_decided_role_length check (char_length(decided_role) between 2 and 200);

-- Which wording of the comment was answered: whoever corrects it afterwards is read again.
alter table consultations.answered_comments
  add column comment_version int constraint answered_comment_version_positive check (comment_version > 0);

-- What is published in the night, or while the official goes on: one row for each press of a button.
create table consultations.answer_deeds (
  id uuid primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  kind text not null constraint answer_deed_kind_known check (kind in ('publish')),
  answer_ids uuid[] not null,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  done int not null default 0 constraint answer_deed_done_natural check (done >= 0),
  -- Answers that stand as they were, for somebody was at them meanwhile.
  left_out int not null default 0 constraint answer_deed_left_natural check (left_out >= 0),
  ended_at timestamptz,
  constraint answer_deed_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id)
);
create index answer_deeds_of_consultation on consultations.answer_deeds (consultation_id, at desc, id);

-- What was taken down is told with its decision, without its words.
create or replace view consultations.comment_outcomes as
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
  case when answer.state <> 'taken-down' then said.reason end as reason,
  said.published_at as answered_at
from consultations.comments as comment
left join consultations.answered_comments as answered on answered.comment_id = comment.id
left join consultations.answers as answer on answer.id = answered.answer_id
left join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
where comment.confirmed_at is not null and comment.state in ('waiting', 'published', 'held', 'taken-down');
