-- What goes out to other programs in OParl 1.1 and Popolo, and what was taken in from them. What goes out reads the published
-- views alone, so that whatever they hide stays hidden here. PostgreSQL 15.

-- Every object of a source as it came: nothing of it is lost, and it can be told what changed since. `id` is the id of what it
-- became here; the same source gives the same id. Nobody outside reads this table but through the views below.
create table council.exchange_sources (
  id uuid primary key,
  institution_id uuid not null references platform.institutions (id),
  format text not null constraint exchange_source_format_known check (format in ('oparl', 'popolo')),
  -- What the source calls it: its address in OParl; collection and id in Popolo.
  import_key text not null constraint exchange_source_import_key_length check (length(import_key) between 1 and 1000),
  -- Meeting, AgendaItem, Paper …; persons, memberships ….
  type text not null constraint exchange_source_type_length check (length(type) between 1 and 40),
  -- The object in which it came; what it was embedded in.
  parent_id uuid,
  -- As it came; what was embedded is a row of its own: {"$in": id}.
  object jsonb not null constraint exchange_source_object check (jsonb_typeof(object) = 'object'),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- The source took it back.
  withdrawn_at timestamptz,
  constraint exchange_source_once unique (institution_id, format, import_key)
);
create index exchange_sources_of_parent on council.exchange_sources (parent_id) where parent_id is not null;
create index exchange_sources_by_item on council.exchange_sources (institution_id, (object ->> 'agendaItem'))
  where type = 'Consultation';
create index exchange_sources_by_type on council.exchange_sources (institution_id, type, id);

-- One time that a source was asked. A run that died goes on where its last page was written.
create table council.exchange_runs (
  id uuid primary key,
  institution_id uuid not null references platform.institutions (id),
  source text not null constraint exchange_run_source_length check (length(source) between 1 and 1000),
  -- Only what changed since then was asked for; null: everything.
  asked_since timestamptz,
  -- Lists that are done, and the address of the page that is next: {"done": ["organization"], "list": "paper", "next": "…"}.
  place jsonb not null default '{}' constraint exchange_run_place_object check (jsonb_typeof(place) = 'object'),
  counts jsonb not null default '{}' constraint exchange_run_counts_object check (jsonb_typeof(counts) = 'object'),
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint exchange_run_in_order check (finished_at >= started_at)
);
create index exchange_runs_of_source on council.exchange_runs (institution_id, source, started_at desc);

-- Which objects are public, since when, when each last changed, and which are no more. Kept by one deed, which compares the
-- views below with it: whatever changes in an object, a child or a neighbour of it moves its time, without anybody having to
-- remember it. A row that is gone stays as a tombstone.
create table council.exchange_index (
  id uuid primary key,
  type text not null,
  institution_id uuid not null references platform.institutions (id),
  -- Of the object as it stands, without what is embedded.
  digest text not null,
  -- What is embedded in it.
  parts uuid[] not null default '{}',
  -- The organizations whose meetings it is listed with.
  organizations uuid[] not null default '{}',
  created_at timestamptz not null,
  modified_at timestamptz not null,
  deleted_at timestamptz
);
create index exchange_index_listed on council.exchange_index (institution_id, type, id) where deleted_at is null;
create index exchange_index_changed on council.exchange_index (institution_id, type, modified_at);
create index exchange_index_meetings on council.exchange_index using gin (organizations) where type = 'Meeting';

-- What the ledger said when the index of an institution was last compared.
create table council.exchange_marks (
  institution_id uuid primary key references platform.institutions (id),
  -- Of its newest entry in the order of the tree: entries get their place there when everybody sees them.
  leaf_index bigint not null,
  at timestamptz not null
);
create index ledger_entries_newest_of_institution on platform.ledger_entries (institution_id, leaf_index desc)
  where leaf_index is not null;

