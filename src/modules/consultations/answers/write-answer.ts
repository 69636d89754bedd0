import { mayIn } from '#platform/auth/permissions.ts'
import { newReceiptCode } from '#platform/auth/private-link.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { membersOf } from '../groups/group-write-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { ANSWER_MOVES, MOST_ANSWERED_AT_ONCE, type WordsRefusal } from './answer-rules.ts'
import {
  findAnswerByForm,
  holdAnswer,
  holdAnswerable,
  holdMatter,
  insertAnswer,
  putAnswered,
  readAnswered,
  writeWords,
  type AnswerableComment,
  type AnswerWords,
} from './answer-write-queries.ts'
import { proposeIn } from './propose-answer.ts'
import { countReasonUse } from './reason-queries.ts'
import { NotProposed, recordOfAnswer, refusalToTouch, UnfitGround } from './touch-answer.ts'

export type WriteOutcome =
  | { kind: 'written'; id: string; answered: number; left: number }
  /** None of those chosen wants an answer any more, or all have one. */
  | { kind: 'nothing-to-answer' }
  | { kind: 'too-many' }
  /** More or fewer match now than the page said. */
  | { kind: 'other-number' }
  | { kind: 'refused'; refusals: readonly WordsRefusal[] }
  | { kind: 'unfit-ground'; codes: readonly string[] }
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-answer' }

export type WriteOrder = AnswerWords & {
  /** Whom it answers: comments that were chosen, or all who stand in a group. */
  of: { comments: readonly string[] } | { group: string }
  /** Of no other consultation; absent: of whichever the first belongs to. */
  consultationId?: string
  /** How many the page said there are, where all that match are meant. */
  seen?: number | null
  /** From the library of reasons. */
  reasonId?: string | null
  form: string | null
  /** Put before the decider at once. */
  propose?: boolean
}

/** One answer to one comment, or the same one to many. Whoever has an answer already is left out. */
export async function writeAnswer(services: Services, official: Official, order: WriteOrder): Promise<WriteOutcome> {
  return services.db
    .begin(async (tx): Promise<WriteOutcome> => {
      const before = order.form === null ? null : await findAnswerByForm(tx, order.form)
      if (before !== null) return { kind: 'written', id: before, answered: 0, left: 0 }
      const wanted = await idsOf(tx, order)
      if (wanted.length > MOST_ANSWERED_AT_ONCE) return { kind: 'too-many' }
      if (typeof order.seen === 'number' && order.seen !== wanted.length) return { kind: 'other-number' }
      const comments = await holdAnswerable(tx, wanted)
      const [first] = comments
      const elsewhere = order.consultationId !== undefined && order.consultationId !== first?.consultationId
      if (!first || elsewhere) return { kind: 'nothing-to-answer' }
      if (!mayIn(official, may['answers.write'], first.institutionId)) return { kind: 'not-permitted' }
      const ground = order.decision === 'not-considered' ? order.ground : null
      const unfit =
        ground === null
          ? []
          : comments.filter((one) => one.consultationId === first.consultationId && !fits(one, ground))
      if (unfit.length > 0) return { kind: 'unfit-ground', codes: unfit.slice(0, 10).map(({ code }) => code) }
      const by = official.accountId
      const written = await writeAnswerIn(tx, services, comments, { ...order, by, source: 'office', drafter: null })
      if (written === null) return { kind: 'nothing-to-answer' }
      if (order.reasonId) await countReasonUse(tx, first.institutionId, order.reasonId)
      if (!order.propose) return { kind: 'written', ...written }
      const answer = await holdAnswer(tx, written.id)
      const proposed = answer && (await proposeIn(tx, services, official, answer, order.form))
      // Nothing is kept of what cannot be proposed: the form comes back as it was.
      if (proposed?.kind === 'refused') throw new NotProposed(proposed.refusals)
      return { kind: 'written', ...written }
    })
    .catch((error: unknown): WriteOutcome => {
      if (error instanceof NotProposed) return { kind: 'refused', refusals: error.refusals }
      throw error
    })
}

