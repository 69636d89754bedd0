-- Finding again what people said about an earlier version of a text. PostgreSQL 15.
create index comments_by_text_version on consultations.comments (text_version_id, id) where text_version_id is not null;

-- What a new version of the text changed, and why, may be longer than the reason of a correction.
alter table consultations.consultation_events
  drop constraint consultation_event_reason_length,
  add constraint consultation_event_reason_length check (length(reason) between 5 and 2000),
  drop constraint consultation_event_reason_en_length,
  add constraint consultation_event_reason_en_length check (length(reason_en) between 5 and 2000);

-- Settled as the same doubt about an earlier reading was: no one has to say it twice, and everyone in the office sees it.
alter table platform.text_doubts add column remembered boolean not null default false;
