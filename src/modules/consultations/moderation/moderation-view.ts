import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Queryable } from '#platform/db/database.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { listNotes, type NoteRow } from '#platform/tasks/note-queries.ts'
import { listHousePeople, type HousePerson } from '#platform/tasks/people-queries.ts'
import { taskPermissions } from '#platform/tasks/permissions.ts'
import type { Services } from '#platform/services.ts'
import { findAnswerOfComment, type AnswerOfComment } from '../answers/office-answer-queries.ts'
import { MODERATOR_MOVES } from '../comments/comment-rules.ts'
import { listCommentEvents, type CommentEvent } from '../comments/own-comment-queries.ts'
import { findDeskKey, findNeighbours } from '../desk/desk-queries.ts'
import { deskQuery, readDeskWords } from '../desk/desk-rules.ts'
import { filterOf } from '../desk/desk-view.ts'
import { listLabels, listLabelsOf, type WornLabel } from '../desk/label-queries.ts'
import { listRedactions, type Redaction } from '../desk/redaction-queries.ts'
import { findStandingGroup, type GroupOfComment } from '../groups/group-queries.ts'
import { consultationPermissions } from '../permissions.ts'
import { listQuestions } from '../questions/question-queries.ts'
import type { Question } from '../questions/question-rules.ts'
import { viewWordings, type Wordings } from '../questions/wording-view.ts'
import {
  findNextWaiting,
  findOfficeComment,
  listOthersOf,
  listVersions,
  type OfficeCommentDetail,
  type OfficeVersion,
  type OtherComment,
} from './moderation-queries.ts'

export type ModerationView = {
  comment: OfficeCommentDetail
  events: CommentEvent[]
  versions: OfficeVersion[]
  attachments: Document[]
  /** Moves this official may make now. */
  moves: readonly ('hold' | 'release')[]
  nextWaiting: string | null
  mayTakeDown: boolean
  mayRedact: boolean
  /** The list that the reader came from: its question, and the comments beside this one in it. */
  list: { query: string; before: string | null; after: string | null } | null
  labels: WornLabel[]
  usedLabels: string[]
  /** To whom it may be given; empty for who may give it to nobody. */
  people: HousePerson[]
  others: OtherComment[]
  redactions: Redaction[]
  notes: NoteRow[]
  mayNote: boolean
  questions: Question[]
  wording: Wordings
  /** The group of like comments in which it stands, proposed or confirmed. */
  group: GroupOfComment | null
  answer: AnswerOfComment | null
  mayAnswer: boolean
}

/** Null for a comment that is not there, or that belongs to an institution of others. */
export async function viewForModeration(
  { db, clock }: Services,
  official: Official,
  id: string,
  query: string | null = null,
): Promise<ModerationView | null> {
  const comment = isUuid(id) ? await findOfficeComment(db, id) : null
  if (!comment || !mayIn(official, consultationPermissions['comments.read'], comment.institutionId)) return null
  const moderates = mayIn(official, consultationPermissions['comments.moderate'], comment.institutionId)
  const subject = `consultations.comment:${id}`
  const [events, versions, attachments, nextWaiting, list, work, known] = await Promise.all([
    listCommentEvents(db, id),
    listVersions(db, id),
    listDocuments(db, [subject]),
    findNextWaiting(db, institutionsWhere(official, consultationPermissions['comments.moderate'])),
    listOf(db, official, id, query),
    workOn(db, clock.now(), comment, moderates),
    knownOf(db, comment),
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
    mayRedact: mayIn(official, consultationPermissions['comments.redact'], comment.institutionId),
    mayAnswer: mayIn(official, consultationPermissions['answers.write'], comment.institutionId),
    mayNote: mayIn(official, taskPermissions['tasks.write'], comment.institutionId),
    list,
    ...work,
    ...known,
  }
}

async function listOf(
  db: Queryable,
  official: Official,
  id: string,
  query: string | null,
): Promise<ModerationView['list']> {
  if (query === null) return null
  const filter = filterOf(official, readDeskWords(query))
  const key = await findDeskKey(db, id, filter)
  return key && { query: deskQuery(filter), ...(await findNeighbours(db, filter, key)) }
}

/** Who works on it, and the words of the staff. */
async function workOn(
  db: Queryable,
  now: Date,
  { id, consultationId, institutionId }: OfficeCommentDetail,
  moderates: boolean,
) {
  const [labels, used, people, notes] = await Promise.all([
    listLabelsOf(db, id),
    moderates ? listLabels(db, consultationId) : [],
    moderates ? listHousePeople(db, institutionId, consultationPermissions['comments.moderate'], now) : [],
    listNotes(db, `consultations.comment:${id}`),
  ])
  return { labels, usedLabels: used.map(({ name }) => name), people, notes }
}

async function knownOf(db: Queryable, comment: OfficeCommentDetail) {
  const [others, redactions, questions, wording, group, answer] = await Promise.all([
    comment.contactId === null ? [] : listOthersOf(db, comment),
    listRedactions(db, [comment.id]),
    comment.answers.length === 0 ? [] : listQuestions(db, comment.consultationId),
    viewWordings(db, [comment]),
    findStandingGroup(db, comment.id),
    findAnswerOfComment(db, comment.id),
  ])
  return { others, redactions, questions, wording, group, answer }
}