create function council.oparl_ref(of_path text, of_id uuid) returns jsonb language sql immutable as $$
  select case when of_id is not null then jsonb_build_object('$ref', of_path || '/' || of_id) end
$$;
create function council.oparl_in(of_id uuid) returns jsonb language sql immutable as $$
  select case when of_id is not null then jsonb_build_object('$in', of_id) end
$$;
-- The id of what has none of its own here.
create function council.oparl_id(of_kind text, of_id uuid) returns uuid language sql immutable as $$
  select md5(of_kind || ':' || of_id)::uuid
$$;
create function council.oparl_time(of_moment timestamptz) returns text language sql stable as $$
  select to_char(of_moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')
$$;
-- Ours and what a source knows besides. What the office changed since counts; else the words of the source, as it wrote them.
create function council.oparl_laid(ours jsonb, of_source jsonb, is_changed boolean) returns jsonb language sql immutable as $$
  select case
    when of_source is null then jsonb_strip_nulls(ours)
    when is_changed then (of_source - '{id,type,created,modified}'::text[]) || jsonb_strip_nulls(ours)
    else jsonb_strip_nulls(ours) || (of_source - '{id,type,created,modified}'::text[])
  end || case when of_source ? 'id' then jsonb_strip_nulls(jsonb_build_object(
    'al:equivalent', jsonb_build_array(of_source -> 'id'), 'al:sourceCreated', of_source -> 'created',
    'al:sourceModified', of_source -> 'modified')) else '{}' end
$$;

-- Who sits where: seats of the council, and members of bodies who are councillors that everybody reads.
create view council.exchange_memberships as
select mandate.id, mandate.institution_id, mandate.person_id, term.body_id, mandate.term_id, mandate.party_id,
       'member'::text as role, mandate.area, mandate.from_on, mandate.to_on, mandate.published_at
from council.published_mandates as mandate
join council.published_terms as term on term.id = mandate.term_id
union all
select member.id, member.institution_id, member.person_id, member.body_id, null, null, member.role, null, member.from_on,
       member.to_on, councillor.published_at
from platform.body_members as member
join council.published_councillors as councillor on councillor.id = member.person_id;

-- OParl has no class for votes. Of those behind closed doors the view gives the counts alone.
create function council.oparl_votes(of_meeting uuid, of_item uuid) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'id', jsonb_build_object('$web', '/mbledhje/' || vote.meeting_slug || '/votimet/' || vote.id),
    'stage', vote.stage, 'question', vote.question, 'method', vote.method, 'result', vote.result,
    'for', vote.votes_for, 'against', vote.votes_against, 'abstain', vote.votes_abstain, 'notVoting', vote.not_voting,
    'present', vote.present, 'members', vote.members, 'needed', vote.needed, 'taken', council.oparl_time(vote.taken_at),
    'ballots', (
      select jsonb_agg(jsonb_build_object('person', council.oparl_ref('people', (ballot ->> 'person')::uuid),
                                          'choice', ballot ->> 'choice') order by ballot ->> 'person')
      from jsonb_array_elements(vote.ballots) as ballot))) order by vote.ordinal)
  from council.published_votes as vote
  where vote.meeting_id = of_meeting and vote.item_id is not distinct from of_item
$$;

-- The bodies that go out: the council and its commissions, and whatever a source called an organization.
create view council.oparl_organizations as
select
  'Organization'::text as type,
  body.id,
  body.institution_id,
  platform_body.changed_at as created_at,
  '{}'::uuid[] as organizations,
  council.oparl_laid(
    jsonb_build_object(
      'body', jsonb_build_object('$body', body.institution),
      'name', body.name,
      'organizationType', case when body.kind in ('council', 'commission') then 'Gremium' else 'Sonstiges' end,
      'classification', case when source.id is null then body.kind end,
      'startDate', body.founded_on,
      'endDate', body.ended_on,
      'subOrganizationOf', council.oparl_ref('organizations', body.parent_id),
      'membership', (
        select jsonb_agg(council.oparl_ref('memberships', one.id) order by one.id)
        from council.exchange_memberships as one where one.body_id = body.id),
      'meeting', jsonb_build_object('$list', 'organizations/' || body.id || '/meetings'),
      'web', jsonb_build_object('$web', '/i/' || body.institution || '/organet/' || body.id)),
    source.object - '{body,meeting}'::text[],
    platform_body.changed_at > source.changed_at) as object
