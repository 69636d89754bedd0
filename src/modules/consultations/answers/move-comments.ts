import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { membersOf } from '../groups/group-write-queries.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { askToTell } from '../telling/ask-to-tell.ts'
import {
  countAnswered,
  deleteAnswer,
  dropAnswered,
  findAnswerByCode,
  findConsultationOf,
  findDraftOfComment,
  findGroupOf,
  holdAnswer,
  holdAnswerable,
  holdMatter,
  putAnswered,
  touchAnswer,
  widenAnswer,
  type HeldAnswer,
} from './answer-write-queries.ts'
import { recordOfAnswer, refusalToTouch } from './touch-answer.ts'

export type MoveOutcome =
  /** `gone`: nobody was left in a draft, and it is no more. */
  | { kind: 'moved'; moved: number; gone: boolean }
  | { kind: 'nobody-ticked' }
  /** No other answer of this consultation has that code; or it is one that nobody can read, and theirs was published. */
  | { kind: 'no-such-goal' }
  /** Its ground does not apply to them. */
  | { kind: 'unfit-ground'; codes: readonly string[] }
  /** A consultation that was concluded has no voice without an answer. */
  | { kind: 'concluded' }
  /** Whoever had an answer loses it: why, is told. */
  | { kind: 'no-reason' }
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-answer' }

export type MoveOrder = {
  revision: number
  form: string | null
  ids: readonly string[]
  /** The code of the answer to which they go; null: they have none until somebody writes one. */
  to: string | null
  reason: string | null
}

/** Takes comments out of an answer, or puts them into another one. */
export async function moveComments(
  services: Services,
  official: Official,
  answerId: string,
  order: MoveOrder,
): Promise<MoveOutcome> {
  return services.db.begin(async (tx): Promise<MoveOutcome> => {
    await holdMatter(tx, answerId)
    const comments = await holdAnswerable(tx, order.ids)
    const [answer, goal] = await holdBoth(tx, answerId, order.to)
    const refused = refusalToTouch(official, answer, order)
    if (refused) return refused.kind === 'done' ? { kind: 'moved', moved: 0, gone: false } : refused
    if (!answer) return { kind: 'no-such-answer' }
    if (order.to !== null && !isGoal(answer, goal)) return { kind: 'no-such-goal' }
    const touchesPublic = answer.version > 0 || (goal?.version ?? 0) > 0
    if (touchesPublic && !mayIn(official, may['answers.publish'], answer.institutionId))
      return { kind: 'not-permitted' }
    if (answer.version > 0 && goal === null && answer.concludedAt !== null) return { kind: 'concluded' }
    if (answer.version > 0 && (order.reason ?? '') === '') return { kind: 'no-reason' }
    const chosen = comments.filter((one) => one.answerId === answerId)
    if (chosen.length === 0) return { kind: 'nobody-ticked' }
    const unfit = chosen.filter(({ state, late }) => !fitsGoal(goal, state, late))
    if (unfit.length > 0) return { kind: 'unfit-ground', codes: unfit.slice(0, 10).map(({ code }) => code) }
    const ids = chosen.map(({ id }) => id)
    const gone = await move(tx, services, official.accountId, { answer, goal, ids }, order)
    return { kind: 'moved', moved: ids.length, gone }
  })
}

const fitsGoal = (goal: HeldAnswer | null, state: string, late: boolean): boolean =>
  !goal?.ground || (goal.ground === 'late' ? late : state === goal.ground)

/** A voice that has an answer keeps one: from a published answer it goes to a published one. */
const isGoal = (answer: HeldAnswer, goal: HeldAnswer | null): boolean =>
  goal !== null &&
  goal.id !== answer.id &&
  goal.consultationId === answer.consultationId &&
  goal.state !== 'taken-down' &&
  (answer.version === 0 || goal.version > 0)

/** In the order of their ids, so that two deeds never wait for each other. */
async function holdBoth(
  tx: Transaction,
  answerId: string,
  to: string | null,
): Promise<[HeldAnswer | null, HeldAnswer | null]> {
  const seen = to === null ? null : await findConsultationOf(tx, answerId)
  const goalId = seen === null || to === null ? null : await findAnswerByCode(tx, seen, to)
  const held = new Map<string, HeldAnswer | null>()
  for (const id of [answerId, ...(goalId ? [goalId] : [])].toSorted()) held.set(id, await holdAnswer(tx, id))
  return [held.get(answerId) ?? null, goalId ? (held.get(goalId) ?? null) : null]
}

