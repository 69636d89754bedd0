import { newReceiptCode } from '#platform/auth/private-link.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  ANSWER_MOVES,
  refusalsToPropose,
  type Decision,
  type NotConsideredGround,
  type WordsRefusal,
} from './answer-rules.ts'
import {
  countAnswered,
  holdAnswer,
  holdAnswerable,
  holdMatter,
  insertAnswer,
  markProposed,
  putAnswered,
  readAnswered,
  writeWords,
  type HeldAnswer,
} from './answer-write-queries.ts'
import { actingRole } from './role-texts.ts'
import { recordOfAnswer, refusalToTouch } from './touch-answer.ts'

export type ProposeOutcome =
  | { kind: 'proposed' }
  | { kind: 'refused'; refusals: readonly WordsRefusal[] }
  /** The ground does not apply to these comments. */
  | { kind: 'unfit-ground'; codes: readonly string[] }
  | { kind: 'nobody-answered' }
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-answer' }

/** Puts the words before whoever decides. */
export async function proposeAnswer(
  services: Services,
  official: Official,
  id: string,
  order: { revision: number; form: string | null },
): Promise<ProposeOutcome> {
  return services.db.begin(async (tx): Promise<ProposeOutcome> => {
    await holdMatter(tx, id)
    const answer = await holdAnswer(tx, id)
    const refused = refusalToTouch(official, answer, order)
    if (refused) return refused.kind === 'done' ? { kind: 'proposed' } : refused
    return answer ? proposeIn(tx, services, official, answer, order.form) : { kind: 'no-such-answer' }
  })
}

/** Of an answer that the caller holds. */
export async function proposeIn(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  official: Official,
  answer: HeldAnswer,
  form: string | null,
): Promise<ProposeOutcome> {
  const role = actingRole(official, may['answers.write'], answer)
  return proposeAs(tx, services, { by: official.accountId, role, form }, answer)
}

async function proposeAs(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  { by, role, form }: { by: string; role: string; form: string | null },
  answer: HeldAnswer,
): Promise<ProposeOutcome> {
  if (!ANSWER_MOVES[answer.state].includes('propose')) return { kind: 'moved-meanwhile' }
  const refusals = refusalsToPropose(answer)
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const { number, unfit } = await countAnswered(tx, answer.id, answer.ground)
  if (number === 0) return { kind: 'nobody-answered' }
  if (unfit.length > 0) return { kind: 'unfit-ground', codes: unfit }
  const at = clock.now()
  await markProposed(tx, answer.id, { at, by, role, form })
  await recordOfAnswer(tx, answer, 'answer-proposed', by, at, [
    { field: 'answerDecision', from: null, to: answer.decision },
    { field: 'answeredComments', from: null, to: String(number) },
  ])
  return { kind: 'proposed' }
}

export type FileProposal = {
  /** Of one consultation; those of them that have no answer yet, or one that stands as a draft of them alone. */
  commentIds: readonly string[]
  decision: Decision
  ground: NotConsideredGround | null
  reason: string
  /** The unit or the role in the file. */
  drafter: string
  /** Who took the file in. */
  by: string
  at: Date
}

export type FileProposed =
  | { kind: 'proposed'; id: string; answered: number; left: number }
  | Extract<ProposeOutcome, { kind: 'refused' | 'unfit-ground' }>
  | { kind: 'nothing-to-answer' }

/**
 * What the drafters, who have no account, decided in the table that came back. An answer that is worked on for exactly these
 * comments takes the new words; what is decided or published stays.
 */
export async function proposeFromFile(
  tx: Transaction,
  _services: Pick<Services, 'clock'>,
  proposal: FileProposal,
): Promise<FileProposed> {
  const { decision, reason, drafter, by, at } = proposal
  const ground = decision === 'not-considered' ? proposal.ground : null
  const refusals = refusalsToPropose({ decision, ground, reason, correction: null, version: 0 })
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const comments = await holdAnswerable(tx, proposal.commentIds)
  const [first] = comments
  if (!first) return { kind: 'nothing-to-answer' }
  const words = { decision, ground, reason }
  const id = await draftFor(tx, comments, { ...words, drafter, by, at })
  if (id === null) return { kind: 'nothing-to-answer' }
  const answer = await holdAnswer(tx, id)
  if (!answer) throw new Error('The answer of a file is gone inside its own transaction')
  const outcome = await proposeAs(tx, { clock: { now: () => at } }, { by, role: drafter, form: null }, answer)
  if (outcome.kind === 'unfit-ground') return outcome
  if (outcome.kind !== 'proposed') return { kind: 'nothing-to-answer' }
  const { number } = await countAnswered(tx, id, null)
  return { kind: 'proposed', id, answered: number, left: comments.length - number }
}

type FileDraft = Pick<FileProposal, 'decision' | 'ground' | 'reason' | 'drafter' | 'by' | 'at'>

async function draftFor(
  tx: Transaction,
  comments: Awaited<ReturnType<typeof holdAnswerable>>,
  { decision, ground, reason, drafter, by, at }: FileDraft,
): Promise<string | null> {
  const words = { decision, ground, reason }
  const open = comments.filter(({ answerId }) => answerId === null)
  const [sample] = open
  if (sample) {
    const { institutionId, consultationId, lang } = sample
    const made = {
      institutionId,
      consultationId,
      code: newReceiptCode(),
      groupId: null,
      lang: lang === 'en' ? 'en' : 'sq',
    } as const
    const id = await insertAnswer(tx, { ...made, ...words, source: 'file', drafter, at, by, form: null })
    if (id === null) throw new Error('An answer without a form stands in the way of itself')
    await putAnswered(
      tx,
      id,
      open.map((one) => one.id),
      { at, by },
    )
    await recordOfAnswer(tx, { id, institutionId }, 'answer-written', by, at, [
      { field: 'answeredComments', from: null, to: String(open.length) },
    ])
    return id
  }
  // All of them are answered together already: their answer takes the words, if it is still worked on and nobody else is in it.
  const [id, ...more] = new Set(comments.map(({ answerId }) => answerId))
  const answer = id && more.length === 0 ? await holdAnswer(tx, id) : null
  if (!answer || answer.version > 0 || (answer.state !== 'draft' && answer.state !== 'proposed')) return null
  if ((await countAnswered(tx, answer.id, null)).number !== comments.length) return null
  await writeWords(tx, answer.id, words, { at, by, form: null })
  await readAnswered(tx, answer.id)
  return answer.id
}
