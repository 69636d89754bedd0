-- Groups of like comments: proposed by the program, confirmed by a person, and no member ever hidden behind another.
-- PostgreSQL 15.

create table consultations.comment_groups (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  -- Of its public address; never changes, whoever is its sample.
  code text not null constraint group_code_unique unique constraint group_code_shape check (code ~ '^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$'),
  state text not null constraint group_state_known check (state in ('proposed', 'confirmed', 'dissolved')),
  title text constraint group_title_length check (length(title) between 3 and 200),
  -- Whose words stand for all; null: none of its members stands any more.
  sample_comment_id uuid,
  -- The article that all its members speak of; null: the whole.
  node_id uuid,
  article_label text,
  lang text not null,
  made_at timestamptz not null,
  -- Null: the program.
  made_by uuid references platform.accounts (id),
  -- Which rules found it (src/platform/likeness/).
  method int not null,
  -- Rises with each deed of a person, not with what the program adds: so that two officials do not undo each other.
  version int not null default 1,
  changed_at timestamptz not null,
  -- When it was first confirmed: from then on everybody can read that it is, or was, a group.
  published_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by uuid references platform.accounts (id),
  joined_into uuid references consultations.comment_groups (id),
  note text constraint group_note_length check (length(note) <= 1000),
  -- Counted again with each change, and every night.
  confirmed_count int not null default 0,
  proposed_count int not null default 0,
  doubt_count int not null default 0,
  constraint group_in_institution unique (institution_id, id),
  constraint group_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint group_sample_in_institution foreign key (institution_id, sample_comment_id)
    references consultations.comments (institution_id, id),
  constraint group_confirmed_by_somebody check ((state = 'confirmed') = (confirmed_at is not null) and (confirmed_at is null or published_at is not null)),
  constraint group_joined_is_dissolved check (joined_into is null or state = 'dissolved')
);
create index groups_of_consultation on consultations.comment_groups
  (consultation_id, (confirmed_count + proposed_count) desc, id) where state <> 'dissolved';
create index groups_public on consultations.comment_groups (consultation_id, published_at desc, id desc) where published_at is not null;
create index groups_of_institution on consultations.comment_groups (institution_id, published_at desc, id desc) where published_at is not null;
create index groups_by_sample on consultations.comment_groups (sample_comment_id);
create index groups_joined on consultations.comment_groups (joined_into) where joined_into is not null;

create table consultations.comment_group_members (
  institution_id uuid not null,
  group_id uuid not null,
  comment_id uuid not null,
  -- Refused: somebody said that it does not belong here, and it is not proposed again. Left: withdrawn, erased, or new words.
  -- Moved: with its group into another.
  state text not null constraint group_member_state_known check (state in ('proposed', 'confirmed', 'refused', 'left', 'moved')),
  -- To the sample of the day: from 0 to 1. Null: put here by hand.
  likeness real constraint group_member_likeness_range check (likeness between 0 and 1),
  -- The wording that was compared.
  comment_version int not null,
  -- Everybody can read that this comment stands (with its words, held or taken down): it is listed. What waits is not yet.
  shown boolean not null default false,
  -- Its words were changed after it was confirmed, and are no longer like the others'.
  doubt boolean not null default false,
  since timestamptz not null,
  -- Null: the program, or its author.
  by_account_id uuid references platform.accounts (id),
  by_author boolean not null default false,
  primary key (group_id, comment_id),
  constraint group_member_of_group foreign key (institution_id, group_id)
    references consultations.comment_groups (institution_id, id),
  constraint group_member_is_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id),
  constraint group_member_refused_by_author check (not by_author or state = 'refused')
);
create unique index group_member_in_one_group on consultations.comment_group_members (comment_id) where state in ('proposed', 'confirmed');
create index group_members_of_comment on consultations.comment_group_members (comment_id, state);
create index group_members_standing on consultations.comment_group_members (group_id, since, comment_id)
  where state in ('proposed', 'confirmed');

-- What people did with groups, and how it was before, so that the last deed can be taken back. No words of anybody.
create table consultations.comment_group_deeds (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  kind text not null constraint group_deed_known check (kind in
    ('confirmed', 'member-removed', 'joined', 'split', 'dissolved', 'named', 'objected')),
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  -- {"groups": [rows], "members": [rows]} before, and {"<group>": version} after.
  before jsonb not null,
  after_versions jsonb not null,
  undone_at timestamptz,
  constraint group_deed_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id)
);
create index group_deeds_last on consultations.comment_group_deeds (consultation_id, id desc) where undone_at is null;

-- Which wording has been compared with the others, by which rules. Goes with the wording.
create table consultations.comment_likeness (
  comment_id uuid primary key references consultations.comments (id) on delete cascade,
  n int not null,
  consultation_id uuid not null references consultations.consultations (id),
  method int not null,
  placed_at timestamptz not null,
  constraint likeness_of_wording foreign key (comment_id, n)
    references consultations.comment_versions (comment_id, n) on delete cascade
);
create index likeness_of_consultation on consultations.comment_likeness (consultation_id, comment_id, n, method);

-- By what a comment is found among ten thousand: of samples and of comments in no group, not of every member.
create table consultations.comment_band_keys (
  consultation_id uuid not null,
  key bigint not null,
  comment_id uuid not null references consultations.comment_likeness (comment_id) on delete cascade,
  primary key (consultation_id, key, comment_id)
);
create index band_keys_of_comment on consultations.comment_band_keys (comment_id);