from platform.recorded_bodies as body
join platform.bodies as platform_body on platform_body.id = body.id
left join council.exchange_sources as source on source.id = body.id and source.withdrawn_at is null
where case
  when exists (select 1 from council.exchange_sources as taken where taken.id = body.id and taken.withdrawn_at is not null) then false
  else body.kind in ('council', 'commission') or source.id is not null end;

create view council.oparl_meetings as
select
  'Meeting'::text as type,
  meeting.id,
  meeting.institution_id,
  meeting.published_at as created_at,
  array(select meeting.body_id union select beside.body_id from council.meeting_bodies as beside
        where beside.meeting_id = meeting.id) as organizations,
  council.oparl_laid(
    jsonb_build_object(
      'name', meeting.title,
      'meetingState', case when meeting.state in ('under-way', 'suspended', 'closed') then 'durchgeführt'
                           when meeting.state = 'postponed' then 'terminiert' else 'eingeladen' end,
      'cancelled', meeting.state = 'cancelled',
      'start', council.oparl_time(coalesce(meeting.opened_at, meeting.starts_at)),
      'end', council.oparl_time(coalesce(meeting.closed_at, meeting.ends_at)),
      'location', case when meeting.place is not null then council.oparl_in(council.oparl_id('location', meeting.id)) end,
      'organization', (
        select jsonb_agg(council.oparl_ref('organizations', one.body_id) order by one.first desc, one.body_id)
        from (select meeting.body_id, true as first union all
              select beside.body_id, false from council.meeting_bodies as beside
              where beside.meeting_id = meeting.id and beside.body_id <> meeting.body_id) as one),
      'participant', (
        select jsonb_agg(distinct council.oparl_ref('people', attendance.person_id))
        from council.published_attendances as attendance
        join council.published_councillors as councillor on councillor.id = attendance.person_id
        where attendance.meeting_id = meeting.id and attendance.state in ('present', 'remote')),
      'resultsProtocol', (
        select council.oparl_in(council.oparl_id('minutes', minutes.id)) from council.published_minutes as minutes
        where minutes.id = meeting.id),
      'web', jsonb_build_object('$web', '/mbledhje/' || meeting.slug),
      'al:votes', council.oparl_votes(meeting.id, null),
      'al:kind', meeting.meeting_kind,
      'al:closed', case when meeting.closed then true end,
      'al:closedReason', meeting.closed_reason),
    meeting.source,
    meeting.changed_at > source.changed_at)
  || jsonb_strip_nulls(jsonb_build_object(
    'agendaItem', (
      select jsonb_agg(council.oparl_in(item.id) order by item.ordinal)
      from council.published_agenda_items as item where item.meeting_id = meeting.id),
    'auxiliaryFile', nullif(coalesce(meeting.source -> 'auxiliaryFile', '[]') || coalesce((
      select jsonb_agg(council.oparl_in(document.id) order by document.added_at, document.id)
      from platform.documents as document
      where not meeting.closed and document.subject = meeting.subject and document.removed_at is null
        and document.class = 'public'), '[]'), '[]'))) as object
from council.published_meetings as meeting
left join council.exchange_sources as source on source.id = meeting.id;

