-- Under which article a comment stands in the newest version of the text. PostgreSQL 15.

alter table consultations.comments
  -- Null: where it was made. The article of the newest version that holds what it speaks about.
  add column place_node_id uuid,
  -- What it speaks about is gone from the newest version, or nobody has said yet where it stands there.
  add column place_lost boolean not null default false,
  add constraint comment_place_lost_has_none check (place_node_id is null or not place_lost);
-- What pages list and count by. Null: the text as a whole, or no article any more.
alter table consultations.comments add column stands_node_id uuid
  generated always as (case when place_lost then null else coalesce(place_node_id, node_id) end) stored;

drop index consultations.comments_public;
create index comments_public on consultations.comments (consultation_id, stands_node_id, sent_at desc, id desc)
  where state in ('published', 'held', 'withdrawn', 'erased', 'taken-down');
drop index consultations.comments_published_count;
create index comments_published_count on consultations.comments (consultation_id, stands_node_id, place_lost)
  where state = 'published';
create index comments_without_place on consultations.comments (consultation_id, sent_at desc, id desc)
  where place_lost and state in ('published', 'held', 'withdrawn', 'erased', 'taken-down');
