-- What the program of the deadlines reads besides the table itself: what was missed and is public, what a run has moved.
-- PostgreSQL 15.

-- Public and missed, from the day after on: for the public board and for exports. The title is the record's own, and
-- everybody's only where its module says so.
create view platform.published_deadlines as
select
  deadline.subject,
  deadline.institution_id,
  split_part(deadline.subject, ':', 1) as kind,
  deadline.id,
  deadline.slot,
  deadline.basis,
  deadline.rule_id,
  deadline.rule_version,
  deadline.jurisdiction,
  deadline.started_on,
  deadline.due_on,
  deadline.due_at,
  deadline.due_at as published_at,
  deadline.changed_at,
  deadline.state,
  (now() at time zone institution.zone)::date - deadline.due_on as days_late
from platform.deadlines as deadline
join platform.institutions as institution on institution.id = deadline.institution_id
where deadline.public and deadline.state = 'running'
  and not exists (
    select from platform.takedowns as takedown where takedown.subject = deadline.subject and takedown.lifted_at is null)
  and deadline.due_at <= date_trunc('day', now() at time zone institution.zone) at time zone institution.zone;

-- Which officials were told of the moves of a run: a run that goes on after a crash tells nobody twice.
create table platform.deadline_move_letters (
  run text not null constraint move_letter_run_length check (length(run) between 1 and 100),
  institution_id uuid not null references platform.institutions (id),
  account_id uuid not null references platform.accounts (id),
  sent_at timestamptz not null,
  primary key (run, institution_id, account_id)
);
create index deadline_move_letters_by_day on platform.deadline_move_letters (sent_at);

-- Of one run, what it has moved, by institution.
alter table platform.deadline_events add column run text;
create index deadline_events_of_run on platform.deadline_events (run, institution_id) where run is not null;

-- One institution's, for when its own closures change.
create index deadlines_to_recompute_in on platform.deadlines (institution_id, id)
  where state in ('planned', 'running', 'paused');

-- In whose name the letter of the morning went out: it told the deadlines of that institution.
alter table platform.duty_letters add column institution_id uuid references platform.institutions (id);
create index duty_letters_by_institution on platform.duty_letters (institution_id, day) where institution_id is not null;
