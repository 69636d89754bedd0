import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { deleteAnswer, holdAnswer, holdAnswerable } from '../answers/answer-write-queries.ts'
import { proposeFromFile } from '../answers/propose-answer.ts'
import { recordOfAnswer } from '../answers/touch-answer.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { checkLines, mayBeUndone, type Checked } from './check-rules.ts'
import {
  holdReturn,
  keepBefore,
  keepOutcome,
  listReturnRows,
  listStanding,
  markSource,
  markTaken,
  markUndone,
  restoreBefore,
  type DraftersReturn,
  type ReturnRow,
} from './return-queries.ts'

export type TakeOutcome =
  | { kind: 'done' }
  | { kind: 'nothing-to-take' }
  | { kind: 'too-late' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-return' }

/** The good lines become proposals, all of them or, if something breaks, none; the others stay listed with why. */
export async function takeReturn(services: Services, official: Official, id: string): Promise<TakeOutcome> {
  const [at, by] = [services.clock.now(), official.accountId]
  return services.db.begin(async (tx): Promise<TakeOutcome> => {
    const held = await holdReturn(tx, id)
    if (!held) return { kind: 'no-such-return' }
    if (!mayIn(official, may['answers.write'], held.institutionId)) return { kind: 'not-permitted' }
    if (held.state !== 'read') return { kind: 'done' }
    const lines = await listReturnRows(tx, id)
    const before = await listStanding(tx, held.fileId)
    // All of them at once and in order, so that two officials who take files in never wait for each other.
    await holdAnswerable(
      tx,
      before.map(({ commentId }) => commentId),
    )
    const checked = checkLines(lines, await listStanding(tx, held.fileId))
    if (!checked.some(({ kind }) => kind === 'take')) return { kind: 'nothing-to-take' }
    let [taken, refused] = [0, 0]
    for (const one of checked) {
      const outcome = await settleLine(tx, services, held, one, { at, by })
      if (outcome === 'taken') taken++
      else if (outcome !== 'same') refused++
    }
    await markTaken(tx, id, { at, by, taken, refused })
    await recordReturn(tx, held, 'drafters-return-taken', { at, by })
    return { kind: 'done' }
  })
}

type Deed = { at: Date; by: string }

async function settleLine(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { id, unit }: DraftersReturn,
  checked: Checked,
  { at, by }: Deed,
): Promise<string> {
  const place = { id, n: checked.line.n }
  const none = { answered: 0, leftOut: 0, answerId: null }
  if (checked.kind !== 'take') {
    const outcome = checked.kind === 'same' ? 'same' : checked.why
    await keepOutcome(tx, place, { outcome, ...none })
    return outcome
  }
  const { commentIds, decision, ground, line, left } = checked
  const [first] = await holdAnswerable(tx, commentIds.slice(0, 1))
  if (first?.answerId) {
    await holdAnswer(tx, first.answerId)
    await keepBefore(tx, place, first.answerId)
  }
  const words = { decision, ground, reason: line.reason }
  const proposed = await proposeFromFile(tx, services, { commentIds, ...words, drafter: unit, by, at })
  if (proposed.kind !== 'proposed') {
    const outcome = proposed.kind === 'unfit-ground' ? 'not-late' : 'answered-with-others'
    await keepOutcome(tx, place, { outcome, ...none })
    return outcome
  }
  if (first?.answerId) await markSource(tx, proposed.id, unit)
  const leftOut = left + proposed.left
  await keepOutcome(tx, place, { outcome: 'taken', answered: proposed.answered, leftOut, answerId: proposed.id })
  return 'taken'
}

/** Back to what was, as far as nobody was at it meanwhile. */
export async function undoReturn(services: Services, official: Official, id: string): Promise<TakeOutcome> {
  const [at, by] = [services.clock.now(), official.accountId]
  return services.db.begin(async (tx): Promise<TakeOutcome> => {
    const held = await holdReturn(tx, id)
    if (!held) return { kind: 'no-such-return' }
    if (!mayIn(official, may['answers.write'], held.institutionId)) return { kind: 'not-permitted' }
    if (held.state === 'undone') return { kind: 'done' }
    if (!mayBeUndone(held.takenAt, at)) return { kind: 'too-late' }
    const rows = (await listReturnRows(tx, id)).filter(({ answerId }) => answerId !== null)
    const ids = rows.map(({ answerId }) => answerId ?? '')
    const order = rows.toSorted((a, b) => ((a.answerId ?? '') < (b.answerId ?? '') ? -1 : 1))
    let kept = 0
    for (const row of order) if (!(await undoLine(tx, held, row, { at, by }))) kept++
    if (kept === ids.length) return { kind: 'too-late' }
    await markUndone(tx, id, { at, by, kept })
    await recordReturn(tx, held, 'drafters-return-undone', { at, by })
    return { kind: 'done' }
  })
}

async function undoLine(
  tx: Transaction,
  { id, institutionId }: DraftersReturn,
  { n, answerId, answerRevision, isNew }: ReturnRow,
  { at, by }: Deed,
): Promise<boolean> {
  const answer = answerId === null ? null : await holdAnswer(tx, answerId)
  if (answer?.state !== 'proposed' || answer.version > 0 || answer.revision !== answerRevision) return false
  await recordOfAnswer(tx, { id: answer.id, institutionId }, isNew ? 'answer-discarded' : 'answer-changed', by, at)
  if (isNew) await deleteAnswer(tx, answer.id)
  else await restoreBefore(tx, { id, n }, at)
  return true
}

const recordReturn = (
  tx: Transaction,
  { institutionId, consultationId }: DraftersReturn,
  kind: string,
  { at, by }: Deed,
): Promise<void> =>
  recordChange(tx, {
    institutionId,
    subject: refOf(CONSULTATION_KIND, consultationId),
    kind,
    by: { accountId: by },
    at,
  })