create view council.oparl_agenda_items as
select
  'AgendaItem'::text as type,
  item.id,
  item.institution_id,
  item.published_at as created_at,
  '{}'::uuid[] as organizations,
  council.oparl_laid(
    jsonb_build_object(
      'meeting', council.oparl_ref('meetings', item.meeting_id),
      'number', coalesce(item.label, item.ordinal::text),
      'order', item.ordinal,
      'name', item.title,
      'public', not item.closed,
      'consultation', case when paper.id is not null and not (item.source ? 'consultation')
        then council.oparl_ref('consultations', council.oparl_id('consultation', item.id)) end,
      'result', item.result,
      'al:votes', council.oparl_votes(item.meeting_id, item.id),
      'al:state', item.state,
      'al:closedReason', item.closed_reason,
      'web', jsonb_build_object('$web', '/mbledhje/' || meeting.slug || '#pika-' || item.id)),
    item.source,
    item.changed_at > source.changed_at) as object
from council.published_agenda_items as item
join council.published_meetings as meeting on meeting.id = item.meeting_id
left join council.published_papers as paper on paper.id = item.paper_id
left join council.exchange_sources as source on source.id = item.id;

create view council.oparl_papers as
select
  'Paper'::text as type,
  paper.id,
  paper.institution_id,
  paper.published_at as created_at,
  '{}'::uuid[] as organizations,
  council.oparl_laid(
    jsonb_build_object(
      'body', jsonb_build_object('$body', paper.institution_slug),
      'name', paper.title,
      'reference', paper.reference,
      'date', paper.dated_on,
      'paperType', coalesce(paper.kind_words, paper.paper_kind),
      'originatorPerson', case when paper.proposer_id is not null then jsonb_build_array(council.oparl_ref('people', paper.proposer_id)) end,
      'al:proposer', paper.proposer,
      'web', jsonb_build_object('$web', '/mbledhje/materiale/' || paper.id)),
    paper.source,
    paper.changed_at > source.changed_at)
  || jsonb_strip_nulls(jsonb_build_object(
    'consultation', nullif(coalesce(paper.source -> 'consultation', '[]') || coalesce((
      select jsonb_agg(council.oparl_in(council.oparl_id('consultation', item.id)) order by item.id)
      from council.published_agenda_items as item
      where item.paper_id = paper.id and not (coalesce(item.source, '{}') ? 'consultation')), '[]'), '[]'),
    'auxiliaryFile', nullif(coalesce(paper.source -> 'auxiliaryFile', '[]') || coalesce((
      select jsonb_agg(council.oparl_in(document.id) order by document.added_at, document.id)
      from platform.documents as document
      where document.subject = paper.subject and document.removed_at is null and document.class = 'public'), '[]'), '[]'))) as object
from council.published_papers as paper
left join council.exchange_sources as source on source.id = paper.id;

-- A paper on the agenda of a meeting.
create view council.oparl_consultations as
select
  'Consultation'::text as type,
  council.oparl_id('consultation', item.id) as id,
  item.institution_id,
  item.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'paper', council.oparl_ref('papers', paper.id),
    'agendaItem', council.oparl_ref('agendaitems', item.id),
    'meeting', council.oparl_ref('meetings', meeting.id),
    'organization', jsonb_build_array(council.oparl_ref('organizations', meeting.body_id)),
    'authoritative', meeting.body_kind = 'council',
    'role', item.item_kind)) as object
from council.published_agenda_items as item
join council.published_meetings as meeting on meeting.id = item.meeting_id
join council.published_papers as paper on paper.id = item.paper_id
where not (coalesce(item.source, '{}') ? 'consultation');

-- Documents of what is public, in the language in which they lie there.
create view council.oparl_documents as
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
    'meeting', case when holder.meeting_id is not null then jsonb_build_array(council.oparl_ref('meetings', holder.meeting_id)) end,
    'paper', case when holder.paper_id is not null then jsonb_build_array(council.oparl_ref('papers', holder.paper_id)) end)) as object
