import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { readSetting } from '#platform/institutions/institution-settings-queries.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { ANSWER_MOVES, mayDecideWhatWasProposed, refusalsToPropose } from './answer-rules.ts'
import {
  countAnswered,
  holdAnswer,
  holdMatter,
  markDecided,
  markReturned,
  type HeldAnswer,
} from './answer-write-queries.ts'
import { actingRole } from './role-texts.ts'
import { recordOfAnswer, refusalToTouch } from './touch-answer.ts'

export type DecideMove = { do: 'approve' } | { do: 'return'; reason: string }

export type DecideOutcome =
  | { kind: 'done' }
  /** Whoever proposed it does not decide it. */
  | { kind: 'same-person' }
  /** Comments moved meanwhile: the ground does not apply to them any more, or nobody is left. */
  | { kind: 'unfit-ground'; codes: readonly string[] }
  | { kind: 'nobody-answered' }
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-answer' }

/** Approves what was proposed, or sends it back with a reason; what is approved can be sent back until it is published. */
export async function decideAnswer(
  services: Services,
  official: Official,
  id: string,
  order: { revision: number; form: string | null; move: DecideMove },
): Promise<DecideOutcome> {
  return services.db.begin(async (tx): Promise<DecideOutcome> => {
    await holdMatter(tx, id)
    const answer = await holdAnswer(tx, id)
    const refused = refusalToTouch(official, answer, order, 'answers.decide')
    if (refused) return refused.kind === 'done' ? { kind: 'done' } : refused
    return answer ? decideIn(tx, services, official, answer, order) : { kind: 'no-such-answer' }
  })
}

/** Of an answer that the caller holds. */
export async function decideIn(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  official: Official,
  answer: HeldAnswer,
  { move, form }: { move: DecideMove; form: string | null },
): Promise<DecideOutcome> {
  const [at, by] = [clock.now(), official.accountId]
  if (move.do === 'return') {
    if (!ANSWER_MOVES[answer.state].includes('decide')) return { kind: 'moved-meanwhile' }
    await markReturned(tx, answer.id, { at, reason: move.reason, form })
    await recordOfAnswer(tx, answer, 'answer-returned', by, at, [], move.reason)
    return { kind: 'done' }
  }
  if (answer.state !== 'proposed' || refusalsToPropose(answer).length > 0) return { kind: 'moved-meanwhile' }
  const byTwo = await readSetting(tx, answer.institutionId, 'answers-by-two')
  if (!mayDecideWhatWasProposed(answer.proposedBy, by, { byTwo })) return { kind: 'same-person' }
  const { number, unfit } = await countAnswered(tx, answer.id, answer.ground)
  if (number === 0) return { kind: 'nobody-answered' }
  if (unfit.length > 0) return { kind: 'unfit-ground', codes: unfit }
  await markDecided(tx, answer.id, { at, by, role: actingRole(official, may['answers.decide'], answer), form })
  await recordOfAnswer(tx, answer, 'answer-decided', by, at, [
    { field: 'answerDecision', from: null, to: answer.decision },
    { field: 'answeredComments', from: null, to: String(number) },
  ])
  return { kind: 'done' }
}

export type Counted = { done: number; left: number; samePerson: number }

/** Approves all that were ticked, each by itself: what somebody changed meanwhile stays as it is. */
export async function decideAnswers(
  services: Services,
  official: Official,
  chosen: readonly { id: string; revision: number }[],
): Promise<Counted> {
  const counted: Counted = { done: 0, left: 0, samePerson: 0 }
  for (const { id, revision } of chosen) {
    const outcome = await decideAnswer(services, official, id, { revision, form: null, move: { do: 'approve' } })
    if (outcome.kind === 'done') counted.done++
    else if (outcome.kind === 'same-person') counted.samePerson++
    else counted.left++
  }
  return counted
}
