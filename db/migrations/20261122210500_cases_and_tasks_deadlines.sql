-- The days of cases and of tasks move into the one table of deadlines. PostgreSQL 15.

-- A case by the day that somebody gave it. What was answered or closed has met it; what was passed on, set aside or marked
-- as a duplicate had it cancelled. Reminders of days that are past are not sent once more.
insert into platform.deadlines
  (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at, state,
   ended_at, holder_id, role, public, reminded, created_at, changed_at)
select held.institution_id, 'intake.case:' || held.id, 'answer', 'day', institution.jurisdiction, held.filed_on,
       held.received_at, held.due_on, held.due_on, held.due_on,
       (held.due_on + 1)::timestamp at time zone institution.zone, ending.state,
       case when ending.state <> 'running' then coalesce(held.answered_at, held.closed_at, held.changed_at) end,
       held.owner_account_id, held.owner_role, true,
       array(select step from unnest(array[3, 1, 0, -1, -7]) as step where held.due_on - step <= current_date),
       held.entered_at, held.changed_at
from platform.cases as held
join platform.institutions as institution on institution.id = held.institution_id
cross join lateral (select case
  when held.state in ('new', 'assigned', 'in-work') then 'running'
  when held.state in ('answered', 'closed') and held.transferred_to is null then 'met'
  else 'cancelled' end as state) as ending
where held.due_on is not null and held.state <> 'sent';

-- A task by its day. Tasks are the house's own: they stand on no public board.
insert into platform.deadlines
  (institution_id, subject, slot, basis, jurisdiction, started_on, started_at, chosen_on, work_by, due_on, due_at, state,
   ended_at, holder_id, role, public, reminded, created_at, changed_at)
select task.institution_id, 'tasks.task:' || task.id, 'task', 'day', institution.jurisdiction,
       (task.given_at at time zone institution.zone)::date, task.given_at, task.due_on, task.due_on, task.due_on,
       (task.due_on + 1)::timestamp at time zone institution.zone,
       case when task.state = 'done' then 'met' when task.state = 'cancelled' then 'cancelled' else 'running' end,
       task.ended_at, task.holder_id, task.role, false,
       array(select step from unnest(array[3, 1, 0, -1, -7]) as step where task.due_on - step <= current_date),
       task.given_at, coalesce(task.ended_at, task.given_at)
from platform.tasks as task
join platform.institutions as institution on institution.id = task.institution_id
where task.due_on is not null;

insert into platform.deadline_events (institution_id, deadline_id, kind, at, to_due)
select institution_id, id, 'started', created_at, due_on from platform.deadlines where slot in ('answer', 'task')
order by created_at, id;
insert into platform.deadline_events (institution_id, deadline_id, kind, at)
select institution_id, id, state, ended_at from platform.deadlines
where slot in ('answer', 'task') and ended_at is not null
order by ended_at, id;

-- With the columns go the indexes that were ordered by them.
alter table platform.cases drop column due_on;
create index cases_open on platform.cases (institution_id, received_at desc, id desc)
  where state in ('new', 'assigned', 'in-work');

-- Whether a task has a day at all, for the list of those that have none: the day itself stands among the deadlines.
alter table platform.tasks add column dated boolean not null default false;
update platform.tasks set dated = true where due_on is not null;
alter table platform.tasks drop column due_key;
alter table platform.tasks drop column due_on;
create index tasks_open_by_institution on platform.tasks (institution_id, holder_id) where state in ('open', 'taken');
create index tasks_open_by_holder on platform.tasks (holder_id, id) where state in ('open', 'taken');
create index tasks_open_by_role on platform.tasks (institution_id, role, id) where state = 'open' and holder_id is null;
create index tasks_undated on platform.tasks (institution_id, id) where state in ('open', 'taken') and not dated;
create index tasks_undated_of_all on platform.tasks (id) where state in ('open', 'taken') and not dated;
create index tasks_ended_undated on platform.tasks (institution_id, state, id)
  where state in ('done', 'cancelled') and not dated;

-- The board of tasks by their days: open ones of one institution and of all, ended ones.
create index deadlines_of_tasks on platform.deadlines (institution_id, due_on, subject) include (holder_id)
  where slot = 'task' and state in ('running', 'paused');
create index deadlines_of_all_tasks on platform.deadlines (due_on, subject)
  where slot = 'task' and state in ('running', 'paused');
create index deadlines_of_ended_tasks on platform.deadlines (institution_id, state, due_on, subject)
  where slot = 'task' and state in ('met', 'lapsed', 'cancelled');