-- In which consultations something has changed since the groups were brought up to date: a row for each deed, so that no deed
-- waits for another one. Without a foreign key, for its check would lock the row of the consultation once more in every post;
-- consultations are never deleted.
create table consultations.groups_waiting (
  id bigint generated always as identity primary key,
  consultation_id uuid not null
);

-- Words that changed in place (an identity number covered) are compared anew, and no key of the old ones stays.
create function consultations.forget_likeness() returns trigger language plpgsql as $$
begin
  delete from consultations.comment_likeness as known where known.comment_id = new.comment_id and known.n = new.n;
  return null;
end $$;
create trigger words_forget_likeness after update of body, suggestion on consultations.comment_versions
  for each row when (old.body is distinct from new.body or old.suggestion is distinct from new.suggestion)
  execute function consultations.forget_likeness();

-- What everybody reads of a group, and of one that was.
create view consultations.recorded_comment_groups as
select
  'consultations.comment-group:' || grouped.id as subject,
  grouped.id,
  grouped.institution_id,
  'comment-group'::text as kind,
  grouped.lang,
  coalesce(grouped.title, grouped.code) as title,
  null::text as body,
  grouped.published_at,
  grouped.changed_at,
  grouped.state,
  platform.topics_of('consultations.consultation:' || grouped.consultation_id) as topics,
  platform.places_of('consultations.consultation:' || grouped.consultation_id) as places,
  grouped.consultation_id,
  grouped.code,
  grouped.article_label,
  grouped.confirmed_at,
  sample.code as sample,
  listed.number,
  listed.members,
  goal.code as joined_into
from consultations.comment_groups as grouped
left join consultations.comments as sample on sample.id = grouped.sample_comment_id
left join consultations.comment_groups as goal on goal.id = grouped.joined_into
cross join lateral (
  select count(*)::int as number, coalesce(jsonb_agg(comment.code order by comment.code), '[]') as members
  from consultations.comment_group_members as member join consultations.comments as comment on comment.id = member.comment_id
  where member.group_id = grouped.id and member.state = 'confirmed' and member.shown and grouped.state = 'confirmed'
) as listed
where grouped.published_at is not null;

create view consultations.published_comment_groups as
select one.subject, one.id, one.institution_id, one.kind, one.lang, one.title, one.body, one.published_at, one.changed_at,
       one.state, one.topics, one.places, one.consultation_id, one.code, one.article_label, one.confirmed_at, one.sample,
       one.number, one.members, one.joined_into
from consultations.recorded_comment_groups as one
where not exists (
  select from consultations.consultations as consultation
  where consultation.id = one.consultation_id and consultation.state = 'taken-down');

-- The guard. What is only proposed asks nothing.
create constraint trigger comment_group_added_in_ledger after insert on consultations.comment_groups
  deferrable initially deferred for each row when (new.published_at is not null)
  execute function platform.require_ledger_entry('always', 'consultations.comment-group', 'consultations.comment-group', 'id');
create constraint trigger comment_group_changed_in_ledger after update on consultations.comment_groups
  deferrable initially deferred for each row when (
    (old.published_at is not null or new.published_at is not null)
    and (old.id, old.institution_id, old.lang, old.title, old.published_at, old.changed_at, old.state, old.consultation_id,
         old.code, old.article_label, old.confirmed_at, old.sample_comment_id, old.joined_into)
      is distinct from
        (new.id, new.institution_id, new.lang, new.title, new.published_at, new.changed_at, new.state, new.consultation_id,
         new.code, new.article_label, new.confirmed_at, new.sample_comment_id, new.joined_into))
  execute function platform.require_ledger_entry('always', 'consultations.comment-group', 'consultations.comment-group', 'id');
create constraint trigger comment_group_removed_in_ledger after delete on consultations.comment_groups
  deferrable initially deferred for each row when (old.published_at is not null)
  execute function platform.require_ledger_entry('always', 'consultations.comment-group', 'consultations.comment-group', 'id');
create constraint trigger comment_group_member_added_in_ledger after insert on consultations.comment_group_members
  deferrable initially deferred for each row when (new.state = 'confirmed' and new.shown)
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.comment-group', 'consultations.comment-group', 'group_id');
create constraint trigger comment_group_member_changed_in_ledger after update on consultations.comment_group_members
  deferrable initially deferred for each row when (
    ((old.state = 'confirmed' and old.shown) or (new.state = 'confirmed' and new.shown))
    and (old.group_id, old.comment_id, old.state, old.shown) is distinct from (new.group_id, new.comment_id, new.state, new.shown))
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.comment-group', 'consultations.comment-group', 'group_id');
create constraint trigger comment_group_member_removed_in_ledger after delete on consultations.comment_group_members
  deferrable initially deferred for each row when (old.state = 'confirmed' and old.shown)
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.comment-group', 'consultations.comment-group', 'group_id');

create index groups_changed_public on consultations.comment_groups (changed_at desc, id) where published_at is not null;
create view consultations.open_comment_groups as
select
  one.id as key,
  one.id,
  one.code,
  consultation.institution_slug as institution,
  one.consultation_id as consultation,
  one.title,
  one.state,
  one.article_label as article,
  one.sample,
  one.number,
  (select string_agg(listed.code, ' ' order by listed.code) from jsonb_array_elements_text(one.members) as listed (code)) as members,
  one.published_at,
  one.confirmed_at,
  one.changed_at,
  '/konsultime/' || consultation.slug || '/grupet/' || one.code as url
from consultations.published_comment_groups as one
join consultations.published_consultations as consultation on consultation.id = one.consultation_id;
