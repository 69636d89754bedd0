-- What stands on the page of an act beside it, as everybody may read it; and acts as OParl gives them. PostgreSQL 15.

-- Amendments that were adopted: public with the text that they made, but for what was moved behind closed doors.
create view council_acts.shown_amendments as
select amendment.id, amendment.institution_id, amendment.act_id, amendment.ordinal, amendment.motion_ref, amendment.article,
       amendment.words, amendment.mover, amendment.state, amendment.node_ids, amendment.note
from council_acts.amendments as amendment
join council_acts.acts as act on act.id = amendment.act_id and act.state = 'announced' and not act.restricted
where not amendment.closed;

-- Where it was posted up. Of a restricted act that it was announced is enough.
create view council_acts.shown_postings as
select posting.id, posting.institution_id, posting.act_id, posting.place, posting.posted_on, posting.taken_off_on,
       posting.document_id
from council_acts.postings as posting
join council_acts.acts as act
  on act.id = posting.act_id and act.state in ('numbered', 'announced', 'void') and not act.restricted;

create view council_acts.shown_returns as
select returned.id, returned.institution_id, returned.act_id, returned.returned_on, returned.reasons, returned.protocol,
       returned.outcome, returned.outcome_on, returned.outcome_vote_ref, returned.created_at
from council_acts.mayor_returns as returned
join council_acts.acts as act
  on act.id = returned.act_id and act.state in ('numbered', 'announced', 'void') and not act.restricted;

-- Whether its number leads to it: archives hold numbers that were given twice, and then to the first of those.
create function council_acts.number_leads_to(of_act uuid) returns boolean language sql stable as $$
  select act.serial is not null and act.year is not null and not exists (
    select from council_acts.acts as other
    where other.institution_id = act.institution_id and other.year = act.year and other.series = act.series
      and other.serial = act.serial and other.id <> act.id and other.state in ('numbered', 'announced', 'void')
      and (other.numbered_at is null, other.id) < (act.numbered_at is null, act.id))
  from council_acts.acts as act where act.id = of_act
$$;

-- The word of the register for each kind, for programs that know no other.
create function council_acts.kind_word(of_kind text) returns text language sql immutable as $$
  select case of_kind
    when 'decision' then 'Vendim' when 'regulation' then 'Rregullore' when 'resolution' then 'Rezolutë'
    when 'order' then 'Urdhër' when 'instruction' then 'Udhëzim' when 'statute' then 'Statut' when 'law' then 'Ligj'
    when 'minutes' then 'Procesverbal' when 'notice' then 'Njoftim' when 'report' then 'Raport' else 'Akt tjetër' end
$$;

-- OParl has no class for what was decided: an act is a paper of its own beside the draft that it came from.
create view council_acts.oparl_papers as
select
  'Paper'::text as type,
  act.id,
  act.institution_id,
  act.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'body', jsonb_build_object('$body', act.institution_slug),
    'name', act.title,
    'reference', act.number,
    'date', act.adopted_on,
    'paperType', coalesce(act.kind_words, council_acts.kind_word(act.act_kind)),
    -- An archive holds acts by the hundred thousand that stand alone: for them nothing is looked up.
    'relatedPaper', case when act.paper_ref is not null or act.id in (select one.act_id from council_acts.relations as one) then (
      select jsonb_agg(council.oparl_ref('papers', related.id) order by related.id)
      from (
        select paper.id from council.published_papers as paper
        where act.paper_ref is not null and paper.id = nullif(split_part(act.paper_ref, ':', 2), '')::uuid
        union
        select relation.other_id from council_acts.published_relations as relation
        join council_acts.published_acts as other on other.id = relation.other_id
        where relation.act_id = act.id and relation.state = 'standing') as related) end,
    'auxiliaryFile', case when act.state = 'announced' and not act.restricted
      and act.subject in (select one.subject from platform.documents as one where one.subject like 'council-acts.act:%') then (
      select jsonb_agg(council.oparl_in(document.id) order by document.added_at, document.id)
      from platform.documents as document
      where document.subject = act.subject and document.removed_at is null and document.class = 'public') end,
    'al:inForceFrom', act.in_force_from,
    'al:inForceTo', act.in_force_to,
    'al:announced', act.announced_on,
    'web', jsonb_build_object('$web', '/aktet/' || act.slug))) as object
from council_acts.published_acts as act;

create view council_acts.oparl_documents as
select
  'File'::text as type,
  document.id,
  document.institution_id,
  document.added_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'name', document.title,
    'fileName', newest.file_name,
    'mimeType', newest.media_type,
    'date', newest.added_at::date,
    'size', newest.size,
    'al:sha256Checksum', newest.digest,
    'accessUrl', jsonb_build_object('$web', '/dokumente/' || document.id || '/skedari?gjuha=' || newest.lang),
    'downloadUrl', jsonb_build_object('$web', '/dokumente/' || document.id || '/skedari?gjuha=' || newest.lang),
    'paper', jsonb_build_array(council.oparl_ref('papers', act.id)))) as object
from platform.documents as document
join council_acts.published_acts as act
  on act.subject = document.subject and act.state = 'announced' and not act.restricted
join lateral (
  select file.lang, file.file_name, file.size, file.added_at, file.digest, content.media_type
  from platform.document_files as file join platform.files as content on content.digest = file.digest
  where file.document_id = document.id and file.replaced_at is null and file.taken_down_at is null
  order by (file.lang = document.lang) desc, file.lang limit 1
) as newest on true
where document.removed_at is null and document.class = 'public' and document.subject like 'council-acts.act:%';

create or replace view council.oparl_objects as
select type, id, institution_id, created_at, organizations, object from council.oparl_organizations
union all select type, id, institution_id, created_at, organizations, object from council.oparl_meetings
union all select type, id, institution_id, created_at, organizations, object from council.oparl_agenda_items
union all select type, id, institution_id, created_at, organizations, object from council.oparl_papers
union all select type, id, institution_id, created_at, organizations, object from council_acts.oparl_papers
union all select type, id, institution_id, created_at, organizations, object from council.oparl_consultations
union all select type, id, institution_id, created_at, organizations, object from council.oparl_documents
union all select type, id, institution_id, created_at, organizations, object from council_acts.oparl_documents
union all select type, id, institution_id, created_at, organizations, object from council.oparl_locations
union all select type, id, institution_id, created_at, organizations, object from council.oparl_people
union all select type, id, institution_id, created_at, organizations, object from council.oparl_memberships
union all select type, id, institution_id, created_at, organizations, object from council.oparl_parties
union all select type, id, institution_id, created_at, organizations, object from council.oparl_terms
union all select type, id, institution_id, created_at, organizations, object from council.oparl_minutes
union all select type, id, institution_id, created_at, organizations, object from council.oparl_taken_parts;