from platform.documents as document
join (
  select meeting.subject, meeting.id as meeting_id, null::uuid as paper_id
  from council.published_meetings as meeting where not meeting.closed
  union all
  select paper.subject, null, paper.id from council.published_papers as paper
) as holder on holder.subject = document.subject
join lateral (
  select file.lang, file.file_name, file.size, file.added_at, file.digest, content.media_type
  from platform.document_files as file join platform.files as content on content.digest = file.digest
  where file.document_id = document.id and file.replaced_at is null and file.taken_down_at is null
  order by (file.lang = document.lang) desc, file.lang limit 1
) as newest on true
where document.removed_at is null and document.class = 'public';

create view council.oparl_locations as
select
  'Location'::text as type,
  council.oparl_id('location', meeting.id) as id,
  meeting.institution_id,
  meeting.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_build_object('description', meeting.place, 'meetings', jsonb_build_array(council.oparl_ref('meetings', meeting.id))) as object
from council.published_meetings as meeting
where meeting.place is not null and not (coalesce(meeting.source, '{}') ? 'location');

-- Files, places and consultations that came embedded in something that is public here still.
create view council.oparl_taken_parts as
select
  part.type,
  part.id,
  part.institution_id,
  part.created_at,
  '{}'::uuid[] as organizations,
  council.oparl_laid('{}'::jsonb, part.object, false) as object
from council.exchange_sources as part
where part.format = 'oparl' and part.type in ('File', 'Location', 'Consultation') and part.withdrawn_at is null
  -- Which paper lay on an item that the office has closed since stays inside.
  and not exists (
    select 1 from council.exchange_sources as said
    join council.published_agenda_items as item on item.id = said.id and item.closed
    where part.type = 'Consultation' and said.institution_id = part.institution_id and said.format = 'oparl'
      and said.import_key = part.object ->> 'agendaItem')
  and (exists (select 1 from council.published_meetings as holder where holder.id = part.parent_id and not holder.closed)
    or exists (select 1 from council.published_agenda_items as holder where holder.id = part.parent_id and not holder.closed)
    or exists (select 1 from council.published_papers as holder where holder.id = part.parent_id)
    or exists (select 1 from council.oparl_organizations as holder where holder.id = part.parent_id));

create view council.oparl_people as
select
  'Person'::text as type,
  person.id,
  person.institution_id,
  person.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'body', jsonb_build_object('$body', person.institution_slug),
    'name', person.title,
    'familyName', person.family_name,
    'givenName', person.given_name,
    'gender', person.gender,
    'email', (select jsonb_agg(contact -> 'value') from jsonb_array_elements(person.contacts) as contact
              where contact ->> 'type' = 'email'),
    'membership', (
      select jsonb_agg(council.oparl_in(one.id) order by one.from_on, one.id)
      from council.exchange_memberships as one where one.person_id = person.id),
    'web', jsonb_build_object('$web', '/keshilltare/' || person.slug))) as object
from council.published_councillors as person;

create view council.oparl_memberships as
select
  'Membership'::text as type,
  one.id,
  one.institution_id,
  one.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'person', council.oparl_ref('people', one.person_id),
    'organization', council.oparl_ref('organizations', one.body_id),
    'role', one.role,
    'votingRight', one.role not in ('secretary', 'expert'),
    'startDate', one.from_on,
    'endDate', one.to_on,
    'onBehalfOf', council.oparl_ref('organizations', one.party_id),
    'al:legislativeTerm', council.oparl_ref('legislativeterms', one.term_id))) as object
from council.exchange_memberships as one;

create view council.oparl_parties as
select
  'Organization'::text as type,
  party.id,
  party.institution_id,
  party.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'body', jsonb_build_object('$body', institution.slug),
    'name', party.title,
    'shortName', party.short_name,
    'organizationType', case when party.party_kind = 'group' then 'Fraktion' else 'Partei' end,
    'classification', party.party_kind)) as object
from council.published_parties as party
join platform.institutions as institution on institution.id = party.institution_id;

