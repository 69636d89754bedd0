import { isUuid } from '#platform/http/field-rules.ts'
import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { ReceiptStates } from '#platform/ledger/receipts/receipt-rules.ts'
import { viewReceiptStates } from '#platform/ledger/receipts/receipt-view.ts'
import type { Services } from '#platform/services.ts'
import type { Visitor } from '#platform/auth/visitor.ts'
import { findPublished } from '../consultation-queries.ts'
import { phaseAt } from '../consultation-rules.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { listGroupLines, type GroupLine } from '../groups/public-group-queries.ts'
import { listAsked } from '../questions/asked-view.ts'
import { listQuestionsAt } from '../questions/question-queries.ts'
import type { Question } from '../questions/question-rules.ts'
import { viewWordings } from '../questions/wording-view.ts'
import { listBases } from '../questions/wording-queries.ts'
import { MOST_TO_REWRITE, wordsOfVersion } from '../questions/wording-rules.ts'
import type { Decision } from '../answers/answer-rules.ts'
import { viewEffects, type Effect } from '../effects/effects-view.ts'
import { listAnswered, listStory } from '../telling/story-queries.ts'
import type { StoryStep } from '../telling/story-rules.ts'
import type { CommentPlace } from './comment-place-rules.ts'
import { viewCommentPlaces } from './comment-places-view.ts'
import { confirmableUntil, refusalToChange } from './comment-rules.ts'
import type { OwnerProof } from './correct-comment.ts'
import {
  findOwnByContact,
  findOwnByToken,
  listCommentEvents,
  listOwnComments,
  type CommentEvent,
  type OwnComment,
} from './own-comment-queries.ts'

export type OwnCommentView = {
  /** What stands in the address: the private token, or the id for somebody signed in. */
  key: string
  own: OwnComment
  institution: InstitutionSummary | null
  events: CommentEvent[]
  /** What became of it beside: grouped, answered, told, rated; and what of the text changed because of it. */
  story: StoryStep[]
  effects: readonly Effect[]
  receipts: ReceiptStates
  /** Where it stands in the newest version of the text, if it was made on an earlier one. */
  place: CommentPlace | undefined
  mayChange: boolean
  confirmableUntil: Date | null
  /** What its proposed wording changes, and the questions that it answers. */
  pieces: readonly WordPiece[] | undefined
  questions: readonly Question[]
  /** The confirmed group of like comments in which it stands. */
  groupLine: GroupLine | null
}

/** What the receipts prove: the kind of `receivedComments`. */
const RECEIVED = { kind: 'consultations.received-comment', subjectKind: 'consultations.comment' }

/** The proof that an address and a session give, or null when they give none. */
export function proofOf(key: string, visitor: Visitor | null): OwnerProof | null {
  if (!isUuid(key)) return { token: key }
  return visitor?.kind === 'citizen' ? { citizen: visitor, commentId: key } : null
}

export async function viewOwnComment(
  { db, clock }: Services,
  lang: Lang,
  key: string,
  visitor: Visitor | null,
): Promise<OwnCommentView | null> {
  const proof = proofOf(key, visitor)
  if (!proof) return null
  const own =
    'token' in proof
      ? await findOwnByToken(db, lang, digestOfToken(proof.token))
      : await findOwnByContact(db, lang, proof.commentId, proof.citizen.contactId)
  if (!own) return null
  const [institution, events, story, effects, receipts, place, wordings, questions, groupLines] = await Promise.all([
    findInstitutionById(db, lang, own.institutionId),
    listCommentEvents(db, own.id),
    listStory(db, own.id),
    effectsOf(db, lang, own.id),
    viewReceiptStates(db, RECEIVED, own.id),
    placeOf(db, lang, own),
    viewWordings(db, [own]),
    own.answers.length > 0 ? listQuestionsAt(db, own.slug) : [],
    listGroupLines(db, [own.id]),
  ])
  return {
    key,
    own,
    institution,
    events,
    story,
    effects,
    receipts,
    place,
    mayChange: refusalToChange(own, phaseAt({ ...own, state: own.consultationState }, clock.now())) === null,
    pieces: wordings.get(own.id),
    questions,
    groupLine: groupLines[0] ?? null,
    confirmableUntil: own.closesAt ? confirmableUntil(own.closesAt, own) : null,
  }
}

async function placeOf(db: Queryable, lang: Lang, own: OwnComment): Promise<CommentPlace | undefined> {
  const consultation = own.nodeId === null ? null : await findPublished(db, lang, own.slug)
  return consultation ? (await viewCommentPlaces(db, consultation, [own])).get(own.id) : undefined
}

async function effectsOf(db: Queryable, lang: Lang, commentId: string): Promise<readonly Effect[]> {
  const [answered] = await listAnswered(db, [commentId])
  return answered ? ((await viewEffects(db, lang, [answered.answerId])).get(answered.answerId) ?? []) : []
}

/** `decision`: of its answer; null while it has none. */
export type OwnCommentLine = OwnComment & { decision: Decision | null }

export async function viewOwnComments({ db }: Services, lang: Lang, contactId: string): Promise<OwnCommentLine[]> {
  const comments = await listOwnComments(db, lang, contactId)
  const answered = await listAnswered(
    db,
    comments.map(({ id }) => id),
  )
  const decisions = new Map(answered.map(({ commentId, decision }) => [commentId, decision]))
  return comments.map((comment) => ({ ...comment, decision: decisions.get(comment.id) ?? null }))
}

export type CorrectionView = {
  /** The questions that can be answered anew. */
  asked: Question[]
  /** The words that could be written differently; null: none, or too many. */
  base: string | null
}

export async function viewCorrection({ db }: Services, own: OwnComment): Promise<CorrectionView> {
  const [asked, [base]] = await Promise.all([
    listAsked(db, own.slug, own.nodeId),
    own.nodeId === null ? [] : listBases(db, [own.id]),
  ])
  const words = base ? (base.quote ?? wordsOfVersion(base.nodes)) : null
  const fits = words !== null && (own.suggestion !== null || words.length <= MOST_TO_REWRITE)
  return { asked, base: fits ? words : null }
}
