-- The notice of a consultation: its reasons and effect, who leads it together, where it was posted, who was invited by
-- letter. PostgreSQL 15.

-- What the law asks the notice to say beside the summary, and what a preliminary consultation asks of the public.
create table consultations.notice_words (
  consultation_id uuid primary key,
  institution_id uuid not null,
  reasons text not null default '' constraint notice_reasons_length check (length(reasons) <= 4000),
  reasons_en text not null default '' constraint notice_reasons_en_length check (length(reasons_en) <= 4000),
  effect text not null default '' constraint notice_effect_length check (length(effect) <= 4000),
  effect_en text not null default '' constraint notice_effect_en_length check (length(effect_en) <= 4000),
  questions text not null default '' constraint notice_questions_length check (length(questions) <= 4000),
  questions_en text not null default '' constraint notice_questions_en_length check (length(questions_en) <= 4000),
  changed_at timestamptz not null,
  constraint notice_words_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id)
);
create constraint trigger notice_words_in_ledger after insert or update or delete on consultations.notice_words
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');

-- Who leads a consultation together with its institution: another one of the installation, or an organisation by name.
create table consultations.co_leaders (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  partner_id uuid references platform.institutions (id),
  name text constraint co_leader_name_length check (length(name) between 2 and 200),
  -- The role that answers there, never a person.
  contact_role text constraint co_leader_contact_length check (length(contact_role) between 2 and 200),
  -- Officials of the partner read the comments in the office.
  reads_comments boolean not null default false,
  added_at timestamptz not null,
  added_by uuid references platform.accounts (id),
  ended_at timestamptz,
  ended_by uuid references platform.accounts (id),
  form_id uuid constraint co_leader_form_once unique,
  constraint co_leader_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint co_leader_is_one check ((partner_id is null) <> (name is null)),
  constraint co_leader_is_another check (partner_id <> institution_id),
  constraint co_leader_reads_as_partner check (not reads_comments or partner_id is not null),
  constraint co_leader_ended_after check (ended_at >= added_at)
);
create unique index co_leader_partner_once on consultations.co_leaders (consultation_id, partner_id)
  where ended_at is null and partner_id is not null;
create index co_leaders_by_consultation on consultations.co_leaders (consultation_id, added_at, id) where ended_at is null;
create index co_leaders_by_partner on consultations.co_leaders (partner_id, added_at desc, id desc)
  where ended_at is null and partner_id is not null;
create constraint trigger co_leader_in_ledger after insert or update or delete on consultations.co_leaders
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');

-- Proof that the notice hung on a board: where, from when until when, and a photograph.
create table consultations.postings (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  place text not null constraint posting_place_length check (length(place) between 3 and 300),
  posted_on date not null,
  taken_down_on date,
  -- A document of the consultation, of public class.
  document_id uuid references platform.documents (id),
  entered_at timestamptz not null,
  entered_by uuid references platform.accounts (id),
  removed_at timestamptz,
  removed_by uuid references platform.accounts (id),
  form_id uuid constraint posting_form_once unique,
  constraint posting_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint posting_days_in_order check (taken_down_on >= posted_on)
);
create index postings_by_consultation on consultations.postings (consultation_id, posted_on, id) where removed_at is null;
create index postings_by_document on consultations.postings (document_id) where document_id is not null;
create constraint trigger posting_in_ledger after insert or update or delete on consultations.postings
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');

-- Whom an institution invites by letter: organisations and roles; a private person only with consent.
create table consultations.stakeholders (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null references platform.institutions (id),
  name text not null constraint stakeholder_name_length check (length(name) between 2 and 200),
  kind text not null constraint stakeholder_kind_known check (kind in
    ('citizen', 'civil-society', 'business', 'academia', 'local-government', 'institution', 'international', 'group', 'other')),
  email text not null constraint stakeholder_email_length check (length(email) between 3 and 254),
  lang text not null default 'sq' constraint stakeholder_lang_known check (lang in ('sq', 'en')),
  -- Where the address is from, and why it may be written to.
  source text not null constraint stakeholder_source_length check (length(source) between 3 and 300),
  ground text not null constraint stakeholder_ground_known check (ground in ('consent', 'public-role')),
  consent_on date,
  keep_until date not null,
  -- In the link with which they leave: of no other use.
  leave_token text not null constraint stakeholder_token_once unique,
  left_at timestamptz,
  version int not null default 1 constraint stakeholder_version_positive check (version > 0),
  import_id uuid,
  created_at timestamptz not null,
  created_by uuid references platform.accounts (id),
  changed_at timestamptz not null,
  constraint stakeholder_in_institution unique (institution_id, id),
  constraint stakeholder_email_once unique (institution_id, email),
  constraint stakeholder_person_consents check (kind <> 'citizen' or ground = 'consent'),
  constraint stakeholder_consent_has_day check (ground <> 'consent' or consent_on is not null)
);
create index stakeholders_by_name on consultations.stakeholders (institution_id, name, id);
create index stakeholders_to_erase on consultations.stakeholders (keep_until);
create index stakeholders_by_import on consultations.stakeholders (import_id) where import_id is not null;

