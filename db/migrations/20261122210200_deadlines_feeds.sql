-- What the boards of deadlines need besides the table itself: the secret address of an official's own calendar, the
-- forms that have arrived, and the deadlines that wait for a role. PostgreSQL 15.

-- A calendar program asks without signing in, so the address itself is the key. Only its digest is kept: a stolen table
-- opens nothing. Renewed by a further row; the older one ends.
create table platform.deadline_feeds (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references platform.accounts (id),
  token_digest bytea not null constraint deadline_feed_token_once unique
    constraint deadline_feed_digest_length check (octet_length(token_digest) = 32),
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint deadline_feed_interval check (ended_at is null or ended_at >= created_at)
);
create unique index deadline_feeds_one_stands on platform.deadline_feeds (account_id) where ended_at is null;

-- The forms by which officials moved a deadline. One that arrives twice counts once.
create table platform.deadline_forms (
  form_id uuid primary key,
  institution_id uuid not null,
  deadline_id uuid not null,
  -- Several forms of a page bear the same number, each for a deed of its own.
  deed text not null constraint deadline_form_deed_shape check (deed ~ '^[a-z]{2,20}$'),
  by_account_id uuid not null references platform.accounts (id),
  at timestamptz not null,
  constraint deadline_form_of_deadline foreign key (institution_id, deadline_id)
    references platform.deadlines (institution_id, id)
);
create index deadline_forms_by_deadline on platform.deadline_forms (deadline_id, at);

-- Open, given to a role or a unit and taken by nobody.
create index deadlines_by_role on platform.deadlines (institution_id, role, work_by, id)
  where state in ('running', 'paused') and holder_id is null;
