import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

/**
 * All that everybody may read of a consultation. Its closing day is its deadline's, the word and zone of its institution
 * are the institution's: their own records vouch for them.
 */
const records = (db: Queryable) => db`
  select consultation.id, consultation.institution_id, consultation.institution_slug as institution,
         to_jsonb(public) as record
  from consultations.published_consultations as consultation
  cross join lateral (
    select consultation.institution_id, consultation.kind, consultation.lang, consultation.title, consultation.body,
           consultation.published_at, consultation.changed_at, consultation.state, consultation.topics,
           consultation.places, consultation.slug, consultation.register_year, consultation.register_number,
           consultation.act_kind, consultation.legal_basis, consultation.basis_rule, consultation.opens_on,
           consultation.history, consultation.contact_email, consultation.official_posting_url,
           consultation.official_posted_on, consultation.text_id, consultation.repeats_id, consultation.version,
           consultation.cancelled_at, consultation.cancel_reason, consultation.stage, consultation.follows_id,
           consultation.concluded_at, platform.links_record(consultation.subject) as links, consultations.notice_record(consultation.id) as notice,
           consultations.questions_record(consultation.id) as questions,
           (select coalesce(jsonb_agg(jsonb_build_object('field', one.field, 'lang', one.lang, 'words', one.words)
                                      order by one.field collate "C", one.lang collate "C"), '[]')
            from platform.translations as one where one.subject = consultation.subject) as translations,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'kind', event.kind, 'version', event.version, 'at', event.at, 'reason', event.reason,
                     'reason_en', event.reason_en, 'from_day', event.from_day, 'to_day', event.to_day,
                     'decision', event.decision, 'decided_on', event.decided_on) order by event.id), '[]')
            from consultations.consultation_events as event where event.consultation_id = consultation.id) as events,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'section', activity.section, 'date_from', activity.date_from, 'date_to', activity.date_to,
                     'place', activity.place, 'words', activity.words) order by activity.ordinal), '[]')
            from consultations.activities as activity where activity.consultation_id = consultation.id) as activities,
           platform.documents_record(consultation.subject) as documents,
           (select coalesce(jsonb_agg(platform.text_record(version.id) order by version.n), '[]')
            from platform.text_versions as version
            where version.text_id = consultation.text_id and version.state = 'published') as texts) as public`

export const findPublicConsultations = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'consultation.id', ids)}`

export const listPublicConsultations = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)}
    ${after === null ? db`` : db`where consultation.id > ${after}`}
    order by consultation.id limit ${limit}`
