import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/jobs.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { askToTell } from '../telling/ask-to-tell.ts'
import { ANSWER_MOVES, MOST_PUBLISHED_WHILE_WAITING, refusalsToPropose } from './answer-rules.ts'
import { countAnswered, holdAnswer, holdMatter, publishVersion } from './answer-write-queries.ts'
import {
  countPublished,
  endPublishDeed,
  findMatter,
  findPublishDeed,
  holdPublishDeed,
  insertPublishDeed,
  listDecided,
  type PublishDeed,
} from './publish-queries.ts'
import { recordOfAnswer } from './touch-answer.ts'

export const PUBLISH_JOB = 'consultations.publish-answers'

export type PublishOutcome =
  /** `left`: somebody was at them meanwhile, or they are not as they have to be. */
  | { kind: 'published'; done: number; left: number }
  /** More than a page waits for: the worker is at it. */
  | { kind: 'queued'; number: number }
  | { kind: 'nothing-decided' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

export type PublishOrder = {
  consultationId: string
  /** Null: all that are decided. */
  ids: readonly string[] | null
  /** Of the form: the same one publishes once. */
  form: string
}

/**
 * Publishes what was decided, each answer in a transaction of its own, so that one that cannot be holds back none of the
 * others. Who follows the consultation hears of all of them at once.
 */
export async function publishAnswers(
  services: Services,
  official: Official,
  { consultationId, ids, form }: PublishOrder,
): Promise<PublishOutcome> {
  const at = services.clock.now()
  const begun = await services.db.begin(async (tx): Promise<PublishOutcome | { kind: 'begun'; number: number }> => {
    const matter = await findMatter(tx, consultationId)
    if (!matter) return { kind: 'no-such-consultation' }
    const { institutionId } = matter
    if (!mayIn(official, may['answers.publish'], institutionId)) return { kind: 'not-permitted' }
    const before = await findPublishDeed(tx, form)
    if (before) return { kind: 'begun', number: before.answerIds.length }
    const answerIds = await listDecided(tx, { consultationId, ids })
    if (answerIds.length === 0) return { kind: 'nothing-decided' }
    const by = official.accountId
    await insertPublishDeed(tx, { id: form, consultationId, institutionId, answerIds, at, by })
    // Of a few the worker looks after what is left only if this program dies meanwhile.
    const inBackground = answerIds.length > MOST_PUBLISHED_WHILE_WAITING
    const runAt = inBackground ? at : new Date(at.getTime() + 60_000)
    await enqueue(tx, PUBLISH_JOB, { deed: form }, { key: `${PUBLISH_JOB}:${form}`, runAt })
    return { kind: 'begun', number: answerIds.length }
  })
  if (begun.kind !== 'begun') return begun
  if (begun.number > MOST_PUBLISHED_WHILE_WAITING) return { kind: 'queued', number: begun.number }
  const deed = await runPublishing(services, form)
  return { kind: 'published', done: deed?.done ?? 0, left: deed?.leftOut ?? 0 }
}

/** Does what is left of a deed. Run twice it publishes nothing twice. */
export async function runPublishing(services: Services, id: string): Promise<PublishDeed | null> {
  const deed = await findPublishDeed(services.db, id)
  if (!deed || deed.endedAt !== null) return deed
  for (const answerId of deed.answerIds.slice(deed.done + deed.leftOut)) {
    try {
      await services.db.begin((tx) => step(tx, services, id, answerId))
    } catch (error) {
      services.log.error({ err: error, deed: id, answer: answerId }, 'an answer could not be published')
      await services.db.begin((tx) => step(tx, services, id, answerId, { failed: true }))
    }
  }
  return finish(services, deed)
}

/** The next of a deed, unless somebody else has done it meanwhile. */
async function step(
  tx: Transaction,
  services: Services,
  id: string,
  answerId: string,
  { failed = false } = {},
): Promise<void> {
  const deed = await holdPublishDeed(tx, id)
  if (!deed || deed.answerIds[deed.done + deed.leftOut] !== answerId) return
  const count = (done: boolean) => countPublished(tx, id, { done })
  const n = failed ? null : await publishIn(tx, services, answerId, deed.byAccountId, () => count(true))
  if (n === null) await count(false)
}

async function finish(
  { db, clock }: Services,
  { id, consultationId, institutionId }: PublishDeed,
): Promise<PublishDeed | null> {
  const at = clock.now()
  await db.begin(async (tx) => {
    const ended = await endPublishDeed(tx, id, at)
    if (!ended || ended.done === 0) return
    await tellOfConsultation(tx, {
      id: consultationId,
      institutionId,
      kind: 'answered',
      at,
      facts: { count: ended.done },
    })
  })
  return findPublishDeed(db, id)
}

/**
 * One answer, if it is decided and as it has to be: its next version, with all that hangs on it. Gives the number of the
 * version; null: it stays as it is. `before`: what the caller writes in the same transaction, ahead of the ledger.
 */
export async function publishIn(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  answerId: string,
  by: string | null,
  before: () => PromiseLike<unknown> = () => Promise.resolve(),
): Promise<number | null> {
  await holdMatter(tx, answerId)
  const answer = await holdAnswer(tx, answerId)
  if (!answer || !ANSWER_MOVES[answer.state].includes('publish') || refusalsToPropose(answer).length > 0) return null
  // Taken down since the button was pressed.
  if ((await findMatter(tx, answer.consultationId)) === null) return null
  const { number, unfit } = await countAnswered(tx, answerId, answer.ground)
  if (number === 0 || unfit.length > 0) return null
  const at = services.clock.now()
  const version = await publishVersion(tx, answer, { at, by })
  const kind = version === 1 ? 'answer-published' : 'answer-corrected'
  const fields = [
    { field: 'answerDecision', from: null, to: answer.decision },
    { field: 'answeredComments', from: null, to: String(number) },
  ]
  await recordOfAnswer(tx, answer, kind, by, at, fields, version === 1 ? null : answer.correction)
  await before()
  await askToTell(tx, { answerId, version, at })
  await appendToLedger(tx, services, { kind: publishedAnswers, ids: [answerId] })
  return version
}
