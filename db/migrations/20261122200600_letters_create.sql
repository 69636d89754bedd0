-- Official letters: the papers that go out, their templates, and what everyone may ask about them. PostgreSQL 15.
create table platform.letter_settings (
  institution_id uuid primary key references platform.institutions (id),
  -- Who wrote the words last does not issue them.
  two_people boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id)
);

create table platform.letter_templates (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  submission_id uuid not null constraint letter_template_submitted_once unique,
  kind text not null constraint letter_template_kind_known
    check (kind in ('acknowledgement', 'answer', 'completion-request', 'transmittal', 'notice', 'general')),
  version int not null default 1 constraint letter_template_version_positive check (version > 0),
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint letter_template_in_institution unique (institution_id, id)
);
create index letter_templates_by_institution on platform.letter_templates (institution_id, kind) where ended_at is null;

create table platform.letter_template_versions (
  institution_id uuid not null,
  template_id uuid not null,
  n int not null,
  name text not null constraint letter_template_name_length check (length(name) between 2 and 120),
  lang text not null constraint letter_template_lang_known check (lang in ('sq', 'en', 'sr')),
  subject_line text not null constraint letter_template_subject_length check (length(subject_line) between 2 and 300),
  body text not null constraint letter_template_body_length check (length(body) between 2 and 60000),
  remedy text not null default '' constraint letter_template_remedy_length check (length(remedy) <= 8000),
  -- The same in the second language; null where the letter has one language.
  other_lang text constraint letter_template_other_lang_known check (other_lang in ('sq', 'en', 'sr') and other_lang <> lang),
  other_subject_line text constraint letter_template_other_subject_length check (length(other_subject_line) <= 300),
  other_body text constraint letter_template_other_body_length check (length(other_body) <= 60000),
  other_remedy text constraint letter_template_other_remedy_length check (length(other_remedy) <= 8000),
  written_at timestamptz not null,
  written_by uuid references platform.accounts (id),
  primary key (template_id, n),
  constraint letter_template_version_in_institution
    foreign key (institution_id, template_id) references platform.letter_templates (institution_id, id)
);

create table platform.official_letters (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  submission_id uuid not null constraint official_letter_submitted_once unique,
  kind text not null constraint official_letter_kind_known
    check (kind in ('acknowledgement', 'answer', 'completion-request', 'transmittal', 'notice', 'general')),
  state text not null default 'draft' constraint official_letter_state_known check (state in ('draft', 'issued', 'cancelled')),
  -- Counts the changes of a draft, so that two people do not write over each other.
  revision int not null default 1,
  template_id uuid,
  template_version int,
  addressee_name text not null constraint official_letter_addressee_length check (length(addressee_name) between 1 and 200),
  addressee_postal text constraint official_letter_postal_length check (length(addressee_postal) <= 500),
  addressee_email text constraint official_letter_email_shape
    check (addressee_email ~ '^[^@\s]+@[^@\s]+$' and length(addressee_email) <= 254),
  contact_id uuid references platform.contacts (id) on delete set null,
  lang text not null constraint official_letter_lang_known check (lang in ('sq', 'en', 'sr')),
  subject_line text not null constraint official_letter_subject_length check (length(subject_line) between 1 and 300),
  body text not null constraint official_letter_body_length check (length(body) between 1 and 200000),
  remedy text not null default '' constraint official_letter_remedy_length check (length(remedy) <= 8000),
  other_lang text constraint official_letter_other_lang_known check (other_lang in ('sq', 'en', 'sr') and other_lang <> lang),
  other_subject_line text constraint official_letter_other_subject_length check (length(other_subject_line) <= 300),
  other_body text constraint official_letter_other_body_length check (length(other_body) <= 200000),
  other_remedy text constraint official_letter_other_remedy_length check (length(other_remedy) <= 8000),
  -- A day that the official gives, with the law or decision it comes from.
  deadline_on date,
  deadline_basis text constraint official_letter_basis_length check (length(deadline_basis) between 2 and 300),
  signatory_name text not null default '' constraint official_letter_signatory_length check (length(signatory_name) <= 120),
  signatory_post text not null default '' constraint official_letter_post_length check (length(signatory_post) <= 160),
  -- Names of the enclosures, one a line.
  enclosures text not null default '' constraint official_letter_enclosures_length check (length(enclosures) <= 4000),
  -- Of the paper register of the office, as it is written there.
  protocol_number text constraint official_letter_protocol_length check (length(protocol_number) between 1 and 40),
  protocol_date date,
  corrects_id uuid,
  created_at timestamptz not null,
  created_by uuid references platform.accounts (id),
  changed_at timestamptz not null,
  changed_by uuid references platform.accounts (id),
  year int,
  number int,
  code text constraint official_letter_code_unique unique
    constraint official_letter_code_shape check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  issued_on date,
  issued_at timestamptz,
  issued_by uuid references platform.accounts (id),
  -- The paper as it stands, fields filled in: what PDF and DOCX are made of.
  content jsonb,
  cancelled_at timestamptz,
  cancelled_by uuid references platform.accounts (id),
  cancel_reason text constraint official_letter_cancel_reason_length check (length(cancel_reason) between 2 and 500),
  files_state text not null default 'none' constraint official_letter_files_state_known
    check (files_state in ('none', 'waiting', 'ready', 'no-pdf', 'failed')),
  pdf_document_id uuid,
  pdf_digest text constraint official_letter_pdf_digest_shape check (pdf_digest ~ '^[0-9a-f]{64}$'),
  docx_document_id uuid,
  docx_digest text constraint official_letter_docx_digest_shape check (docx_digest ~ '^[0-9a-f]{64}$'),
  constraint official_letter_in_institution unique (institution_id, id),
  constraint official_letter_number_once unique (institution_id, year, number),
  constraint official_letter_of_template
    foreign key (template_id, template_version) references platform.letter_template_versions (template_id, n),
  constraint official_letter_corrects foreign key (institution_id, corrects_id) references platform.official_letters (institution_id, id),
  constraint official_letter_pdf foreign key (institution_id, pdf_document_id) references platform.documents (institution_id, id),
  constraint official_letter_docx foreign key (institution_id, docx_document_id) references platform.documents (institution_id, id),
  constraint official_letter_deadline_has_basis check ((deadline_on is null) = (deadline_basis is null)),
  constraint official_letter_protocol_whole check ((protocol_number is null) = (protocol_date is null)),
  constraint official_letter_issued_whole check (
    (state <> 'draft') = (num_nonnulls(year, number, code, issued_on, issued_at, content) = 6)
    and (state = 'draft') = (num_nonnulls(year, number, code, issued_on, issued_at, issued_by, content) = 0)),
  constraint official_letter_cancelled_whole check ((state = 'cancelled') = (num_nonnulls(cancelled_at, cancel_reason) = 2)),
  constraint official_letter_files_of_issued check ((files_state = 'none') = (state = 'draft'))
);
create index official_letters_newest on platform.official_letters (changed_at desc, id desc);
create index official_letters_by_institution on platform.official_letters (institution_id, changed_at desc, id desc);
create index official_letters_by_state on platform.official_letters (institution_id, state, changed_at desc, id desc);
create index official_letters_by_protocol on platform.official_letters (institution_id, protocol_number) where protocol_number is not null;
create index official_letters_by_words on platform.official_letters
  using gin (platform.plain(addressee_name || ' ' || subject_line) gin_trgm_ops);
