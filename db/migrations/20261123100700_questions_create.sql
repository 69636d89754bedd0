-- Questions that an institution asks beside free comments, and the answers, which come with a comment. PostgreSQL 15.

-- What holds for all the questions of a consultation.
create table consultations.questionnaires (
  consultation_id uuid primary key,
  institution_id uuid not null,
  -- Whether everybody sees the results while answers still come in. Their number is always seen.
  open_results boolean not null default false,
  changed_at timestamptz not null,
  constraint questionnaire_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id)
);

create table consultations.questions (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null references consultations.questionnaires (consultation_id),
  -- The lineage of an article; null: on the whole.
  node_id uuid,
  ordinal int not null,
  kind text not null constraint question_kind_known check (kind in ('one', 'several', 'scale', 'order', 'text')),
  -- Only for somebody who answers any question of the same set: nobody who comments has to answer.
  compulsory boolean not null default false,
  label text not null constraint question_label_length check (char_length(label) between 5 and 300),
  label_en text constraint question_label_en_length check (char_length(label_en) between 1 and 300),
  hint text constraint question_hint_length check (char_length(hint) between 1 and 500),
  hint_en text constraint question_hint_en_length check (char_length(hint_en) between 1 and 500),
  -- "Other, which": answered with the number 0 and words.
  other boolean not null default false constraint question_other_among_choices check (not other or kind in ('one', 'several')),
  least int,
  most int,
  scale_to int,
  low text constraint question_low_length check (char_length(low) between 1 and 80),
  low_en text constraint question_low_en_length check (char_length(low_en) between 1 and 80),
  high text constraint question_high_length check (char_length(high) between 1 and 80),
  high_en text constraint question_high_en_length check (char_length(high_en) between 1 and 80),
  -- Of its wording: each correction after publication is a version.
  version int not null default 1,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint question_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint question_in_institution unique (institution_id, id),
  constraint question_of_kind unique (id, kind),
  constraint question_order unique (consultation_id, ordinal) deferrable initially deferred,
  constraint question_choices_counted check (
    (kind = 'several') = (least is not null) and (kind = 'several' or most is null)
    and least >= 1 and (most is null or most >= least)),
  constraint question_scale_has_ends check (
    (kind = 'scale') = (scale_to is not null) and (scale_to is null or scale_to in (5, 10))
    and (kind <> 'scale' or (low is not null and high is not null))
    and (kind = 'scale' or (low is null and low_en is null and high is null and high_en is null)))
);

-- The answers to choose from; their numbers never change, for answers hold them.
create table consultations.question_options (
  institution_id uuid not null,
  consultation_id uuid not null,
  question_id uuid not null,
  n int not null constraint option_n_range check (n between 1 and 20),
  words text not null constraint option_words_length check (char_length(words) between 1 and 200),
  words_en text constraint option_words_en_length check (char_length(words_en) between 1 and 200),
  primary key (question_id, n),
  constraint option_of_question foreign key (institution_id, question_id)
    references consultations.questions (institution_id, id) on delete cascade
);

-- What happened to a question after publication, with the reason, for everybody.
create table consultations.question_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  question_id uuid not null,
  kind text not null constraint question_event_kind_known check (kind in ('added', 'corrected', 'withdrawn')),
  -- The wording that it gave, and the words before a correction.
  version int not null,
  label_before text,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  reason text not null constraint question_event_reason_length check (char_length(reason) between 5 and 1000),
  constraint question_event_of_question foreign key (institution_id, question_id)
    references consultations.questions (institution_id, id)
);
create index question_events_by_consultation on consultations.question_events (consultation_id, id);
create index question_events_by_question on consultations.question_events (question_id, id);

