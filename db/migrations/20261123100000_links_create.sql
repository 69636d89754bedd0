-- The thread of a matter: which record belongs to which, across subjects. Each link is a deed with a trace; it is shown to
-- everybody only where both ends are public. PostgreSQL 15.

create table platform.links (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  from_ref text not null constraint link_from_shape check (from_ref ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  to_ref text not null constraint link_to_shape check (to_ref ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  -- A closed list; each kind has words for both directions (src/platform/links/link-texts.ts).
  kind text not null constraint link_kind_known check (kind in
    ('about', 'planned-as', 'plan-of', 'follows', 'input', 'result')),
  by_account_id uuid references platform.accounts (id),
  at timestamptz not null,
  ended_at timestamptz,
  ended_by_account_id uuid references platform.accounts (id),
  reason text constraint link_reason_length check (length(reason) between 3 and 500),
  constraint link_not_to_itself check (from_ref <> to_ref),
  constraint link_ended_after check (ended_at >= at)
);
create unique index link_stands_once on platform.links (from_ref, to_ref, kind) where ended_at is null;
create index links_from on platform.links (from_ref, at, id) where ended_at is null;
create index links_to on platform.links (to_ref, at, id) where ended_at is null;
create index links_of_institution on platform.links (institution_id, at desc, id desc);

-- What stands in the record of the side that the link begins at.
create function platform.links_record(of_ref text) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('to', link.to_ref, 'kind', link.kind, 'at', link.at) order by link.at, link.id), '[]')
  from platform.links as link where link.from_ref = of_ref and link.ended_at is null
$$;
create constraint trigger link_in_ledger after insert or update or delete on platform.links
  deferrable initially deferred for each row execute function platform.require_ledger_entry('recorded', '', '', 'from_ref');
