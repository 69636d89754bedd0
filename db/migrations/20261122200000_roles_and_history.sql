-- All roles of the house, the history of every record, and who looked at whose data. PostgreSQL 15.
alter table platform.roles drop constraint role_known;
alter table platform.roles add constraint role_known check (role in (
  'operator', 'administrator', 'head', 'council-chair', 'council-secretary', 'councillor', 'clerk',
  'consultation-coordinator', 'legal-drafter', 'information-coordinator', 'plan-secretariat', 'focal-point',
  'data-protection-officer', 'moderator', 'auditor', 'supervising-authority', 'organisation'));

-- Who changed what, from what, when. Never the words, names or addresses of citizens: it cannot be erased.
create table platform.changes (
  id bigint generated always as identity primary key,
  institution_id uuid references platform.institutions (id),
  subject text not null constraint change_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  kind text not null constraint change_kind_shape check (kind ~ '^[a-z-]{2,60}$'),
  by_kind text not null constraint change_by_kind_known check (by_kind in ('official', 'citizen', 'program', 'command-line')),
  by_account_id uuid references platform.accounts (id),
  at timestamptz not null,
  reason text constraint change_reason_length check (length(reason) <= 2000),
  fields jsonb not null default '[]' constraint change_fields_list check (jsonb_typeof(fields) = 'array'),
  constraint change_by_official_named check ((by_kind = 'official') = (by_account_id is not null))
);
create index changes_by_subject on platform.changes (subject, id desc);
create index changes_by_institution on platform.changes (institution_id, id desc);
create index changes_by_account on platform.changes (by_account_id, id desc) where by_account_id is not null;

create function platform.refuse_change_of_history() returns trigger language plpgsql as $$
begin
  raise exception 'history is only added to'
    using errcode = 'integrity_constraint_violation', constraint = 'change_is_final';
end $$;
create trigger change_is_final before update or delete on platform.changes
  for each row execute function platform.refuse_change_of_history();

-- What happened before this table was there. The reasons stand as they were written.
insert into platform.changes (institution_id, subject, kind, by_kind, by_account_id, at, reason)
select institution_id, subject, kind, case when by_account_id is null then other else 'official' end, by_account_id, at, reason
from (
  select institution_id, 'consultations.consultation:' || consultation_id as subject, kind, by_account_id, at, reason,
         'program' as other, id
  from consultations.consultation_events
  union all
  select institution_id, 'consultations.comment:' || comment_id, kind, by_account_id, at, ground,
         case when kind in ('sent', 'confirmed', 'corrected', 'withdrawn') then 'citizen' else 'program' end, id
  from consultations.comment_events
) as earlier
order by at, id;

-- Which official saw what is known of a private person. Read by that person, by the auditor, by the data protection officer.
create table platform.accesses (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- The same official at the same record within the hour is one line.
  hour timestamptz not null,
  account_id uuid not null references platform.accounts (id),
  institution_id uuid not null references platform.institutions (id),
  subject text not null,
  contact_id uuid references platform.contacts (id) on delete set null,
  what text not null constraint access_what_known check (what in ('opened', 'downloaded', 'exported')),
  constraint access_once_an_hour unique (account_id, subject, what, hour)
);
create index accesses_by_contact on platform.accesses (contact_id, id desc) where contact_id is not null;
create index accesses_by_institution on platform.accesses (institution_id, id desc);
create index accesses_by_account on platform.accesses (account_id, id desc);
create index accesses_by_subject on platform.accesses (subject, id desc);
