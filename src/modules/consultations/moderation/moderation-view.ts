import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import type { Services } from '#platform/services.ts'
import { COMMENT_STATES, MODERATOR_MOVES, type CommentState } from '../comments/comment-rules.ts'
import { listCommentEvents, type CommentEvent } from '../comments/own-comment-queries.ts'
import { consultationPermissions } from '../permissions.ts'
import {
  findNextWaiting,
  findOfficeComment,
  listConsultationChoices,
  listOfficeComments,
  listVersions,
  type ConsultationChoice,
  type OfficeComment,
  type OfficeCommentDetail,
  type OfficeVersion,
} from './moderation-queries.ts'

export const OFFICE_PAGE = 50

export type CommentQuestion = { consultationId: string; state: CommentState | null; words: string; before: string }

export type ModerationListView = {
  question: CommentQuestion
  choices: ConsultationChoice[]
  comments: OfficeComment[]
  older: string | null
}

export function readCommentQuestion(query: Record<string, string | undefined>): CommentQuestion {
  const consultationId = query.konsultimi ?? ''
  return {
    consultationId: isUuid(consultationId) ? consultationId : '',
    state: COMMENT_STATES.find((state) => state === query.gjendja) ?? null,
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    before: query.para ?? '',
  }
}

/** Comments of the institutions in which this official may read them, and of no other. */
export async function viewModerationList(
  { db }: Services,
  official: Official,
  question: CommentQuestion,
): Promise<ModerationListView> {
  const institutions = institutionsWhere(official, consultationPermissions['comments.read'])
  const parts = /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(question.before)
  const before =
    parts && isUuid(parts[2] ?? '') ? { confirmedAt: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
  const filter = {
    institutions,
    consultationId: question.consultationId || null,
    state: question.state,
    words: question.words,
  }
  const [choices, listed] = await Promise.all([
    listConsultationChoices(db, institutions),
    listOfficeComments(db, { ...filter, before, limit: OFFICE_PAGE + 1 }),
  ])
  const comments = listed.slice(0, OFFICE_PAGE)
  const last = comments.at(-1)
  const more = listed.length > OFFICE_PAGE && last !== undefined
  return { question, choices, comments, older: more ? `${last.confirmedAt.getTime()}.${last.id}` : null }
}

export type ModerationView = {
  comment: OfficeCommentDetail
  events: CommentEvent[]
  versions: OfficeVersion[]
  attachments: Document[]
  /** Moves this official may make now. */
  moves: readonly ('hold' | 'release')[]
  nextWaiting: string | null
  mayTakeDown: boolean
}

/** Null for a comment that is not there, or that belongs to an institution of others. */
export async function viewForModeration(
  { db }: Services,
  official: Official,
  id: string,
): Promise<ModerationView | null> {
  const comment = isUuid(id) ? await findOfficeComment(db, id) : null
  if (!comment || !mayIn(official, consultationPermissions['comments.read'], comment.institutionId)) return null
  const moderates = mayIn(official, consultationPermissions['comments.moderate'], comment.institutionId)
  const [events, versions, attachments, nextWaiting] = await Promise.all([
    listCommentEvents(db, id),
    listVersions(db, id),
    listDocuments(db, [`consultations.comment:${id}`]),
    findNextWaiting(db, institutionsWhere(official, consultationPermissions['comments.moderate'])),
  ])
  return {
    comment,
    events,
    versions,
    attachments,
    moves: moderates ? MODERATOR_MOVES[comment.state] : [],
    nextWaiting: nextWaiting === id ? null : nextWaiting,
    mayTakeDown:
      comment.state === 'published' && mayIn(official, takedownPermissions['takedowns.take'], comment.institutionId),
  }
}
