import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { changedFields } from '#platform/history/change-rules.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { phaseAt } from '../consultation-rules.ts'
import { groupLater } from '../groups/keep-groups.ts'
import { publishedComments, receivedComments } from '../ledger/comment-records.ts'
import { insertAnswers } from '../questions/question-queries.ts'
import { sameAnswers, type Answer } from '../questions/question-rules.ts'
import { recordOfComment } from '../record-history.ts'
import { holdComment, insertCommentEvent, insertVersion, moveComment } from './move-queries.ts'
import { refusalToChange, stateAfterCorrecting, type ChangeRefusal, type CommentState } from './comment-rules.ts'
import { findOwnByContact, findOwnByToken, type OwnComment } from './own-comment-queries.ts'
import { hideVersion, numberWording } from './version-queries.ts'
import { personalDataOf } from './personal-data-rules.ts'

/** Who shows that a comment is theirs: the private link, or being signed in with its address. */
export type OwnerProof = { token: string } | { citizen: Citizen; commentId: string }

export type ChangeOutcome =
  { kind: 'changed' } | { kind: 'refused'; refusal: ChangeRefusal } | { kind: 'no-such-comment' }

export function findOwn(tx: Transaction, proof: OwnerProof): Promise<OwnComment | null> {
  return 'token' in proof
    ? findOwnByToken(tx, 'sq', digestOfToken(proof.token), { lock: true })
    : findOwnByContact(tx, 'sq', proof.commentId, proof.citizen.contactId, { lock: true })
}

/** What a correction says anew; what it does not name stays as it was. */
export type Corrected = { body: string; suggestion?: string | null; answers?: readonly Answer[] }

/**
 * New words for an own comment: a new version that everyone can see is one. The earlier wording stays readable only if
 * it had been public. `fromVersion` is the version the form showed: pressed twice, or from an old tab, it changes once.
 */
export async function correctComment(
  services: Services,
  proof: OwnerProof,
  words: string | Corrected,
  fromVersion: number,
): Promise<ChangeOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ChangeOutcome> => {
    const own = await findOwn(tx, proof)
    if (!own) return { kind: 'no-such-comment' }
    const corrected = { suggestion: own.suggestion, answers: own.answers, ...correctedOf(words) }
    if (isAsBefore(own, corrected))
      return own.version > fromVersion ? { kind: 'changed' } : { kind: 'refused', refusal: 'unchanged' }
    const refusal = refusalToChange(own, phaseAt({ ...own, state: own.consultationState }, now))
    if (refusal) return { kind: 'refused', refusal }
    await writeVersion(tx, own, corrected, now)
    const ids = [own.id]
    await appendToLedger(tx, services, { kind: receivedComments, ids }, { kind: publishedComments, ids })
    await groupLater(tx, own.id)
    return { kind: 'changed' }
  })
}

const correctedOf = (words: string | Corrected): Corrected => (typeof words === 'string' ? { body: words } : words)

const isAsBefore = (own: OwnComment, { body, suggestion, answers }: Required<Corrected>): boolean =>
  own.body === body && own.suggestion === suggestion && sameAnswers(own.answers, answers)

/** `by`: its author, or the office that typed in wrongly what came on paper. */
export async function writeVersion(
  tx: Transaction,
  own: OwnComment,
  corrected: Required<Corrected>,
  now: Date,
  { by, reason }: { by: ChangedBy; reason?: string } = { by: 'citizen' },
): Promise<void> {
  const { institutionId, id: commentId, onBehalf, authorName, organisation, namePublic } = own
  const before = await holdComment(tx, commentId)
  if (!before) throw new Error(`Comment ${commentId} is gone inside its own transaction`)
  const { body, suggestion, answers } = corrected
  // What waits because it came in a wave is not let through by a correction of it.
  const wave = own.state === 'waiting' && own.found.includes('wave') ? ['wave'] : []
  const found = [...personalDataOf({ ...own, ...corrected }), ...wave]
  const state = stateAfterCorrecting(before, found)
  const n = own.version + 1
  // Nobody but the office has read what waits; what was public before it stays so.
  if (own.state === 'waiting') await hideVersion(tx, commentId, own.version)
  await insertVersion(tx, {
    institutionId,
    commentId,
    n,
    body,
    onBehalf,
    authorName,
    organisation,
    namePublic,
    found,
    suggestion,
    writtenAt: now,
  })
  await insertAnswers(tx, { institutionId, commentId, n }, answers)
  await numberWording(tx, commentId)
  await moveComment(tx, { id: commentId, state, now, version: n })
  await tellCorrected(tx, own, { state, n, now, by, ...(reason && { reason }) })
}

type Written = { state: CommentState; n: number; now: Date; by: ChangedBy; reason?: string }

/** The trace of a correction, for the author's page and for the history. */
async function tellCorrected(tx: Transaction, own: OwnComment, { n, state, now, by, reason }: Written): Promise<void> {
  const { institutionId, id } = own
  const event = { institutionId, commentId: id, version: n, at: now }
  const byAccountId = typeof by === 'string' ? null : by.accountId
  await insertCommentEvent(tx, { ...event, kind: 'corrected', byAccountId })
  if (state !== own.state) await insertCommentEvent(tx, { ...event, kind: state })
  const fields = [{ field: 'words', from: null, to: null }, ...changedFields({ state: own.state }, { state })]
  await recordOfComment(tx, { institutionId, id, kind: 'corrected', by, at: now, fields, ...(reason && { reason }) })
}
