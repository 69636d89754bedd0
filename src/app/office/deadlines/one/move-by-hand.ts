import type { CivilDate } from '#law/days.ts'
import { HOUSE_ROLES, type Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Holder } from '#platform/deadlines/deadline-order.ts'
import type { Deadline, DeadlineState } from '#platform/deadlines/deadline-rules.ts'
import { cancelDeadline, meetDeadline, reopenDeadline } from '#platform/deadlines/end-deadline.ts'
import { extendDeadline, type ExtendOutcome } from '#platform/deadlines/extend-deadline.ts'
import { giveDeadlineTo } from '#platform/deadlines/give-deadline.ts'
import { pauseDeadline } from '#platform/deadlines/pause-deadline.ts'
import { resumeDeadline } from '#platform/deadlines/resume-deadline.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { isHousePerson } from '#platform/tasks/people-queries.ts'
import { claimForm, isKnownForm, isOpenBody, lockById, nameOfHolder } from './deadline-form-queries.ts'
import { deedsOf, isOwnDeed, mayMove, mayRead, type HandDeed, type Kinds } from '../board/reach-rules.ts'

export type HandMove =
  | { deed: 'pause' | 'cancel' | 'reopen'; ground: string }
  | { deed: 'resume' | 'meet' }
  | { deed: 'extend'; ground: string; notice: string; to: { day: CivilDate } | { rule: string } | { more: number } }
  | { deed: 'give'; to: Holder }

/** What the official had before their eyes, and the number of the form. */
export type Seen = { form: string; version: number }

export type HandOutcome =
  | { kind: 'done'; deed: HandDeed }
  /** Somebody was faster: what stands now. */
  | { kind: 'moved-meanwhile'; state: DeadlineState }
  /** The record's own page does it, so that the record follows. */
  | { kind: 'elsewhere'; row: { subject: string; slot: string } }
  | { kind: 'no-such-holder' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-deadline' }
  | Exclude<ExtendOutcome, { kind: 'done' } | { kind: 'no-such-deadline' }>

/** Whatever an official does with a deadline on its own page: one transaction, and a form that arrives twice counts once. */
export async function moveByHand(
  services: Pick<Services, 'db' | 'clock'>,
  kinds: Kinds,
  official: Official,
  id: string,
  seen: Seen,
  move: HandMove,
): Promise<HandOutcome> {
  return services.db.begin(async (tx): Promise<HandOutcome> => {
    const deadline = await lockById(tx, id)
    if (!deadline || !mayRead(kinds, official, deadline)) return { kind: 'no-such-deadline' }
    if (!mayMove(kinds, official, deadline)) return { kind: 'not-permitted' }
    const kind = kinds[deadline.slot]
    if (isOwnDeed(kind, move.deed)) return { kind: 'elsewhere', row: deadline }
    const form = { id: seen.form, deadlineId: id, deed: move.deed, byAccountId: official.accountId }
    if (await isKnownForm(tx, form)) return { kind: 'done', deed: move.deed }
    if (deadline.version !== seen.version) return { kind: 'moved-meanwhile', state: deadline.state }
    if (!deedsOf(kind, deadline).here.includes(move.deed)) return { kind: 'not-possible', state: deadline.state }
    const outcome = await doIt(tx, services, official, deadline, move)
    if (outcome.kind === 'done')
      await claimForm(tx, { ...form, institutionId: deadline.institutionId, at: services.clock.now() })
    return outcome
  })
}

async function doIt(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  official: Official,
  deadline: Deadline,
  move: HandMove,
): Promise<HandOutcome> {
  const { subject, slot } = deadline
  const at = { subject, slot, by: { accountId: official.accountId } }
  const done = { kind: 'done' as const, deed: move.deed }
  switch (move.deed) {
    case 'pause':
      return answered(await pauseDeadline(tx, services, { ...at, ground: move.ground }), done)
    case 'resume':
      return answered(await resumeDeadline(tx, services, at), done)
    case 'meet':
      return answered(await meetDeadline(tx, services, at), done)
    case 'cancel':
      return answered(await cancelDeadline(tx, services, { ...at, ground: move.ground }), done)
    case 'reopen':
      return answered(await reopenDeadline(tx, services, { ...at, ground: move.ground }), done)
    case 'extend': {
      const { ground, notice, to } = move
      const longer = 'day' in to ? { chosenOn: to.day } : 'more' in to ? { n: to.more } : { rule: to.rule }
      return answered(await extendDeadline(tx, services, { ...at, ground, notice, ...longer }), done)
    }
    case 'give':
      return give(tx, services, official, deadline, move.to)
  }
}

/** What the platform answers is what the page tells, but for the row itself. */
const answered = (outcome: ExtendOutcome, done: HandOutcome): HandOutcome => (outcome.kind === 'done' ? done : outcome)

/** Only to who works in the house, or to a unit of it that stands. */
async function give(
  tx: Transaction,
  { clock }: Pick<Services, 'clock'>,
  official: Official,
  deadline: Deadline,
  to: Holder,
): Promise<HandOutcome> {
  const { institutionId, subject, slot } = deadline
  const at = clock.now()
  const { accountId = null, role = null, bodyId = null } = to
  if (accountId && !(await isHousePerson(tx, accountId, institutionId, HOUSE_ROLES, at)))
    return { kind: 'no-such-holder' }
  if (bodyId && !(await isOpenBody(tx, institutionId, bodyId))) return { kind: 'no-such-holder' }
  if (!(await giveDeadlineTo(tx, subject, slot, { accountId, role, bodyId })))
    return { kind: 'not-possible', state: deadline.state }
  const before = await nameOfHolder(tx, { accountId: deadline.holderId, bodyId: deadline.bodyId, role: deadline.role })
  const fields = [{ field: 'holder', from: before, to: await nameOfHolder(tx, { accountId, bodyId, role }) }]
  const by = { accountId: official.accountId }
  await recordChange(tx, { institutionId, subject, kind: 'deadline-given', by, at, fields })
  return { kind: 'done', deed: 'give' }
}
