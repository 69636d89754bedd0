-- Who follows what of the public record, and up to where each was written to. PostgreSQL 15.

-- What is followed: each selection once, however many follow it. The fields are what its address says, resolved.
create table platform.selections (
  id uuid primary key default gen_random_uuid(),
  -- As `selectionQuery` writes it. Empty: everything.
  address text not null constraint selection_once unique constraint selection_address_length check (length(address) <= 1000),
  words text not null default '',
  matter text,
  kind text,
  institution_id uuid references platform.institutions (id),
  year smallint,
  topic_id uuid references platform.topics (id),
  place_id uuid references platform.places (id),
  state text,
  -- Of the words, made by the program anew when its stems change. Null where there are no words.
  words_query tsquery,
  stem_version smallint,
  made_at timestamptz not null,
  constraint selection_words_have_query check ((words = '') = (words_query is null)),
  constraint selection_query_has_version check ((words_query is null) = (stem_version is null))
);
create index selections_of_matter on platform.selections (matter) where matter is not null;
create index selections_of_institution on platform.selections (institution_id) where matter is null;
create index selections_of_topic on platform.selections (topic_id) where topic_id is not null;
create index selections_of_place on platform.selections (place_id) where place_id is not null;

-- One row for each address that follows: its lock, its pause, and the number that ends older links to its page.
create table platform.followers (
  contact_id uuid primary key references platform.contacts (id),
  lang text not null constraint follower_lang_known check (lang in ('sq', 'en')),
  link_epoch int not null default 1 constraint follower_link_epoch_positive check (link_epoch > 0),
  -- When a letter with a link was last sent because somebody asked: nobody's mailbox is filled by pressing a button.
  asked_at timestamptz,
  paused_at timestamptz,
  paused_because text constraint follower_paused_because_known check (paused_because in ('asked', 'bounced')),
  constraint follower_pause_has_reason check ((paused_at is null) = (paused_because is null))
);
create index followers_bounced on platform.followers (paused_at) where paused_because = 'bounced';

create table platform.follows (
  id uuid primary key default gen_random_uuid(),
  contact_id uuid not null references platform.followers (contact_id),
  selection_id uuid not null references platform.selections (id),
  pace text not null constraint follow_pace_known check (pace in ('at-once', 'daily', 'weekly')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- Written up to the happenings of this round. It changes in the transaction that queues the letter.
  written_round bigint not null default 0
);
create unique index follow_once on platform.follows (contact_id, selection_id) where ended_at is null;
create index follows_of_selection on platform.follows (selection_id);
create index follows_of_contact on platform.follows (contact_id);
create index follows_to_write on platform.follows (selection_id, pace, written_round)
  where confirmed_at is not null and ended_at is null;
create index follows_unconfirmed on platform.follows (asked_at) where confirmed_at is null;
create index follows_ended on platform.follows (ended_at) where ended_at is not null;

-- Happenings are reckoned in rounds, one after the other under a lock: what has been committed of a round is whole, and no
-- later commit comes before it.
create table platform.tell_rounds (
  round bigint primary key,
  at timestamptz not null
);
create index tell_rounds_by_time on platform.tell_rounds (at, round);

create table platform.selection_happenings (
  selection_id uuid not null references platform.selections (id) on delete cascade,
  happening_id uuid not null references platform.happenings (id) on delete cascade,
  round bigint not null references platform.tell_rounds (round),
  -- It waits for the letter of the day, whatever the pace: a hundred comments are not a hundred letters.
  quiet boolean not null,
  primary key (selection_id, happening_id)
);
create index selection_happenings_by_round on platform.selection_happenings (round, selection_id);
create index selection_happenings_of_happening on platform.selection_happenings (happening_id);

-- How many digests were queued in the minute that runs: receipts and codes always find the way free.
create table platform.digest_pace (
  id boolean primary key default true constraint digest_pace_only_row check (id),
  minute timestamptz not null,
  spent int not null constraint digest_pace_natural check (spent >= 0)
);
insert into platform.digest_pace (minute, spent) values ('2000-01-01T00:00:00Z', 0);

-- The letters of the day and of the week up to a moment: once all are queued nobody looks again.
create table platform.digest_runs (
  pace text not null constraint digest_run_pace_known check (pace in ('daily', 'weekly')),
  cut timestamptz not null,
  ended_at timestamptz not null,
  primary key (pace, cut)
);
create index digest_runs_by_cut on platform.digest_runs (cut);

-- Where whoever got the letter leaves with one click (RFC 8058). Goes with the words of the letter.
alter table platform.mail_messages
  add column leave_url text,
  add constraint mail_leave_url_of_digest check (leave_url is null or kind = 'digest');
create index mail_messages_digests on platform.mail_messages (created_at desc, id desc) where kind = 'digest';
