-- The review of legality as everybody reads it: what was sent, when it was registered, what was said; and the guards of the
-- ledger. Titles are those of the published acts, and what was said of an act that names a private person stays inside.
-- PostgreSQL 15.

-- What the council did with an act that was returned, before it is sent again.
create table council_acts.re_examinations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  form_id uuid constraint re_examination_form_once unique,
  act_id uuid not null,
  -- 'adopted-again': by a new vote. 'corrected': its text was changed. 'kept': the council insists on it as it is.
  outcome text not null constraint re_examination_outcome_known check (outcome in ('adopted-again', 'corrected', 'kept')),
  decided_on date not null,
  vote_ref text constraint re_examination_vote_ref_shape check (vote_ref ~ '^council\.vote:.+$'),
  words text not null constraint re_examination_words_length check (length(words) between 3 and 5000),
  entered_at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint re_examination_of_act foreign key (institution_id, act_id) references council_acts.acts (institution_id, id)
);
create index re_examinations_of_act on council_acts.re_examinations (act_id, entered_at desc);

alter table council_acts.transmitted_acts add column re_examination_id uuid references council_acts.re_examinations (id);
create index transmittals_of_year on council_acts.transmittals (institution_id, number_year, created_at desc, id desc);
create index acts_that_wait_for_review on council_acts.acts (institution_id, adopted_on, id)
  where state in ('numbered', 'announced') and not history and legality in ('none', 'returned');

create view council_acts.published_transmittals as
select
  'council-acts.transmittal:' || one.id as subject,
  one.id,
  one.institution_id,
  'council-act-transmittal'::text as kind,
  'sq'::text as lang,
  one.number || '/' || one.number_year as title,
  null::text as body,
  one.sent_at as published_at,
  one.changed_at,
  one.state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  one.number_year,
  one.number,
  one.authority_name,
  one.authority_institution_id,
  one.protocol,
  one.channel,
  one.sent_on,
  one.received_protocol,
  one.received_on,
  one.received_as,
  one.withdrawn_at,
  one.withdrawn_reason,
  one.version,
  institution.slug as institution_slug,
  institution.zone,
  institution.jurisdiction
from council_acts.transmittals as one
join platform.institutions as institution on institution.id = one.institution_id
where one.state in ('sent', 'withdrawn');

-- Which acts went with it. Not what the council wrote of an act that was returned: only that, how and when it looked again.
create view council_acts.published_transmitted_acts as
select sent.id, sent.institution_id, sent.transmittal_id, sent.act_id, sent.ordinal, sent.round,
       again.outcome as re_examined, again.decided_on as re_examined_on, again.vote_ref as re_examined_vote
from council_acts.transmitted_acts as sent
join council_acts.transmittals as one on one.id = sent.transmittal_id and one.state in ('sent', 'withdrawn')
left join council_acts.re_examinations as again on again.id = sent.re_examination_id;

create view council_acts.published_verdicts as
select
  'council-acts.verdict:' || one.id as subject,
  one.id,
  one.institution_id,
  'council-act-verdict'::text as kind,
  'sq'::text as lang,
  act.title,
  case when not act.restricted then one.reasons end as body,
  one.entered_at as published_at,
  one.entered_at as changed_at,
  one.kind as state,
  '{}'::uuid[] as topics,
  '{}'::uuid[] as places,
  one.act_id,
  one.transmittal_id,
  one.n,
  one.kind as verdict,
  one.decided_on,
  one.protocol,
  one.effective_on,
  one.entered_as,
  one.replaces_id,
  act.slug as act_slug,
  act.number as act_number,
  act.restricted,
  act.institution_slug
from council_acts.verdicts as one
join council_acts.published_acts as act on act.id = one.act_id;

-- The register as open data: one row for each act of a transmittal, with what was answered to it last.
create view council_acts.open_legality_reviews as
select
  sent.id as key,
  sent.id,
  act.institution_slug as institution,
  act.number as act_number,
  act.title as act_title,
  act.act_kind,
  act.nature,
  act.adopted_on,
  act.announced_on,
  act.legality,
  one.title as transmittal,
  one.number_year as year,
  sent.round,
  one.authority_name as authority,
  one.channel,
  one.state,
  one.sent_on,
  one.received_on,
  one.received_protocol,
  answer.verdict as answer,
  answer.decided_on as answered_on,
  answer.protocol as answer_protocol,
  one.received_on - one.sent_on as days_to_receipt,
  answer.decided_on - one.received_on as days_to_answer,
  greatest(one.changed_at, act.changed_at, answer.changed_at) as changed_at
