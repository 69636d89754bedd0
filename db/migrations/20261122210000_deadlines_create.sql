-- One table of deadlines for every record of every module; what institutions set where the law gives no number; what
-- governments announced since the tables of holidays were made. PostgreSQL 15.

-- What an institution has decided about a rule: that it works by one from a secondary source, or a term of its own where
-- the law gives none. What it sets is public. Corrected by a further row; the older one ends.
create table platform.institution_terms (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  -- The rule of the tables that it confirms, or fills with a number: `AL-FOI-CLARIFY`.
  rule_id text not null constraint term_rule_shape check (rule_id ~ '^(AL|XK)-[A-Z0-9-]{2,40}$'),
  rule_version int not null,
  kind text not null constraint term_kind_known check (kind in ('confirmed', 'own')),
  -- Of a term of its own.
  n int constraint term_number_sensible check (n between 1 and 3660),
  unit text constraint term_unit_known check (unit in ('d', 'wd', 'h', 'mo')),
  -- What it rests on: the council's regulation and its article, the order and its number.
  basis text not null constraint term_basis_length check (length(basis) between 5 and 500),
  from_on date not null,
  -- The last day on which a clock may start by it.
  until_on date,
  set_by_id uuid references platform.accounts (id),
  set_at timestamptz not null,
  ended_by_id uuid references platform.accounts (id),
  ended_at timestamptz,
  -- The number of the form that set it: a form that arrives twice counts once.
  form_id uuid constraint term_form_once unique,
  constraint term_in_institution unique (institution_id, id),
  constraint term_own_has_number check ((kind = 'own') = (n is not null) and (n is null) = (unit is null)),
  constraint term_days_in_order check (until_on >= from_on),
  constraint term_end_has_day check (ended_at is null or until_on is not null)
);
create unique index terms_one_stands on platform.institution_terms (institution_id, rule_id) where ended_at is null;
create index terms_by_institution on platform.institution_terms (institution_id, rule_id, from_on desc);

