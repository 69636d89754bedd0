-- How an institution counts where the law leaves it open, and the lists over what was set and what has moved. PostgreSQL 15.

-- Law 05/L-031 of Kosovo could not be read: whether the day of the event counts, and whether a last day that is off moves
-- on, is then the institution's to say, with its basis. Null: it stays open, and both dates are shown.
alter table platform.institution_terms
  add column first_day text constraint term_first_day_known check (first_day in ('excluded', 'counted')),
  add column roll text constraint term_roll_known check (roll in ('forward', 'none')),
  add constraint term_reading_is_of_own check (kind = 'own' or (first_day is null and roll is null));

-- Over all institutions: who has set a rule, for the public page of the rule.
create index terms_by_rule on platform.institution_terms (rule_id, institution_id);

-- How many open deadlines stand on a rule in an institution.
create index deadlines_open_by_rule on platform.deadlines (institution_id, rule_id) where state in ('planned', 'running', 'paused');

-- What moved, newest first, in an institution and over the whole installation.
create index deadline_events_moved on platform.deadline_events (institution_id, id desc) where kind = 'moved';
create index deadline_events_moved_everywhere on platform.deadline_events (id desc) where kind = 'moved';
