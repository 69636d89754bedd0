import type { Document } from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { Services } from '#platform/services.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { listAnswersTo, type AnswerToComment } from '../answers/public-answer-queries.ts'
import { viewEffects, type Effect } from '../effects/effects-view.ts'
import { countPublicGroups, listGroupLines, type GroupLine } from '../groups/public-group-queries.ts'
import { listQuestions } from '../questions/question-queries.ts'
import type { Question } from '../questions/question-rules.ts'
import { viewWordings, type Wordings } from '../questions/wording-view.ts'
import { countByChannel, type ChannelCount } from '../entry/delivery-queries.ts'
import type { CommentFilter } from './comment-filter-rules.ts'
import { attachmentsOf, COMMENTS_PER_PAGE, cursorOf } from './comment-paging-view.ts'
import type { CommentPlaces } from './comment-place-rules.ts'
import { viewCommentPlaces } from './comment-places-view.ts'
import {
  countPublishedByArticle,
  findPublishedComment,
  listEarlierVersions,
  listPublishedComments,
  type CommentCursor,
  type PublicVersion,
  type PublishedComment,
} from './comment-queries.ts'

type Common = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  attachments: Document[]
  /** Where those stand now that were made on an earlier version. */
  places: CommentPlaces
  /** What the wordings that they propose change. */
  wordings: Wordings
  groupLines: GroupLine[]
  answered: AnswerToComment[]
}

export type CommentListView = Common & {
  comments: PublishedComment[]
  filter: CommentFilter
  /** How many came by which way, and from whom. */
  channels: ChannelCount[]
  /** How many confirmed groups of like comments there are. */
  groups: number
  /** How many are published of articles that the newest version no longer holds. */
  lost: number
  older: string | null
  paged: boolean
}

export async function viewCommentList(
  services: Services,
  lang: Lang,
  slug: string,
  { before, filter }: { before: CommentCursor | null; filter: CommentFilter },
): Promise<CommentListView | null> {
  const found = await findBoth(services, lang, slug)
  if (!found) return null
  const { db } = services
  const { consultation } = found
  const under = filter.lost ? 'lost' : 'all'
  const [listed, counts, groups, channels] = await Promise.all([
    listPublishedComments(db, {
      consultationId: consultation.id,
      under,
      before,
      filter,
      limit: COMMENTS_PER_PAGE + 1,
    }),
    consultation.textEarlier === null ? [] : countPublishedByArticle(db, consultation.id),
    countPublicGroups(db, consultation.id),
    countByChannel(db, consultation.id),
  ])
  const comments = listed.slice(0, COMMENTS_PER_PAGE)
  const beside = await besideOf(services, consultation, comments)
  return {
    ...found,
    comments,
    ...beside,
    filter,
    channels,
    groups,
    lost: counts.find(({ lost }) => lost)?.count ?? 0,
    older: listed.length > COMMENTS_PER_PAGE ? cursorOf(comments) : null,
    paged: before !== null,
  }
}

/** All that stands with comments in a list. */
async function besideOf(
  services: Services,
  consultation: PublishedConsultation,
  comments: readonly PublishedComment[],
) {
  const { db } = services
  const ids = comments.map(({ id }) => id)
  const [attachments, places, wordings, groupLines, answered] = await Promise.all([
    attachmentsOf(services, comments),
    viewCommentPlaces(db, consultation, comments),
    viewWordings(db, comments),
    listGroupLines(db, ids),
    listAnswersTo(db, ids),
  ])
  return { attachments, places, wordings, groupLines, answered }
}

export type OneCommentView = Common & {
  comment: PublishedComment
  /** Places of the text that changed because of its answer. */
  effects: ReadonlyMap<string, readonly Effect[]>
  earlier: PublicVersion[]
  /** Those that it answers. */
  questions: Question[]
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
  const [attachments, earlier, entries, places, wordings, questions, groupLines, answered] = await Promise.all([
    attachmentsOf(services, [comment]),
    listEarlierVersions(services.db, comment.id),
    findEntriesOfRecord(services.db, `consultations.comment:${comment.id}`),
    viewCommentPlaces(services.db, found.consultation, [comment]),
    viewWordings(services.db, [comment]),
    comment.answers.length > 0 ? listQuestions(services.db, found.consultation.id) : [],
    listGroupLines(services.db, [comment.id]),
    listAnswersTo(services.db, [comment.id]),
  ])
  const ids = answered.map(({ id }) => id)
  const effects = await viewEffects(services.db, lang, ids)
  return {
    ...found,
    comment,
    attachments,
    earlier,
    entries,
    places,
    wordings,
    questions,
    groupLines,
    answered,
    effects,
  }
}

async function findBoth({ db }: Services, lang: Lang, slug: string) {
  const consultation = await findPublished(db, lang, slug)
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  return consultation && institution ? { consultation, institution } : null
}
