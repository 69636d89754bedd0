-- Comments by every way, first hand: the letter of a delivery's own page, letters cut into points, the common word of several
-- organisations with its members, and the thematic groups that an institution keeps. PostgreSQL 15.

alter table consultations.deliveries
  -- SHA-256 of the token of the sender's own page; the links of its comments are made of the same token.
  add column token_digest bytea constraint delivery_token_unique unique,
  add column version int not null default 1 constraint delivery_version_positive check (version > 0),
  add column changed_at timestamptz,
  -- Under which name several speak together: of organisations, never of a private person.
  add column group_name text constraint delivery_group_name_length check (length(group_name) between 2 and 200),
  add column thematic_group_id uuid,
  -- How the sender was told what becomes of the words and the name.
  add column told text constraint delivery_told_known check (told in ('spoken', 'sheet', 'letter', 'not-yet')),
  -- What the state's own register calls it.
  add column outside_number text constraint delivery_outside_number_length check (length(outside_number) between 1 and 100),
  add column points int not null default 1 constraint delivery_points_natural check (points >= 0),
  -- Filed on the day of posting, not of receipt: a letter that the post registered.
  add column registered_post boolean not null default false,
  add constraint delivery_registered_is_post check (channel = 'post' or not registered_post),
  add constraint delivery_group_named check ((kind = 'joint') = (group_name is not null)),
  add constraint delivery_thematic_joint check (thematic_group_id is null or kind = 'joint');
create index deliveries_by_protocol on consultations.deliveries (institution_id, protocol_number, entered_at desc)
  where protocol_number is not null;

create table consultations.thematic_groups (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  name text not null constraint thematic_group_name_length check (length(name) between 2 and 200),
  aims text not null constraint thematic_group_aims_length check (length(aims) <= 2000),
  -- Organisations, in order; each with an address of the organisation where there is one: [{"organisation", "role", "email"}].
  members jsonb not null default '[]' constraint thematic_group_members_list check (jsonb_typeof(members) = 'array'),
  version int not null default 1 constraint thematic_group_version_positive check (version > 0),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  form_id uuid constraint thematic_group_form_once unique,
  constraint thematic_group_in_institution unique (institution_id, id),
  constraint thematic_group_ended_after check (ended_at >= created_at)
);
create unique index thematic_group_name_once on consultations.thematic_groups (institution_id, lower(name)) where ended_at is null;
create index thematic_groups_of_institution on consultations.thematic_groups (institution_id, changed_at desc, id desc);

alter table consultations.deliveries
  add constraint delivery_of_thematic_group foreign key (institution_id, thematic_group_id)
    references consultations.thematic_groups (institution_id, id);
create index deliveries_by_thematic_group on consultations.deliveries (thematic_group_id) where thematic_group_id is not null;

-- Who speaks in a joint submission. Everybody reads the organisations; a person by role, by name only with consent.
create table consultations.delivery_members (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  delivery_id uuid not null,
  comment_id uuid not null,
  n int not null constraint delivery_member_n_positive check (n > 0),
  organisation text not null constraint delivery_member_organisation_length check (length(organisation) between 2 and 200),
  role text constraint delivery_member_role_length check (length(role) between 2 and 200),
  person text constraint delivery_member_person_length check (length(person) between 2 and 120),
  contact_id uuid references platform.contacts (id),
  token_digest bytea not null constraint delivery_member_token_unique unique,
  told_at timestamptz,
  -- "Not in my name": it stays in the list as one that withdrew from it.
  withdrawn_at timestamptz,
  constraint delivery_member_of_delivery foreign key (institution_id, delivery_id)
    references consultations.deliveries (institution_id, id),
  constraint delivery_member_of_comment foreign key (institution_id, comment_id)
    references consultations.comments (institution_id, id),
  constraint delivery_member_place unique (comment_id, n)
);
create index delivery_members_by_delivery on consultations.delivery_members (delivery_id, n);
create index delivery_members_by_contact on consultations.delivery_members (contact_id) where contact_id is not null;

-- What stands in the record of the comment, and on its page.
create function consultations.members_record(of_comment uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('n', member.n, 'organisation', member.organisation, 'role', member.role,
                                               'person', member.person, 'withdrawn_at', member.withdrawn_at)
                            order by member.n), '[]')
  from consultations.delivery_members as member where member.comment_id = of_comment
$$;
create constraint trigger delivery_member_added_in_ledger after insert or delete on consultations.delivery_members
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');
create constraint trigger delivery_member_changed_in_ledger after update on consultations.delivery_members
  deferrable initially deferred for each row when (
    (old.comment_id, old.n, old.organisation, old.role, old.person, old.withdrawn_at)
      is distinct from (new.comment_id, new.n, new.organisation, new.role, new.person, new.withdrawn_at))
  execute function platform.require_ledger_entry('recorded', 'consultations.comment', 'consultations.comment', 'comment_id');

-- A letter on its way to be cut into points. It becomes the delivery of the same id, or is discarded.
create table consultations.delivery_drafts (
  id uuid primary key,
  institution_id uuid not null,
  consultation_id uuid not null,
  -- What the form of the delivery held, as typed.
  fields jsonb not null,
  -- The words of the paper, whole. Every character of them is in a point or among those left aside.
  words text not null constraint delivery_draft_words_length check (char_length(words) between 1 and 400000),
  -- [{"from", "to", "aside", "node"}] in order, without gaps.
  pieces jsonb not null constraint delivery_draft_pieces_list check (jsonb_typeof(pieces) = 'array'),
  version int not null default 1 constraint delivery_draft_version_positive check (version > 0),
  created_by uuid references platform.accounts (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint delivery_draft_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id)
);
create index delivery_drafts_by_consultation on consultations.delivery_drafts (consultation_id, changed_at desc, id desc);
create index delivery_drafts_by_age on consultations.delivery_drafts (changed_at);

-- What came late, to be looked at when a window is put off.
create index comments_late on consultations.comments (consultation_id) where late;