create index official_letters_by_pdf on platform.official_letters (pdf_digest) where pdf_digest is not null;
create index official_letters_by_docx on platform.official_letters (docx_digest) where docx_digest is not null;
create index official_letters_by_contact on platform.official_letters (contact_id, changed_at desc, id desc) where contact_id is not null;
create index official_letters_by_corrected on platform.official_letters (corrects_id) where corrects_id is not null;
create index official_letters_drafts_of on platform.official_letters (created_by) where state = 'draft';

-- An issued letter stays as it is. What may still come: its files, a protocol number that it lacked, its cancellation;
-- and the way to its addressee may be forgotten.
create function platform.refuse_change_of_issued_letter() returns trigger language plpgsql as $$
declare
  rest platform.official_letters := new;
begin
  if old.state = 'draft' then return new; end if;
  rest.files_state := old.files_state;
  rest.pdf_document_id := old.pdf_document_id;
  rest.docx_document_id := old.docx_document_id;
  if old.pdf_digest is null then rest.pdf_digest := null; end if;
  if old.docx_digest is null then rest.docx_digest := null; end if;
  if old.protocol_number is null then
    rest.protocol_number := null;
    rest.protocol_date := null;
  end if;
  if new.contact_id is null then rest.contact_id := old.contact_id; end if;
  if new.addressee_email is null then rest.addressee_email := old.addressee_email; end if;
  if old.state = 'issued' and new.state = 'cancelled' then
    rest.state := old.state;
    rest.cancelled_at := null;
    rest.cancelled_by := null;
    rest.cancel_reason := null;
  end if;
  if rest is distinct from old then
    raise exception 'an issued letter stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'official_letter_is_final';
  end if;
  return new;
end $$;
create trigger official_letter_is_final before update on platform.official_letters
  for each row execute function platform.refuse_change_of_issued_letter();

create function platform.refuse_removal_of_issued_letter() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'an issued letter is not deleted'
      using errcode = 'integrity_constraint_violation', constraint = 'official_letter_stays';
  end if;
  return old;
end $$;
create trigger official_letter_stays before delete on platform.official_letters
  for each row execute function platform.refuse_removal_of_issued_letter();

-- What a letter is about: one answer may answer many points.
create table platform.letter_subjects (
  institution_id uuid not null,
  letter_id uuid not null,
  ordinal int not null,
  subject text not null constraint letter_subject_shape check (subject ~ '^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$'),
  primary key (letter_id, ordinal),
  constraint letter_subject_once unique (letter_id, subject),
  constraint letter_subject_in_institution foreign key (institution_id, letter_id)
    references platform.official_letters (institution_id, id) on delete cascade
);
create index letter_subjects_by_subject on platform.letter_subjects (subject, letter_id);

create function platform.refuse_subjects_of_issued_letter() returns trigger language plpgsql as $$
begin
  if exists (
    select from platform.official_letters as letter
    where letter.id = coalesce(new.letter_id, old.letter_id) and letter.state <> 'draft'
  ) then
    raise exception 'an issued letter stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'official_letter_is_final';
  end if;
  return coalesce(new, old);
end $$;
create trigger letter_subjects_are_final before insert or update or delete on platform.letter_subjects
  for each row execute function platform.refuse_subjects_of_issued_letter();

-- By a link of its own the addressee fetches a letter. Only the digest of the link is kept.
create table platform.letter_links (
  token_digest bytea primary key,
  institution_id uuid not null,
  letter_id uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint letter_link_in_institution foreign key (institution_id, letter_id)
    references platform.official_letters (institution_id, id)
);
create index letter_links_by_letter on platform.letter_links (letter_id);