create table platform.deadlines (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  subject text not null constraint deadline_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- Which of the record's clocks: `comments`, `answer`, `task`.
  slot text not null constraint deadline_slot_shape check (slot ~ '^[a-z][a-z-]{1,39}$'),
  -- What it rests on: a rule of the tables by its version, a term of the institution, or a day somebody set.
  basis text not null constraint deadline_basis_known check (basis in ('rule', 'own', 'day')),
  rule_id text constraint deadline_rule_shape check (rule_id ~ '^(AL|XK)-[A-Z0-9-]{2,40}$'),
  rule_version int,
  term_id uuid,
  -- The number as it stands, extensions included: null where a day was set.
  n int constraint deadline_number_sensible check (n between 0 and 3660),
  unit text constraint deadline_unit_known check (unit in ('d', 'wd', 'h', 'mo')),
  -- Working days and roll-over follow this country's calendar.
  jurisdiction text not null constraint deadline_jurisdiction_known check (jurisdiction in ('AL', 'XK')),
  -- The day of the event, and its instant where hours count.
  started_on date not null,
  started_at timestamptz not null,
  -- A day the institution chose, later than the least that the rule asks.
  chosen_on date,
  -- [{"from", "to"}]: pauses that have ended. The one that runs has `paused_on`.
  pauses jsonb not null default '[]' constraint deadline_pauses_list check (jsonb_typeof(pauses) = 'array'),
  paused_on date,
  -- Of a window, its first day.
  opens_on date,
  -- The earliest of the readings of the law: the day an official works to.
  work_by date not null,
  -- The latest: before its end nobody is late.
  due_on date not null,
  -- The instant it is over, exclusive: the start of the next local day; where hours count, their end.
  due_at timestamptz not null,
  -- It went over a feast whose date nobody has announced.
  estimated boolean not null default false,
  -- planned: of a draft, on no board. lapsed: over without having been met, and nothing more will come.
  state text not null constraint deadline_state_known check (state in
    ('planned', 'running', 'paused', 'met', 'lapsed', 'cancelled')),
  ended_at timestamptz,
  -- Whose it is, for the board.
  holder_id uuid references platform.accounts (id),
  role text,
  body_id uuid,
  -- Whether it may stand on the public board, the day after it was missed.
  public boolean not null default false,
  -- Reminders already sent: days before (3, 1, 0) and after (-1, -7).
  reminded int[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint deadline_in_institution unique (institution_id, id),
  constraint deadline_one_a_slot unique (subject, slot),
  constraint deadline_body_in_institution foreign key (institution_id, body_id) references platform.bodies (institution_id, id),
  constraint deadline_term_in_institution foreign key (institution_id, term_id)
    references platform.institution_terms (institution_id, id),
  constraint deadline_rule_has_version check ((rule_id is null) = (rule_version is null)),
  constraint deadline_names_its_basis check (
    (basis = 'rule' and rule_id is not null and n is not null)
    or (basis = 'own' and term_id is not null and n is not null)
    or (basis = 'day' and chosen_on is not null and n is null)),
  constraint deadline_unit_with_number check ((n is null) = (unit is null)),
  constraint deadline_works_to_the_earlier check (work_by <= due_on),
  constraint deadline_pause_has_day check ((state = 'paused') = (paused_on is not null)),
  constraint deadline_end_has_time check ((state in ('met', 'lapsed', 'cancelled')) = (ended_at is not null))
);
-- The board, by institution and over the whole installation; by holder; the public one; reminders; recomputing.
create index deadlines_open on platform.deadlines (institution_id, work_by, id) where state in ('running', 'paused');
create index deadlines_open_everywhere on platform.deadlines (work_by, id) where state in ('running', 'paused');
create index deadlines_by_holder on platform.deadlines (holder_id, work_by, id) where state in ('running', 'paused');
create index deadlines_by_body on platform.deadlines (institution_id, body_id, work_by, id) where state in ('running', 'paused');
create index deadlines_public on platform.deadlines (institution_id, due_at, id) where state = 'running' and public;
create index deadlines_to_recompute on platform.deadlines (jurisdiction, id) where state in ('planned', 'running', 'paused');
create index deadlines_ended on platform.deadlines (institution_id, ended_at desc, id desc) where ended_at is not null;
create index deadlines_by_due on platform.deadlines (slot, due_at, id) where state = 'running';
create index deadlines_by_term on platform.deadlines (term_id) where term_id is not null;

-- What happened to a deadline. Never a citizen's word.
create table platform.deadline_events (
  id bigint generated always as identity primary key,
  institution_id uuid not null,
  deadline_id uuid not null,
  kind text not null constraint deadline_event_kind_known check (kind in
    ('started', 'paused', 'resumed', 'extended', 'chosen', 'moved', 'met', 'lapsed', 'cancelled', 'reopened', 'reminded')),
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  -- Why: the ground of the pause or extension; of a move what has changed in the calendar or the rules.
  ground text constraint deadline_ground_length check (length(ground) between 3 and 1000),
  -- By which rule it was extended, and how those concerned were told.
  rule_id text,
  notice text constraint deadline_notice_length check (length(notice) between 3 and 1000),
  from_due date,
  to_due date,
  constraint deadline_event_of_deadline foreign key (institution_id, deadline_id)
    references platform.deadlines (institution_id, id),
  constraint deadline_extension_has_ground check (kind not in ('extended', 'paused') or ground is not null)
);
create index deadline_events_by_deadline on platform.deadline_events (deadline_id, id);

-- What a government has announced: a day off, the true date of a feast, a holiday that was none. For a whole country.
create table platform.calendar_changes (
  id uuid primary key default gen_random_uuid(),
  jurisdiction text not null constraint calendar_change_jurisdiction_known check (jurisdiction in ('AL', 'XK')),
  kind text not null constraint calendar_change_kind_known check (kind in ('added', 'moved', 'dropped')),
  -- The id of the feast in the tables, and the year it is about.
  holiday text constraint calendar_change_holiday_shape check (holiday ~ '^[a-z][a-z0-9-]{1,39}$'),
  year int constraint calendar_change_year_known check (year between 2015 and 2040),
  day date,
  -- {"sq", "en"}
  names jsonb,
  basis text not null constraint calendar_change_basis_length check (length(basis) between 5 and 500),
  entered_by_id uuid references platform.accounts (id),
  entered_at timestamptz not null,
  withdrawn_by_id uuid references platform.accounts (id),
  withdrawn_at timestamptz,
  form_id uuid constraint calendar_change_form_once unique,
  constraint calendar_change_complete check (
    (kind = 'added' and day is not null and names ? 'sq' and names ? 'en' and holiday is null)
    or (kind = 'moved' and day is not null and holiday is not null and year is not null)
    or (kind = 'dropped' and holiday is not null and year is not null and day is null))
);
create unique index calendar_changes_one_a_feast on platform.calendar_changes (jurisdiction, holiday, year)
  where withdrawn_at is null and holiday is not null;
create unique index calendar_changes_one_a_day on platform.calendar_changes (jurisdiction, day)
  where withdrawn_at is null and kind = 'added';
create index calendar_changes_by_entry on platform.calendar_changes (jurisdiction, entered_at desc, id desc);

-- Whether a closure of the institution counts as days off for its clocks. Off unless it says on what ground.
alter table platform.institution_closures
  add column stops_clocks boolean not null default false,
  add constraint closure_that_stops_has_source check (not stops_clocks or source is not null);

-- With which law the open deadlines were last computed: a digest of the rules and of the holidays. A version of the
-- program that brings others recomputes them.
create table platform.law_versions (
  jurisdiction text primary key constraint law_version_jurisdiction_known check (jurisdiction in ('AL', 'XK')),
  digest text not null,
  computed_at timestamptz not null
);