from council_acts.published_transmitted_acts as sent
join council_acts.published_transmittals as one on one.id = sent.transmittal_id
join council_acts.published_acts as act on act.id = sent.act_id
left join lateral (
  select said.verdict, said.decided_on, said.protocol, said.changed_at
  from council_acts.published_verdicts as said
  where said.act_id = sent.act_id and said.transmittal_id = sent.transmittal_id and said.verdict <> 'mistake'
    and not exists (select from council_acts.verdicts as later where later.replaces_id = said.id)
  order by said.n desc limit 1) as answer on true;

-- The guards. What everybody reads does not change without an entry.
create constraint trigger transmittal_in_ledger after insert on council_acts.transmittals
  deferrable initially deferred for each row when (new.state in ('sent', 'withdrawn'))
  execute function platform.require_ledger_entry('always', 'council-acts.transmittal', 'council-acts.transmittal', 'id');
create constraint trigger transmittal_changed_in_ledger after update on council_acts.transmittals
  deferrable initially deferred for each row when (
    (old.state in ('sent', 'withdrawn') or new.state in ('sent', 'withdrawn'))
    and (old.id, old.institution_id, old.number, old.number_year, old.authority_name, old.authority_institution_id, old.protocol,
         old.channel, old.state, old.sent_on, old.sent_at, old.received_protocol, old.received_on, old.received_as,
         old.withdrawn_at, old.withdrawn_reason, old.version, old.changed_at)
      is distinct from
        (new.id, new.institution_id, new.number, new.number_year, new.authority_name, new.authority_institution_id, new.protocol,
         new.channel, new.state, new.sent_on, new.sent_at, new.received_protocol, new.received_on, new.received_as,
         new.withdrawn_at, new.withdrawn_reason, new.version, new.changed_at))
  execute function platform.require_ledger_entry('always', 'council-acts.transmittal', 'council-acts.transmittal', 'id');
create constraint trigger transmittal_removed_in_ledger after delete on council_acts.transmittals
  deferrable initially deferred for each row when (old.state in ('sent', 'withdrawn'))
  execute function platform.require_ledger_entry('always', 'council-acts.transmittal', 'council-acts.transmittal', 'id');
create constraint trigger transmitted_act_in_ledger after insert or update or delete on council_acts.transmitted_acts
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('recorded', 'council-acts.transmittal', 'council-acts.transmittal', 'transmittal_id');
create constraint trigger verdict_in_ledger after insert or update or delete on council_acts.verdicts
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry('always', 'council-acts.verdict', 'council-acts.verdict', 'id');

-- What the council did with a returned act is public with the transmittal with which it was sent again.
create function council_acts.require_entry_of_re_examination() returns trigger language plpgsql as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  of_transmittal uuid;
begin
  select sent.transmittal_id into of_transmittal
  from council_acts.transmitted_acts as sent
  join council_acts.published_transmittals as one on one.id = sent.transmittal_id
  where sent.re_examination_id = (changed ->> 'id')::uuid
    and not exists (
      select from platform.ledger_entries as entry
      where entry.kind = 'council-acts.transmittal' and entry.subject = one.subject and entry.xact = pg_current_xact_id())
  limit 1;
  if not found then return null; end if;
  raise exception 'the re-examination of transmittal % was changed for everybody without an entry in the ledger', of_transmittal
    using errcode = 'integrity_constraint_violation', constraint = 'public_change_in_ledger', table = tg_table_name,
          schema = tg_table_schema;
end $$;
create constraint trigger re_examination_in_ledger after insert or update or delete on council_acts.re_examinations
  deferrable initially deferred for each row execute function council_acts.require_entry_of_re_examination();

-- What was said stays as it was entered: a mistake is corrected by a further row.
create function council_acts.keep_verdict() returns trigger language plpgsql as $$
begin
  raise exception 'what was said of an act never changes' using errcode = 'integrity_constraint_violation',
    constraint = 'verdict_is_final', table = tg_table_name, schema = tg_table_schema;
end $$;
create trigger verdict_is_final before update or delete on council_acts.verdicts
  for each row execute function council_acts.keep_verdict();
