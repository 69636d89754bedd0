import type { Document } from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { Services } from '#platform/services.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { attachmentsOf, COMMENTS_PER_PAGE, cursorOf } from '../consultation-view.ts'
import {
  findPublishedComment,
  listEarlierVersions,
  listPublishedComments,
  type CommentCursor,
  type PublicVersion,
  type PublishedComment,
} from './comment-queries.ts'

type Common = { consultation: PublishedConsultation; institution: InstitutionSummary; attachments: Document[] }

export type CommentListView = Common & { comments: PublishedComment[]; older: string | null; paged: boolean }

export async function viewCommentList(
  services: Services,
  lang: Lang,
  slug: string,
  before: CommentCursor | null,
): Promise<CommentListView | null> {
  const found = await findBoth(services, lang, slug)
  if (!found) return null
  const listed = await listPublishedComments(services.db, {
    consultationId: found.consultation.id,
    before,
    limit: COMMENTS_PER_PAGE + 1,
  })
  const comments = listed.slice(0, COMMENTS_PER_PAGE)
  return {
    ...found,
    comments,
    attachments: await attachmentsOf(services, comments),
    older: listed.length > COMMENTS_PER_PAGE ? cursorOf(comments) : null,
    paged: before !== null,
  }
}

export type OneCommentView = Common & {
  comment: PublishedComment
  earlier: PublicVersion[]
  /** Where it stands in the log that only grows; null: nowhere yet. */
  entries: RecordEntriesView | null
}

export async function viewOneComment(
  services: Services,
  lang: Lang,
  slug: string,
  code: string,
): Promise<OneCommentView | null> {
  const found = await findBoth(services, lang, slug)
  const comment = found && (await findPublishedComment(services.db, found.consultation.id, code))
  // Of one that was taken down the house tells, as of every record: see the rooms of the office.
  if (!found || !comment || comment.state === 'taken-down') return null
  const [attachments, earlier, entries] = await Promise.all([
    attachmentsOf(services, [comment]),
    listEarlierVersions(services.db, comment.id),
    findEntriesOfRecord(services.db, `consultations.comment:${comment.id}`),
  ])
  return { ...found, comment, attachments, earlier, entries }
}

async function findBoth({ db }: Services, lang: Lang, slug: string) {
  const consultation = await findPublished(db, lang, slug)
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  return consultation && institution ? { consultation, institution } : null
}
