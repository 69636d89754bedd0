-- From the vote to the act: what the office knows of votes that adopted something, behind closed doors too. Nobody else reads
-- these two views. PostgreSQL 15.

-- The last vote on an item as a whole, where the council adopted it. Meetings of the past are left to the archive.
create view council.adopted_votes as
select
  vote.id,
  'council.vote:' || vote.id as ref,
  vote.institution_id,
  vote.meeting_id,
  'council.meeting:' || vote.meeting_id as meeting_ref,
  vote.item_id,
  vote.taken_at,
  (vote.taken_at at time zone institution.zone)::date as adopted_on,
  vote.votes_for,
  vote.votes_against,
  vote.votes_abstain,
  vote.closed or item.closed or meeting.closed as closed,
  item.public_title,
  coalesce(item.closed_reason, meeting.closed_reason) as closed_reason,
  meeting.body_id,
  meeting.number as meeting_number,
  meeting.number_year as meeting_year,
  meeting.day as meeting_day,
  institution.jurisdiction,
  institution.zone,
  coalesce(paper.title, item.title) as title,
  coalesce(paper.title_en, item.title_en) as title_en,
  paper.summary,
  coalesce(paper.lang, meeting.lang) as lang,
  item.paper_id,
  case when paper.id is not null then 'council.paper:' || paper.id end as paper_ref,
  paper.kind as paper_kind,
  paper.about_ref,
  paper.proposer_kind,
  coalesce(proposer.name, paper.proposer) as proposer,
  (select opinion.body_id from council.opinions as opinion
   where opinion.paper_id = paper.id order by opinion.given_on desc, opinion.id desc limit 1) as commission_id
from council.votes as vote
join council.agenda_items as item on item.id = vote.item_id
join council.meetings as meeting on meeting.id = vote.meeting_id
join platform.institutions as institution on institution.id = vote.institution_id
join platform.bodies as body on body.id = meeting.body_id
left join council.papers as paper on paper.id = item.paper_id
left join platform.persons as proposer on proposer.id = paper.proposer_id
where vote.stage = 'as-a-whole' and vote.result = 'adopted'
  and item.kind = 'act' and body.kind = 'council'
  and not meeting.history and meeting.state not in ('draft', 'taken-down')
  and not exists (
    select 1 from council.votes as later
    where later.item_id = vote.item_id and later.stage = 'as-a-whole' and later.ordinal > vote.ordinal);

-- The amendments of an item that the council adopted, in their order.
create view council.adopted_amendments as
select
  motion.id,
  'council.motion:' || motion.id as ref,
  motion.institution_id,
  motion.item_id,
  motion.ordinal,
  motion.article,
  motion.words,
  coalesce(person.name, motion.mover) as mover
from council.motions as motion
left join platform.persons as person on person.id = motion.person_id
where motion.kind = 'amendment' and motion.state = 'adopted' and motion.item_id is not null;

-- A number that was taken back leaves its vote free for another act.
drop index council_acts.act_of_vote_once;
create unique index act_of_vote_once on council_acts.acts (vote_ref) where vote_ref is not null and state <> 'void';
-- What was adopted first takes its number first.
create index acts_without_number on council_acts.acts (institution_id, adopted_on) where state = 'draft';
create index acts_to_announce on council_acts.acts (institution_id, announce_by) where state = 'numbered';
