import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import type { DeadlineKind } from '#platform/deadlines/deadline-kind.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { mayDo, type DeadlineDeed } from '#platform/deadlines/deadline-state-rules.ts'
import { boardPermissions, LEADING_ROLES } from './board-permissions.ts'

/** The clocks that somebody may know of, and in which institutions; null: in all of them. */
export type Reach = { institutions: readonly string[] | null; slots: readonly string[] }

export type Kinds = Readonly<Record<string, DeadlineKind>>

/** Clocks with the same readers are asked for together: the fewer parts, the better the index. */
export function reachOf(kinds: Kinds, official: Official): Reach[] {
  const bySlots = new Map<string, Reach>()
  for (const [slot, { readers }] of Object.entries(kinds)) {
    const institutions = institutionsWhere(official, rolesToRead(readers))
    if (institutions !== null && institutions.length === 0) continue
    const key = institutions === null ? '*' : institutions.toSorted().join()
    const known = bySlots.get(key)
    bySlots.set(key, { institutions, slots: [...(known?.slots ?? []), slot] })
  }
  return [...bySlots.values()]
}

/** Only what is within reach: a question narrows what somebody may see, and never widens it. */
export function narrowReach(
  reach: readonly Reach[],
  { institution, slot }: { institution: string; slot: string },
): Reach[] {
  return reach.flatMap(({ institutions, slots }) => {
    const within = institution === '' || institutions === null || institutions.includes(institution)
    const left = slot === '' ? slots : slots.filter((one) => one === slot)
    if (!within || left.length === 0) return []
    return [{ institutions: institution === '' ? institutions : [institution], slots: left }]
  })
}

export const mayRead = (kinds: Kinds, official: Official, { slot, institutionId }: Deadline): boolean => {
  const kind = Object.hasOwn(kinds, slot) ? kinds[slot] : undefined
  return kind !== undefined && mayIn(official, rolesToRead(kind.readers), institutionId)
}

const rolesToRead = (readers: readonly Role[]): Role[] =>
  readers.filter((role) => boardPermissions['deadlines.read'].some((one) => one === role))

/** Who leads the house sees and moves what is its own; everybody else what is theirs. */
export const leads = (official: Official, institutionId: string): boolean =>
  mayIn(official, LEADING_ROLES, institutionId)

/**
 * Whose it is to move: of whoever leads the house, of its holder, of whoever has the role or sits in the unit that holds
 * it; and what nobody holds is everybody's who works in the house and may know of it.
 */
export function mayMove(kinds: Kinds, official: Official, deadline: Deadline): boolean {
  const { institutionId, holderId, role, bodyId } = deadline
  if (!mayRead(kinds, official, deadline)) return false
  if (!mayIn(official, boardPermissions['deadlines.move'], institutionId)) return false
  if (leads(official, institutionId) || holderId === official.accountId) return true
  if (bodyId !== null && sitsIn(official, bodyId)) return true
  if (role !== null && official.roles.some((one) => one.role === role && one.institutionId === institutionId))
    return true
  return holderId === null && role === null && bodyId === null
}

const sitsIn = (official: Official, bodyId: string): boolean =>
  (official.bodyRoles ?? []).some((grant) => grant.bodyId === bodyId)

/** What an official does with a deadline by hand; the first that is possible is the next one to do. */
export const HAND_DEEDS = [
  'meet',
  'resume',
  'extend',
  'pause',
  'give',
  'cancel',
  'reopen',
] as const satisfies readonly DeadlineDeed[]
export type HandDeed = (typeof HAND_DEEDS)[number]

/** `here`: what its page offers. `elsewhere`: whether the page of the record offers more. */
export type DeedsOffered = { here: readonly HandDeed[]; elsewhere: boolean }

/** What the state allows, less what the record's own page does, so that the record follows. */
export function deedsOf(kind: DeadlineKind | undefined, { state }: Pick<Deadline, 'state'>): DeedsOffered {
  const possible = HAND_DEEDS.filter((deed) => mayDo(state, deed) && !(deed === 'extend' && state === 'paused'))
  return {
    here: possible.filter((deed) => !isOwnDeed(kind, deed)),
    elsewhere: possible.some((deed) => isOwnDeed(kind, deed)),
  }
}

export function isOwnDeed(kind: DeadlineKind | undefined, deed: DeadlineDeed): boolean {
  const own = kind?.ownDeeds ?? []
  return own === true || own.includes(deed)
}