type Moving = { answer: HeldAnswer; goal: HeldAnswer | null; ids: readonly string[] }

async function move(
  tx: Transaction,
  services: Services,
  by: string,
  { answer, goal, ids }: Moving,
  { form, reason }: MoveOrder,
): Promise<boolean> {
  const at = services.clock.now()
  if (goal) await putAnswered(tx, goal.id, ids, { at, by })
  else await dropAnswered(tx, answer.id, ids)
  const { number } = await countAnswered(tx, answer.id, null)
  const gone = number === 0 && answer.version === 0
  const moved = [{ field: 'answeredComments', from: String(number + ids.length), to: String(number) }]
  await recordOfAnswer(tx, answer, goal ? 'answer-comments-moved' : 'answer-comments-taken-out', by, at, moved, reason)
  if (goal) {
    await widenAnswer(tx, goal.id, at, null)
    await recordOfAnswer(tx, goal, 'answer-comments-added', by, at, [
      { field: 'answeredComments', from: null, to: String(ids.length) },
    ])
  }
  if (gone) await deleteAnswer(tx, answer.id)
  else await touchAnswer(tx, answer.id, at, form)
  if (goal && goal.version > 0) await askToTell(tx, { answerId: goal.id, version: goal.version, at })
  const publicOnes = [answer, ...(goal ? [goal] : [])].filter(({ version }) => version > 0).map(({ id }) => id)
  if (publicOnes.length > 0) await appendToLedger(tx, services, { kind: publishedAnswers, ids: publicOnes })
  return gone
}

export type AddOutcome =
  | { kind: 'added'; added: number }
  | Extract<MoveOutcome, { kind: 'unfit-ground' | 'moved-meanwhile' | 'not-permitted' | 'no-such-answer' }>

/** Those who came to the group after the answer was written: it answers them too. */
export async function addOfGroup(
  services: Services,
  official: Official,
  answerId: string,
  order: { revision: number; form: string | null },
): Promise<AddOutcome> {
  return services.db.begin(async (tx): Promise<AddOutcome> => {
    await holdMatter(tx, answerId)
    const groupId = await findGroupOf(tx, answerId)
    const members = groupId === null ? [] : await membersOf(tx, groupId)
    const ids = members.filter(({ state }) => state === 'confirmed').map(({ commentId }) => commentId)
    const comments = (await holdAnswerable(tx, ids)).filter((one) => one.answerId === null)
    const answer = await holdAnswer(tx, answerId)
    const refused = refusalToTouch(official, answer, order)
    if (refused) return refused.kind === 'done' ? { kind: 'added', added: 0 } : refused
    if (!answer || answer.state === 'taken-down') return { kind: 'moved-meanwhile' }
    if (answer.version > 0 && !mayIn(official, may['answers.publish'], answer.institutionId))
      return { kind: 'not-permitted' }
    const unfit = comments.filter(({ state, late }) => !fitsGoal(answer, state, late))
    if (unfit.length > 0) return { kind: 'unfit-ground', codes: unfit.slice(0, 10).map(({ code }) => code) }
    const [at, by] = [services.clock.now(), official.accountId]
    await putAnswered(
      tx,
      answerId,
      comments.map(({ id }) => id),
      { at, by },
    )
    if (comments.length > 0) await widenAnswer(tx, answerId, at, order.form)
    else await touchAnswer(tx, answerId, at, order.form)
    await recordOfAnswer(tx, answer, 'answer-comments-added', by, at, [
      { field: 'answeredComments', from: null, to: String(comments.length) },
    ])
    if (answer.version > 0) {
      await askToTell(tx, { answerId, version: answer.version, at })
      await appendToLedger(tx, services, { kind: publishedAnswers, ids: [answerId] })
    }
    return { kind: 'added', added: comments.length }
  })
}

/** A comment that is taken back wants no answer: a draft drops it, and a draft of nobody is gone. The caller holds the comment. */
export async function dropFromDraft(tx: Transaction, commentId: string, at: Date): Promise<void> {
  const id = await findDraftOfComment(tx, commentId)
  const answer = id === null ? null : await holdAnswer(tx, id)
  if (!answer || answer.version > 0) return
  await dropAnswered(tx, answer.id, [commentId])
  const { number } = await countAnswered(tx, answer.id, null)
  await recordOfAnswer(tx, answer, 'answer-comment-withdrawn', null, at, [
    { field: 'answeredComments', from: String(number + 1), to: String(number) },
  ])
  if (number === 0) await deleteAnswer(tx, answer.id)
  else await touchAnswer(tx, answer.id, at, null)
}
