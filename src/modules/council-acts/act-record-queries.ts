import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

/** What the council changed in it, what it does to other acts, and the states of its text. */
const ofText = (db: Queryable) => db`
  (select coalesce(jsonb_agg(jsonb_build_object(
            'ordinal', one.ordinal, 'motion', one.motion_ref, 'article', one.article, 'words', one.words,
            'mover', one.mover, 'state', one.state, 'nodes', one.node_ids, 'note', one.note)
                             order by one.ordinal), '[]')
   from council_acts.amendments as one
   where one.act_id = act.id and act.state = 'announced' and not act.restricted and not one.closed) as amendments,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'id', one.id, 'kind', one.kind, 'by_articles', one.by_articles, 'of_articles', one.of_articles,
            'other', one.other_id, 'other_words', one.other_words, 'passive', one.passive,
            'effective_on', one.effective_on, 'state', one.state, 'origin', one.origin,
            'carried_out_in', one.carried_out_in) order by one.id), '[]')
   from council_acts.relations as one
   where one.act_id = act.id and (one.state = 'standing' or one.state = 'doubt' and one.origin = 'archive')
     and not act.restricted) as relations,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'version', one.version_id, 'role', one.role, 'holds_from', one.holds_from, 'note', one.note)
                             order by one.confirmed_at, one.version_id), '[]')
   from council_acts.states as one where one.act_id = act.id and act.text_id is not null) as states`

/** What happened to it, and the papers of it. */
const ofStory = (db: Queryable) => db`
  (select coalesce(jsonb_agg(jsonb_build_object(
            'kind', one.kind, 'happened_on', one.happened_on, 'reason', one.reason, 'by_act', one.by_act_id,
            'text_version', one.text_version_id, 'protocol', one.protocol, 'version', one.version,
            'at', one.at) order by one.id), '[]')
   from council_acts.shown_act_events as one where one.act_id = act.id) as events,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'returned_on', one.returned_on, 'reasons', one.reasons, 'protocol', one.protocol,
            'outcome', one.outcome, 'outcome_on', one.outcome_on, 'outcome_vote', one.outcome_vote_ref,
            'outcome_note', one.outcome_note)
                             order by one.created_at, one.id), '[]')
   from council_acts.mayor_returns as one where one.act_id = act.id and not act.restricted) as returns,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'document', one.document_id, 'way', one.way, 'reason', one.reason, 'report', one.report,
            'checked_at', one.checked_at) order by one.checked_at, one.document_id), '[]')
   from council_acts.signature_checks as one
   where one.act_id = act.id and act.state = 'announced' and not act.restricted) as signatures,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'place', one.place, 'posted_on', one.posted_on, 'taken_off_on', one.taken_off_on,
            'document', one.document_id) order by one.posted_on, one.id), '[]')
   from council_acts.postings as one where one.act_id = act.id) as postings,
  (select coalesce(jsonb_agg(platform.text_record(version.id) order by version.n), '[]')
   from platform.text_versions as version
   where version.text_id = act.text_id and version.state = 'published') as texts`

/**
 * All that everybody may read of an act. What belongs to other records (the names of bodies, letters to the authority and its
 * words, the relations that other acts tell of it) is left to them, so that they may change without this one.
 */
const acts = (db: Queryable) => db`
  select act.id, act.institution_id, act.institution_slug as institution, to_jsonb(public) as record
  from council_acts.published_acts as act
  cross join lateral (
    select act.institution_id, act.kind, act.lang, act.title, act.body, act.published_at, act.changed_at, act.state,
           act.topics, act.places, act.slug, act.act_kind, act.kind_words, act.nature, act.series, act.year, act.serial,
           act.number_words, act.numbered_at, act.title_en, act.restricted, act.restricted_ground, act.adopted_on,
           act.adopted_words, act.body_id, act.meeting_ref, act.vote_ref, act.paper_ref, act.proposer_kind,
           act.proposer, act.commission_id, act.commission_words, act.text_id, act.text_state,
           encode(sha256(convert_to(act.plain_text, 'UTF8')), 'hex') as plain_text, act.unreadable, act.signed_on,
           act.chair_name, act.secretary_name, act.void_reason, act.history, act.announced_on, act.announced_at,
           act.announce_by, act.force_basis, act.force_article, act.in_force_from, act.in_force_to, act.suspended_from, act.stated_force,
           act.legality, act.archive_id, act.import_key, act.source, act.version,
           case when act.restricted then '[]' else platform.links_record(act.subject) end as links,
           case when act.restricted then '[]' else platform.documents_record(act.subject) end as documents,
           ${ofText(db)},
           ${ofStory(db)}) as public`

export const findActRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${acts(db)} where ${amongIds(db, 'act.id', ids)}`

export const listActRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`${acts(db)} ${after === null ? db`` : db`where act.id > ${after}`} order by act.id limit ${limit}`