-- An answer belongs to the words that it came with, and goes when they go.
create table consultations.comment_answers (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  comment_id uuid not null,
  n int not null,
  question_id uuid not null,
  kind text not null,
  -- Numbers of options, 0 for "other"; of an order from the first place to the last.
  chosen int[],
  other text constraint answer_other_length check (char_length(other) between 1 and 200),
  scale int constraint answer_scale_from_one check (scale >= 1),
  words text constraint answer_words_length check (char_length(words) between 1 and 2000),
  constraint answer_once unique (comment_id, n, question_id),
  constraint answer_of_version foreign key (comment_id, n)
    references consultations.comment_versions (comment_id, n) on delete cascade,
  constraint answer_of_comment foreign key (institution_id, comment_id) references consultations.comments (institution_id, id),
  constraint answer_of_question foreign key (institution_id, question_id)
    references consultations.questions (institution_id, id),
  constraint answer_of_kind foreign key (question_id, kind) references consultations.questions (id, kind),
  constraint answer_fits_kind check (case kind
    when 'scale' then scale is not null and chosen is null and words is null and other is null
    when 'text' then words is not null and chosen is null and scale is null and other is null
    else chosen is not null and cardinality(chosen) >= 1 and scale is null and words is null end),
  constraint answer_one_choice check (kind <> 'one' or cardinality(chosen) = 1),
  constraint answer_other_given check ((other is not null) = coalesce(0 = any(chosen), false))
);
create index answers_by_question on consultations.comment_answers (question_id, comment_id, n);

-- What a row alone cannot tell: that the question is asked in this consultation, on this article, and offers this answer.
create function consultations.refuse_answer_not_offered() returns trigger language plpgsql as $$
declare
  asked record;
  offered int;
begin
  select question.*, comment.node_id as about into asked
  from consultations.questions as question
  join consultations.comments as comment on comment.consultation_id = question.consultation_id
  where question.id = new.question_id and comment.id = new.comment_id;
  if not found or (asked.node_id is not null and asked.node_id is distinct from asked.about) then
    raise exception 'question % is not asked there', new.question_id
      using errcode = 'integrity_constraint_violation', constraint = 'answer_to_question_asked';
  end if;
  if new.scale > asked.scale_to then
    raise exception 'question % goes to %', new.question_id, asked.scale_to
      using errcode = 'integrity_constraint_violation', constraint = 'answer_within_scale';
  end if;
  if new.chosen is null then return new; end if;
  select count(*) into offered from consultations.question_options as option
  where option.question_id = new.question_id and option.n = any(new.chosen);
  if offered + (case when asked.other and 0 = any(new.chosen) then 1 else 0 end) <> cardinality(new.chosen) then
    raise exception 'question % does not offer that', new.question_id
      using errcode = 'integrity_constraint_violation', constraint = 'answer_among_options';
  end if;
  if (asked.kind = 'several' and (cardinality(new.chosen) < asked.least or cardinality(new.chosen) > asked.most))
    or (asked.kind = 'order' and cardinality(new.chosen) <>
        (select count(*) from consultations.question_options as option where option.question_id = new.question_id)) then
    raise exception 'question % asks for another number of answers', new.question_id
      using errcode = 'integrity_constraint_violation', constraint = 'answer_counts';
  end if;
  return new;
end $$;
create trigger answer_is_offered before insert or update on consultations.comment_answers
  for each row execute function consultations.refuse_answer_not_offered();

-- A comment says something: words, a wording of its own, or answers. Asked at commit, for answers come after the words.
create function consultations.require_something_said() returns trigger language plpgsql as $$
declare
  of_comment uuid := case tg_op when 'DELETE' then old.comment_id else new.comment_id end;
  of_n int := case tg_op when 'DELETE' then old.n else new.n end;
begin
  if exists (
    select from consultations.comment_versions as version
    where version.comment_id = of_comment and version.n = of_n and btrim(version.body) = '' and version.suggestion is null
      and not exists (select from consultations.comment_answers as answer
                      where answer.comment_id = version.comment_id and answer.n = version.n)) then
    raise exception 'comment % says nothing', of_comment
      using errcode = 'integrity_constraint_violation', constraint = 'comment_says_something';
  end if;
  return null;
end $$;
create constraint trigger comment_says_something after insert or update on consultations.comment_versions
  deferrable initially deferred for each row when (btrim(new.body) = '' and new.suggestion is null)
  execute function consultations.require_something_said();
create constraint trigger comment_still_says_something after delete on consultations.comment_answers
  deferrable initially deferred for each row execute function consultations.require_something_said();