create table consultations.stakeholder_topics (
  stakeholder_id uuid not null references consultations.stakeholders (id) on delete cascade,
  topic_id uuid not null references platform.topics (id),
  primary key (stakeholder_id, topic_id)
);
create index stakeholders_by_topic on consultations.stakeholder_topics (topic_id, stakeholder_id);

-- Who was written to, at which event of the consultation: each once, however often the button is pressed.
create table consultations.invitations (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid not null,
  consultation_id uuid not null,
  event_id bigint not null references consultations.consultation_events (id),
  -- Null once the address is erased; the number stays.
  stakeholder_id uuid references consultations.stakeholders (id) on delete set null,
  kind text not null constraint invitation_kind_known check (kind in
    ('citizen', 'civil-society', 'business', 'academia', 'local-government', 'institution', 'international', 'group', 'other')),
  letter_id uuid,
  at timestamptz not null,
  by_account_id uuid references platform.accounts (id),
  constraint invitation_of_consultation foreign key (institution_id, consultation_id)
    references consultations.consultations (institution_id, id),
  constraint invitation_once unique (event_id, stakeholder_id)
);
create index invitations_by_consultation on consultations.invitations (consultation_id, at desc, id desc);
create index invitations_by_stakeholder on consultations.invitations (stakeholder_id) where stakeholder_id is not null;
create constraint trigger invitation_added_in_ledger after insert or delete on consultations.invitations
  deferrable initially deferred for each row
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');
create constraint trigger invitation_changed_in_ledger after update on consultations.invitations
  deferrable initially deferred for each row when (
    (old.consultation_id, old.event_id, old.kind) is distinct from (new.consultation_id, new.event_id, new.kind))
  execute function platform.require_ledger_entry(
    'recorded', 'consultations.consultation', 'consultations.consultation', 'consultation_id');

-- All of it as it stands in the record of the consultation: no stakeholder by name.
create function consultations.notice_record(of_id uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'words', (
      select jsonb_build_object('reasons', words.reasons, 'reasons_en', words.reasons_en, 'effect', words.effect,
                                'effect_en', words.effect_en, 'questions', words.questions,
                                'questions_en', words.questions_en)
      from consultations.notice_words as words where words.consultation_id = of_id),
    'co_leaders', (
      select coalesce(jsonb_agg(jsonb_build_object(
               'institution', leader.partner_id, 'name', leader.name, 'contact_role', leader.contact_role,
               'reads_comments', leader.reads_comments, 'since', leader.added_at) order by leader.added_at, leader.id), '[]')
      from consultations.co_leaders as leader where leader.consultation_id = of_id and leader.ended_at is null),
    'postings', (
      select coalesce(jsonb_agg(jsonb_build_object(
               'place', posting.place, 'posted_on', posting.posted_on, 'taken_down_on', posting.taken_down_on,
               'document', posting.document_id) order by posting.posted_on, posting.id), '[]')
      from consultations.postings as posting where posting.consultation_id = of_id and posting.removed_at is null),
    'invited', (
      select coalesce(jsonb_agg(jsonb_build_object('event', one.event_kind, 'kind', one.kind, 'count', one.count)
                                order by one.event_id, one.kind collate "C"), '[]')
      from (select invitation.event_id, event.kind as event_kind, invitation.kind, count(*) as count
            from consultations.invitations as invitation
            join consultations.consultation_events as event on event.id = invitation.event_id
            where invitation.consultation_id = of_id
            group by invitation.event_id, event.kind, invitation.kind) as one))
$$;
