-- Signing: the signed file of an act, what the check of its signatures said, and what everybody reads of it. PostgreSQL 15.

-- The signed act is a document of a role of its own.
alter table platform.documents drop constraint document_role_known;
alter table platform.documents add constraint document_role_known check (role in (
  'draft', 'reasoning', 'notice', 'annex', 'attachment', 'letter', 'scan', 'proof', 'archive', 'picture', 'signed'));

alter table council_acts.signature_checks
  add column form_id uuid constraint signature_check_form_once unique,
  -- As the office says: with an electronic signature, or signed by hand and scanned.
  add column way text not null default 'electronic' constraint signature_check_way_known check (way in ('electronic', 'ink')),
  -- Why the file before it was replaced.
  add column reason text constraint signature_check_reason_length check (length(reason) between 3 and 1000),
  add column by_account_id uuid references platform.accounts (id);
create index signature_checks_newest on council_acts.signature_checks (act_id, checked_at desc, document_id);

alter table council_acts.mayor_returns
  -- What the council said of it, in its own words.
  add column outcome_note text constraint mayor_return_outcome_note_length check (length(outcome_note) between 3 and 2000),
  add column by_account_id uuid references platform.accounts (id);
create index mayor_returns_of_act on council_acts.mayor_returns (act_id, created_at);

-- The signed files of announced acts, the newest first; a file that was taken down or removed is not among them.
create view council_acts.published_signatures as
select
  signature.document_id,
  signature.act_id,
  signature.institution_id,
  signature.way,
  signature.report,
  signature.reason,
  signature.checked_at,
  document.title,
  file.file_name,
  file.size,
  file.digest,
  row_number() over (partition by signature.act_id order by signature.checked_at desc, signature.document_id) = 1 as current
from council_acts.signature_checks as signature
join council_acts.published_acts as act
  on act.id = signature.act_id and act.state = 'announced' and not act.restricted
join platform.documents as document
  on document.id = signature.document_id and document.removed_at is null and document.class = 'public'
join platform.document_files as file
  on file.document_id = document.id and file.replaced_at is null and file.digest is not null;
