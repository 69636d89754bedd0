-- Content by digest; what it means to whom stands in documents.
create table platform.files (
  digest text primary key constraint file_digest_shape check (digest ~ '^[0-9a-f]{64}$'),
  size bigint not null constraint file_size_positive check (size > 0),
  media_type text not null,
  created_at timestamptz not null
);

create table platform.documents (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  subject text not null,
  role text not null constraint document_role_known check (role in ('draft', 'reasoning', 'notice', 'annex', 'attachment')),
  title text not null constraint document_title_length check (length(title) between 1 and 200),
  file_name text not null constraint document_file_name_length check (length(file_name) between 1 and 160),
  lang text not null default 'sq',
  digest text not null references platform.files (digest),
  version int not null default 1,
  added_at timestamptz not null,
  added_by uuid references platform.accounts (id),
  removed_at timestamptz,
  constraint document_in_institution unique (institution_id, id)
);
create index documents_by_subject on platform.documents (subject, added_at) where removed_at is null;
create index documents_by_digest on platform.documents (digest);
