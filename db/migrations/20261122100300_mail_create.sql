-- The one outbox. A message is claimed before it is sent and keeps one Message-ID for ever: after a crash between the
-- two it is 'uncertain' and shown to staff, who may send the same message again.
create table platform.mail_messages (
  id uuid primary key default gen_random_uuid(),
  institution_id uuid references platform.institutions (id),
  message_id text not null constraint mail_message_id_unique unique,
  kind text not null constraint mail_kind_known check (kind in ('legal', 'service', 'digest')),
  recipient text not null,
  lang text not null constraint mail_lang_known check (lang in ('sq', 'en')),
  subject text not null,
  -- Erased some days after sending: it may hold a private link.
  body text,
  state text not null default 'queued' constraint mail_state_known
    check (state in ('queued', 'claimed', 'sent', 'uncertain', 'failed')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  constraint mail_sent_has_time check ((state = 'sent') = (sent_at is not null)),
  constraint mail_unsent_has_body check (state = 'sent' or body is not null)
);
create index mail_messages_newest on platform.mail_messages (created_at desc, id desc);
create index mail_messages_by_institution on platform.mail_messages (institution_id, created_at desc, id desc);
create index mail_messages_open on platform.mail_messages (state, created_at) where state <> 'sent';
create index mail_messages_to_erase on platform.mail_messages (sent_at) where body is not null;
create index mail_messages_to_forget on platform.mail_messages (sent_at) where state = 'sent' and kind <> 'legal';