-- What everybody reads of the questions of a consultation, for its record.
create function consultations.questions_record(of_consultation uuid) returns jsonb language sql stable as $$
  select coalesce(
    (select jsonb_build_object(
       'open_results', questionnaire.open_results,
       'asked', (select coalesce(jsonb_agg(jsonb_build_object(
           'id', question.id, 'node_id', question.node_id, 'ordinal', question.ordinal, 'kind', question.kind,
           'compulsory', question.compulsory, 'label', question.label, 'label_en', question.label_en, 'hint', question.hint,
           'hint_en', question.hint_en, 'other', question.other, 'least', question.least, 'most', question.most,
           'scale_to', question.scale_to, 'low', question.low, 'low_en', question.low_en, 'high', question.high,
           'high_en', question.high_en, 'version', question.version, 'withdrawn_at', question.withdrawn_at,
           'options', (select coalesce(jsonb_agg(jsonb_build_object('n', option.n, 'words', option.words,
                                                                    'words_en', option.words_en) order by option.n), '[]')
                       from consultations.question_options as option where option.question_id = question.id),
           'events', (select coalesce(jsonb_agg(jsonb_build_object('kind', event.kind, 'version', event.version,
                                                                   'label_before', event.label_before, 'at', event.at,
                                                                   'reason', event.reason) order by event.id), '[]')
                      from consultations.question_events as event where event.question_id = question.id))
           order by question.ordinal), '[]')
         from consultations.questions as question where question.consultation_id = of_consultation))
     from consultations.questionnaires as questionnaire
     where questionnaire.consultation_id = of_consultation), 'null')
$$;

-- The answers of one wording.
create function consultations.answers_record(of_comment uuid, of_n int) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'question', answer.question_id, 'kind', answer.kind, 'chosen', answer.chosen, 'other', answer.other,
      'scale', answer.scale, 'words', answer.words) order by answer.question_id), '[]')
  from consultations.comment_answers as answer where answer.comment_id = of_comment and answer.n = of_n
$$;

create constraint trigger questionnaire_in_ledger after insert or update or delete on consultations.questionnaires
  deferrable initially deferred for each row execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');
create constraint trigger question_in_ledger after insert or update or delete on consultations.questions
  deferrable initially deferred for each row execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');
create constraint trigger question_option_in_ledger after insert or update or delete on consultations.question_options
  deferrable initially deferred for each row execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');
create constraint trigger question_event_in_ledger after insert or update or delete on consultations.question_events
  deferrable initially deferred for each row execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');
create constraint trigger comment_answer_in_ledger after insert or update or delete on consultations.comment_answers
  deferrable initially deferred for each row execute function platform.require_ledger_entry(
    'recorded', 'consultations.comment', 'consultations.comment', 'comment_id');

-- Answers that everybody may take along, one row each: those of published comments, in their newest wording. While the
-- window is open they are there only where the results are shown, too: see `questionnaires`.
create view consultations.open_answers as
select
  answer.id as key,
  answer.id,
  consultation.institution_slug as institution,
  comment.consultation_id as consultation,
  answer.question_id as question,
  question.label as question_words,
  answer.kind,
  comment.code as comment,
  array_to_string(answer.chosen, ',') as chosen,
  (select string_agg(option.words, ' | ' order by chosen.place)
   from unnest(answer.chosen) with ordinality as chosen (n, place)
   join consultations.question_options as option on option.question_id = answer.question_id and option.n = chosen.n) as chosen_words,
  answer.other,
  answer.scale,
  answer.words as text,
  comment.channel,
  comment.sender_kind,
  comment.sent_at,
  comment.changed_at,
  '/konsultime/' || consultation.slug || '/komente/' || comment.code as url
from consultations.comment_answers as answer
join consultations.published_comments as comment on comment.id = answer.comment_id and comment.version = answer.n
join consultations.published_consultations as consultation on consultation.id = comment.consultation_id
join consultations.questions as question on question.id = answer.question_id
join consultations.questionnaires as questionnaire on questionnaire.consultation_id = comment.consultation_id
where comment.state = 'published'
  and (questionnaire.open_results or consultation.state = 'cancelled' or consultation.closes_at <= now());

create or replace view consultations.open_comments as
select
  comment.id as key,
  comment.id,
  comment.code,
  consultation.institution_slug as institution,
  comment.consultation_id as consultation,
  comment.about,
  comment.article_label as article,
  comment.lang,
  comment.body as text,
  comment.quote,
  comment.author_name as author,
  comment.organisation,
  comment.version,
  comment.sent_at,
  comment.published_at,
  comment.corrected_at,
  comment.changed_at,
  '/konsultime/' || consultation.slug || '/komente/' || comment.code as url,
  comment.suggestion,
  comment.channel,
  comment.sender_kind,
  comment.happened_on,
  comment.received_on,
  comment.late
from consultations.published_comments as comment
join consultations.published_consultations as consultation on consultation.id = comment.consultation_id
where comment.state = 'published';
