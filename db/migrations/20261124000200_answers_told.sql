-- Everyone hears once what became of their words, by the way they came, and may rate the answer once. PostgreSQL 15.

-- What was said to one person at once: one letter, with one point or forty.
create table consultations.answer_letters (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  channel text not null constraint answer_letter_channel_known check (channel in ('mail', 'print')),
  lang text not null constraint answer_letter_lang_known check (lang in ('sq', 'en')),
  -- To whom: a contact, or where there is no e-mail the sender of a delivery or a member of a joint submission. What is gone
  -- from here has asked to be forgotten.
  contact_id uuid references platform.contacts (id) on delete set null,
  delivery_id uuid,
  member_id uuid references consultations.delivery_members (id) on delete set null,
  written_at timestamptz not null,
  -- On paper: when it was printed, and when and how it was handed over.
  made_at timestamptz,
  made_by uuid references platform.accounts (id),
  handed_on date,
  handed_way text constraint answer_letter_way_known check (handed_way in ('post', 'counter', 'messenger', 'not-reached')),
  handed_at timestamptz,
  handed_by uuid references platform.accounts (id),
  constraint answer_letter_in_institution unique (institution_id, id),
  constraint answer_letter_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint answer_letter_of_delivery foreign key (institution_id, delivery_id)
    references consultations.deliveries (institution_id, id),
  constraint answer_letter_on_paper check (channel = 'print' or (made_at is null and handed_on is null)),
  constraint answer_letter_handed_how check (
    (handed_on is null) = (handed_way is null) and (handed_on is null) = (handed_at is null) and (handed_on is null or made_at is not null))
);
create index answer_letters_to_print on consultations.answer_letters (consultation_id, written_at desc, id desc) where channel = 'print';
create index answer_letters_by_contact on consultations.answer_letters (contact_id) where contact_id is not null;
create index answer_letters_by_member on consultations.answer_letters (member_id) where member_id is not null;
create index answer_letters_by_delivery on consultations.answer_letters (delivery_id) where delivery_id is not null;

-- Who was told what. `page`: nobody knows how to reach the author, and the answer stands on its public page alone.
create table consultations.answers_told (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  comment_id uuid not null,
  -- Of a joint submission; null: whoever sent the comment. It stays when the member is forgotten: it names nobody.
  member_id uuid,
  answer_id uuid not null,
  version int not null constraint answer_told_version_positive check (version > 0),
  what text not null constraint answer_told_what_known check (what in ('answer', 'correction', 'effect')),
  -- Which version of the text was changed because of it.
  text_version_id uuid,
  channel text not null constraint answer_told_channel_known check (channel in ('mail', 'print', 'page')),
  letter_id uuid,
  at timestamptz not null,
  constraint answer_told_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id) on delete cascade,
  constraint answer_told_of_answer foreign key (institution_id, answer_id) references consultations.answers (institution_id, id),
  constraint answer_told_by_letter foreign key (institution_id, letter_id) references consultations.answer_letters (institution_id, id),
  constraint answer_told_of_text foreign key (institution_id, text_version_id)
    references platform.text_versions (institution_id, id),
  constraint answer_told_letter_named check ((channel = 'page') = (letter_id is null)),
  constraint answer_told_effect_of_text check ((what = 'effect') = (text_version_id is not null))
);
create unique index answer_told_once on consultations.answers_told (comment_id, member_id, answer_id, version)
  nulls not distinct where text_version_id is null;
create unique index answer_effect_told_once on consultations.answers_told (comment_id, member_id, answer_id, text_version_id)
  nulls not distinct where text_version_id is not null;
create index answers_told_of_letter on consultations.answers_told (letter_id, id) where letter_id is not null;
create index answers_told_of_answer on consultations.answers_told (answer_id);
create index answers_told_of_consultation on consultations.answers_told (consultation_id);
create index answers_told_by_year on consultations.answers_told (institution_id, at) where what = 'answer';

-- The key to the page where the answers of one letter are rated: SHA-256 of its token. A letter that is printed anew has another.
create table consultations.rating_tokens (
  digest bytea primary key,
  letter_id uuid not null references consultations.answer_letters (id),
  at timestamptz not null
);
create index rating_tokens_of_letter on consultations.rating_tokens (letter_id);

-- What an author thinks of the answer: once, for good. The words are read by the office alone and go after two years.
create table consultations.answer_ratings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  comment_id uuid not null,
  member_id uuid,
  answer_id uuid not null,
  -- Which of its versions was read.
  version int not null constraint answer_rating_version_positive check (version > 0),
  score int not null constraint answer_rating_scale check (score between 1 and 5),
  words text constraint answer_rating_words_length check (char_length(words) between 1 and 1000),
  at timestamptz not null,
  constraint answer_rating_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id) on delete cascade,
  constraint answer_rating_of_answer foreign key (institution_id, answer_id) references consultations.answers (institution_id, id)
);
create unique index answer_rated_once on consultations.answer_ratings (comment_id, member_id, answer_id) nulls not distinct;
create index answer_ratings_by_year on consultations.answer_ratings (institution_id, at);
create index answer_ratings_of_consultation on consultations.answer_ratings (consultation_id, at desc, id desc);
create index answer_ratings_with_words on consultations.answer_ratings (at) where words is not null;

-- Satisfaction of those who were answered, by institution and civil year there. Fewer than five ratings tell of persons, not of
-- answers: then only how many there are.
create view consultations.open_satisfaction as
with counted as (
  select told.institution_id, extract(year from told.at at time zone institution.zone)::int as year,
         count(*)::int as told, 0 as ratings, 0 as satisfied, max(told.at) as changed_at
  from consultations.answers_told as told
  join platform.institutions as institution on institution.id = told.institution_id
  left join consultations.answer_letters as letter on letter.id = told.letter_id
  where told.what = 'answer' and (told.channel = 'mail' or letter.handed_way in ('post', 'counter', 'messenger'))
  group by 1, 2
  union all
  select rating.institution_id, extract(year from rating.at at time zone institution.zone)::int,
         0, count(*)::int, count(*) filter (where rating.score >= 4)::int, max(rating.at)
  from consultations.answer_ratings as rating
  join platform.institutions as institution on institution.id = rating.institution_id
  group by 1, 2
), summed as (
  select institution_id, year, sum(told)::int as told, sum(ratings)::int as ratings, sum(satisfied)::int as satisfied,
         max(changed_at) as changed_at
  from counted group by 1, 2
)
select
  institution.slug || '-' || summed.year as key,
  institution.slug || '-' || summed.year as id,
  institution.slug as institution,
  summed.year,
  summed.told,
  summed.ratings,
  case when summed.ratings >= 5 then summed.satisfied end as satisfied,
  case when summed.satisfied = summed.ratings and summed.ratings >= 5 then 100::float8
       when summed.ratings >= 5 then least(99.9, round(100.0 * summed.satisfied / summed.ratings, 1))::float8 end as share,
  80 as target,
  make_date(summed.year, 12, 31) as day,
  summed.changed_at,
  '/kenaqesia?viti=' || summed.year as url
from summed join platform.institutions as institution on institution.id = summed.institution_id;
