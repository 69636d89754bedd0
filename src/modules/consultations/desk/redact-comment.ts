import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { insertCommentEvent } from '../comments/move-queries.ts'
import { COMMENT_LIMITS } from '../comments/comment-rules.ts'
import { personalDataOf } from '../comments/personal-data-rules.ts'
import { enterCommentAnew } from '../ledger/enter-comment-anew.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfComment } from '../record-history.ts'
import { textsIn } from '../texts.ts'
import { redactedLetter } from './redaction-mail.ts'
import {
  holdCommentToRedact,
  insertRedaction,
  isRedactedBy,
  listKeptWords,
  listWordings,
  setFound,
  touchComment,
  writeKeptWords,
  type CommentToRedact,
  type KeptWords,
} from './redaction-queries.ts'
import { coverIn, timesIn, type Passage, type RedactionGround } from './redaction-rules.ts'

export type RedactionOrder = {
  formId: string
  passages: readonly Passage[]
  ground: RedactionGround
  /** What the preview showed. */
  seenVersion: number
  seenChange: string
}

export type RedactionOutcome =
  | { kind: 'done' }
  /** The author or another official has changed it since the preview. */
  | { kind: 'changed-meanwhile' }
  /** None of the passages stands in it any more. */
  | { kind: 'nothing-found' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-comment' }

/**
 * Covers data of a person in the words of a comment, in every wording that is kept, for good. The entries of the ledger so
 * far stay with their digests and lose their salts, so that nobody can try which words stood there; what stands now is
 * entered anew, and everybody reads when and why.
 */
export async function redactComment(
  services: Services,
  official: Official,
  commentId: string,
  order: RedactionOrder,
): Promise<RedactionOutcome> {
  return services.db.begin(async (tx): Promise<RedactionOutcome> => {
    const comment = await holdCommentToRedact(tx, commentId)
    if (!comment) return { kind: 'no-such-comment' }
    if (!mayIn(official, may['comments.redact'], comment.institutionId)) return { kind: 'not-permitted' }
    // The same form arriving again has covered already.
    if (await isRedactedBy(tx, order.formId)) return { kind: 'done' }
    if (comment.version !== order.seenVersion || comment.changedAt.toISOString() !== order.seenChange)
      return { kind: 'changed-meanwhile' }
    const kept = await listKeptWords(tx, commentId)
    const found = order.passages.filter(({ words }) => timesInAll(kept, words) > 0)
    if (found.length === 0) return { kind: 'nothing-found' }
    const at = services.clock.now()
    const passages = found.reduce((sum, { words }) => sum + timesInAll(kept, words), 0)
    const { institutionId } = comment
    const { formId, ground } = order
    await insertRedaction(tx, { institutionId, commentId, formId, ground, passages, at, by: official.accountId })
    await coverAll(tx, comment, kept, found)
    await enterRedacted(tx, services, official, comment, ground, at)
    return { kind: 'done' }
  })
}

const timesInAll = (kept: readonly KeptWords[], passage: string): number =>
  kept.reduce((sum, one) => sum + timesIn(one.words, passage), 0)

const LONGEST: Partial<Record<KeptWords['part'], number>> = { answer: 2000, 'answer-other': 200, quote: 2000 }

async function coverAll(
  tx: Transaction,
  { id, lang }: CommentToRedact,
  kept: readonly KeptWords[],
  passages: readonly Passage[],
): Promise<void> {
  const { marks } = textsIn(lang).redaction
  for (const one of kept) {
    const words = coverIn(one.words, passages, marks, LONGEST[one.part] ?? COMMENT_LIMITS.body)
    if (words !== one.words) await writeKeptWords(tx, id, { ...one, words })
  }
  for (const wording of await listWordings(tx, id)) {
    // Whether it came in a wave is nothing that its words say.
    const others = wording.found.filter((found) => found === 'wave' || found === 'attachment')
    await setFound(tx, id, wording.n, [...personalDataOf(wording), ...others])
  }
}

async function enterRedacted(
  tx: Transaction,
  services: Services,
  official: Official,
  comment: CommentToRedact,
  ground: RedactionGround,
  at: Date,
): Promise<void> {
  const { id, institutionId, version, lang, email } = comment
  const by = { accountId: official.accountId }
  await touchComment(tx, id, at)
  await insertCommentEvent(tx, {
    institutionId,
    commentId: id,
    kind: 'redacted',
    version,
    at,
    byAccountId: official.accountId,
    note: textsIn(lang).redaction.grounds[ground],
  })
  const fields = [
    { field: 'words', from: null, to: null },
    { field: 'redaction-ground', from: null, to: ground },
  ]
  await recordOfComment(tx, { institutionId, id, kind: 'redacted', by, at, fields })
  await enterCommentAnew(tx, services, id, { ground: `redacted-${ground}`, role: 'official' })
  if (!email) return
  const letter = redactedLetter(lang, { title: comment.title, code: comment.code, ground })
  await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
}