const fits = ({ state, late }: AnswerableComment, ground: NonNullable<AnswerWords['ground']>): boolean =>
  ground === 'late' ? late : state === ground

async function idsOf(tx: Transaction, { of }: WriteOrder): Promise<readonly string[]> {
  if ('comments' in of) return [...new Set(of.comments)]
  const members = await membersOf(tx, of.group)
  return members.filter(({ state }) => state === 'confirmed').map(({ commentId }) => commentId)
}

export type DraftOrder = AnswerWords & {
  of: WriteOrder['of']
  form: string | null
  by: string | null
  source: 'office' | 'file'
  /** The unit that proposed it in a file. */
  drafter: string | null
}

/** Of comments that the caller holds. Null: all of them have an answer. */
export async function writeAnswerIn(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  comments: readonly AnswerableComment[],
  order: DraftOrder,
): Promise<{ id: string; answered: number; left: number } | null> {
  const at = services.clock.now()
  const [first] = comments
  const open = comments.filter((one) => one.answerId === null && one.consultationId === first?.consultationId)
  const [sample] = open
  if (!sample) return null
  const { institutionId, consultationId, lang } = sample
  const { decision, ground, reason, form, by, source, drafter } = order
  const id = await insertAnswer(tx, {
    institutionId,
    consultationId,
    code: newReceiptCode(),
    groupId: 'group' in order.of ? order.of.group : null,
    lang: lang === 'en' ? 'en' : 'sq',
    decision,
    ground: decision === 'not-considered' ? ground : null,
    reason: reason === '' ? null : reason,
    source,
    drafter,
    at,
    by,
    form,
  })
  if (id === null) return null
  await putAnswered(
    tx,
    id,
    open.map((one) => one.id),
    { at, by },
  )
  await recordOfAnswer(tx, { id, institutionId }, 'answer-written', by, at, [
    { field: 'answeredComments', from: null, to: String(open.length) },
  ])
  return { id, answered: open.length, left: comments.length - open.length }
}

export type RewriteOrder = AnswerWords & {
  revision: number
  /** Why a published one is corrected. */
  correction?: string | null
  reasonId?: string | null
  form: string | null
  propose?: boolean
}

/** Other words for what is worked on. What had been proposed is a draft again. */
export async function rewriteAnswer(
  services: Services,
  official: Official,
  id: string,
  order: RewriteOrder,
): Promise<WriteOutcome> {
  const at = services.clock.now()
  return services.db
    .begin(async (tx): Promise<WriteOutcome> => {
      await holdMatter(tx, id)
      const answer = await holdAnswer(tx, id)
      const refused = refusalToTouch(official, answer, order)
      if (refused) return refused.kind === 'done' ? { kind: 'written', id, answered: 0, left: 0 } : refused
      if (!answer) return { kind: 'no-such-answer' }
      if (!ANSWER_MOVES[answer.state].includes('write')) return { kind: 'moved-meanwhile' }
      const { decision, reason, form, correction } = order
      const ground = decision === 'not-considered' ? order.ground : null
      const by = official.accountId
      const words = { decision, ground, reason: reason === '' ? null : reason }
      await writeWords(tx, id, words, { at, by, form, ...(answer.version > 0 && correction ? { correction } : {}) })
      await readAnswered(tx, id)
      await recordOfAnswer(tx, answer, 'answer-changed', by, at, [{ field: 'words', from: null, to: null }])
      if (order.reasonId) await countReasonUse(tx, answer.institutionId, order.reasonId)
      if (order.propose) {
        const anew = await holdAnswer(tx, id)
        const proposed = anew && (await proposeIn(tx, services, official, anew, form))
        if (proposed?.kind === 'refused') throw new NotProposed(proposed.refusals)
        if (proposed?.kind === 'unfit-ground') throw new UnfitGround(proposed.codes)
      }
      return { kind: 'written', id, answered: 0, left: 0 }
    })
    .catch((error: unknown): WriteOutcome => {
      if (error instanceof NotProposed) return { kind: 'refused', refusals: error.refusals }
      if (error instanceof UnfitGround) return { kind: 'unfit-ground', codes: error.codes }
      throw error
    })
}