create view council.oparl_terms as
select
  'LegislativeTerm'::text as type,
  term.id,
  term.institution_id,
  term.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_strip_nulls(jsonb_build_object(
    'body', jsonb_build_object('$body', institution.slug),
    'name', term.title,
    'startDate', term.from_on,
    'endDate', term.to_on,
    'al:seats', term.seats)) as object
from council.published_terms as term
join platform.institutions as institution on institution.id = term.institution_id;

create view council.oparl_minutes as
select
  'File'::text as type,
  council.oparl_id('minutes', minutes.id) as id,
  minutes.institution_id,
  minutes.published_at as created_at,
  '{}'::uuid[] as organizations,
  jsonb_build_object(
    'name', case when meeting.closed then meeting.title else minutes.title end,
    'mimeType', 'text/html',
    'date', minutes.published_at::date,
    'accessUrl', jsonb_build_object('$web', '/mbledhje/' || meeting.slug || '/procesverbali'),
    'meeting', jsonb_build_array(council.oparl_ref('meetings', minutes.id)),
    'al:version', minutes.version) as object
from council.published_minutes as minutes
join council.published_meetings as meeting on meeting.id = minutes.id;

-- Institutions with a council.
create view council.oparl_bodies as
select
  institution.id as institution_id,
  institution.slug,
  institution.zone,
  institution.jurisdiction,
  coalesce(platform.institution_name(institution.id, 'sq', current_date), institution.slug) as name,
  null::text as short_name,
  institution.website,
  institution.created_at,
  institution.changed_at as modified_at
from platform.institutions as institution
where exists (
  select 1 from platform.recorded_bodies as body where body.institution_id = institution.id and body.kind = 'council');

create view council.oparl_objects as
select type, id, institution_id, created_at, organizations, object from council.oparl_organizations
union all select type, id, institution_id, created_at, organizations, object from council.oparl_meetings
union all select type, id, institution_id, created_at, organizations, object from council.oparl_agenda_items
union all select type, id, institution_id, created_at, organizations, object from council.oparl_papers
union all select type, id, institution_id, created_at, organizations, object from council.oparl_consultations
union all select type, id, institution_id, created_at, organizations, object from council.oparl_documents
union all select type, id, institution_id, created_at, organizations, object from council.oparl_locations
union all select type, id, institution_id, created_at, organizations, object from council.oparl_people
union all select type, id, institution_id, created_at, organizations, object from council.oparl_memberships
union all select type, id, institution_id, created_at, organizations, object from council.oparl_parties
union all select type, id, institution_id, created_at, organizations, object from council.oparl_terms
union all select type, id, institution_id, created_at, organizations, object from council.oparl_minutes
union all select type, id, institution_id, created_at, organizations, object from council.oparl_taken_parts;

-- Memberships of a council that a source tells of beside the seat that stands: another group in the same days.
create view council.exchange_other_memberships as
select
  said.id, said.institution_id, person.id as person_id, term.body_id, term.id as term_id, party.id as party_id,
  coalesce(said.object ->> 'role', 'member') as role, term.from_on, term.to_on
from council.exchange_sources as said
join council.exchange_sources as of_person
  on of_person.institution_id = said.institution_id and of_person.format = 'popolo'
  and of_person.import_key = 'persons/' || (said.object ->> 'person_id')
join council.published_councillors as person on person.id = of_person.id
join council.exchange_sources as of_term
  on of_term.institution_id = said.institution_id and of_term.format = 'popolo'
  and of_term.import_key = 'events/' || (said.object ->> 'legislative_period_id')
join council.published_terms as term on term.id = of_term.id
left join council.exchange_sources as of_party
  on of_party.institution_id = said.institution_id and of_party.format = 'popolo'
  and of_party.import_key = 'organizations/' || (said.object ->> 'on_behalf_of_id')
left join council.published_parties as party on party.id = of_party.id
where said.format = 'popolo' and said.type = 'memberships' and said.withdrawn_at is null
  and not exists (select 1 from council.mandates as mandate where mandate.id = said.id);
