import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

/** All that everybody may read of a comment: the row of its view, its files, and what it said before. */
const publicRecords = (db: Queryable) => db`
  select comment.id, comment.institution_id, institution.slug as institution, to_jsonb(public) as record
  from consultations.recorded_comments as comment
  join platform.institutions as institution on institution.id = comment.institution_id
  cross join lateral (
    select comment.institution_id, comment.kind, comment.lang, comment.title, comment.body, comment.published_at,
           comment.changed_at, comment.state, comment.consultation_id, comment.code, comment.about, comment.node_id,
           comment.article_label, comment.quote, comment.sent_at, comment.confirmed_at, comment.version,
           comment.author_name, comment.organisation, comment.corrected_at, comment.held_ground, comment.held_at,
           comment.taken_down_ground, comment.taken_down_at, comment.channel, comment.sender_kind, comment.happened_on,
           comment.received_on, comment.late, comment.suggestion,
           case when comment.state = 'published' then consultations.answers_record(comment.id, comment.version) else '[]' end as answers,
           case when comment.state = 'published' then consultations.members_record(comment.id) else '[]' end as members,
           case when comment.state = 'published' then platform.documents_record(comment.subject) else '[]' end as attachments,
           (select coalesce(jsonb_agg(jsonb_build_object('n', earlier.n, 'body', earlier.body, 'written_at', earlier.written_at)
                                      order by earlier.n), '[]')
            from consultations.comment_versions as earlier
            where comment.state = 'published' and comment.version > 1 and earlier.comment_id = comment.id
              and earlier.n < comment.version and not earlier.hidden) as earlier,
           (select coalesce(jsonb_agg(jsonb_build_object('at', covered.at, 'ground', covered.ground, 'passages', covered.passages)
                                      order by covered.at, covered.id), '[]')
            from consultations.comment_redactions as covered where covered.comment_id = comment.id) as redactions) as public`

export const findPublicComments = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${publicRecords(db)} where ${amongIds(db, 'comment.id', ids)}`

export const listPublicComments = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${publicRecords(db)}
    ${after === null ? db`` : db`where comment.id > ${after}`}
    order by comment.id limit ${limit}`

/**
 * What its author sent, wording by wording, from the confirmation on. What is entered in the register after that does not
 * belong to it: the titles of its consultation may be corrected, a file of it may be taken away from the public.
 */
const sentRecords = (db: Queryable) => db`
  select comment.id, coalesce(wording.entered_as, wording.n) as version, comment.institution_id,
         institution.slug as institution, to_jsonb(sent) as record
  from consultations.comments as comment
  join consultations.comment_versions as wording on wording.comment_id = comment.id
  join consultations.consultations as consultation on consultation.id = comment.consultation_id
  join platform.institutions as institution on institution.id = comment.institution_id
  cross join lateral (
    select comment.code, comment.institution_id, consultation.slug as consultation,
           consultation.register_number || '/' || consultation.register_year as number,
           comment.lang, comment.about, comment.article_label, comment.quote, comment.quote_prefix, comment.quote_suffix,
           wording.body, wording.on_behalf, wording.author_name, wording.organisation, wording.name_public,
           comment.sent_at, comment.confirmed_at, wording.written_at, wording.n as version, comment.channel,
           comment.sender_kind, comment.happened_on, comment.received_on, wording.suggestion,
           consultations.answers_record(comment.id, wording.n) as answers,
           (select coalesce(jsonb_agg(jsonb_build_object('digest', file.digest, 'name', file.file_name, 'size', file.size)
                                      order by document.id), '[]')
            from platform.documents as document
            join platform.document_files as file on file.document_id = document.id and file.version = 1
            where document.subject = 'consultations.comment:' || comment.id and document.role = 'attachment'
              and document.added_by is null) as attachments) as sent
  where comment.confirmed_at is not null and comment.state <> 'erased' and coalesce(wording.entered_as, wording.n) > 0`

export const findSentComments = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${sentRecords(db)} and wording.n = comment.version and ${amongIds(db, 'comment.id', ids)}`

export const listSentComments = (
  db: Queryable,
  after: { id: string; version: number } | null,
  limit: number,
): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${sentRecords(db)}
    ${after === null ? db`` : db`and (comment.id, coalesce(wording.entered_as, wording.n)) > (${after.id}, ${after.version})`}
    order by comment.id, coalesce(wording.entered_as, wording.n) limit ${limit}`
