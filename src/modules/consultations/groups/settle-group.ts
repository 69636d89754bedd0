import { newReceiptCode } from '#platform/auth/private-link.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { METHOD } from '#platform/likeness/grouping-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { closeTasksOf } from '#platform/tasks/give-task.ts'
import { consultationPermissions } from '../permissions.ts'
import { GROUP_KIND, type DeedKind } from './group-rules.ts'
import {
  changeGroup,
  findGroupByCode,
  holdGroups,
  insertGroup,
  keepDeed,
  membersOf,
  moveMembers,
  putMembers,
  snapshotOf,
  type HeldGroup,
  type StandingMember,
} from './group-write-queries.ts'
import { keepGroups, placeInGroups } from './keep-groups.ts'
import { forgetPlaced } from './placing-queries.ts'

export type GroupDeed =
  /** `ids` null: all that stood there at the moment that the page shows. */
  | { do: 'confirm'; ids: readonly string[] | null; seenAt: Date }
  | { do: 'take-out'; ids: readonly string[] }
  | { do: 'split'; ids: readonly string[] }
  /** All of this one go into the other. */
  | { do: 'join'; into: string }
  | { do: 'dissolve'; note: string | null }
  | { do: 'name'; title: string | null }

export type GroupOutcome =
  | { kind: 'done'; groupId: string }
  | { kind: 'moved-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-group' }
  /** None of those who were ticked stands here; the other group is of another matter, or is none. */
  | { kind: 'refused'; refusal: 'nobody-ticked' | 'no-such-goal' | 'all-ticked' }

type Work = { tx: Transaction; group: HeldGroup; members: StandingMember[]; at: Date; by: string }
type Done = { kind: DeedKind; groups: readonly string[]; goTo: string } | Extract<GroupOutcome, { kind: 'refused' }>

/** What an official decides about a group. `version`: what they had before their eyes; another's deed since is told first. */
export async function settleGroup(
  services: Services,
  official: Official,
  groupId: string,
  version: number,
  deed: GroupDeed,
): Promise<GroupOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<GroupOutcome> => {
    const goal = deed.do === 'join' ? await findGroupByCode(tx, deed.into) : null
    const held = await holdGroups(tx, [groupId, ...(goal ? [goal.id] : [])])
    const group = held.find(({ id }) => id === groupId)
    if (!group) return { kind: 'no-such-group' }
    if (!mayIn(official, consultationPermissions['groups.settle'], group.institutionId))
      return { kind: 'not-permitted' }
    if (group.version !== version || group.state === 'dissolved') return { kind: 'moved-meanwhile' }
    const members = await membersOf(tx, groupId)
    const touched = held.map(({ id }) => id)
    const before = await snapshotOf(tx, touched)
    const work = { tx, group, members, at, by: official.accountId }
    const done = await settle(work, deed, held.find(({ id }) => id === goal?.id) ?? null)
    if (done.kind === 'refused') return done
    await keepGroups(tx, services, [...new Set([...touched, ...done.groups])])
    await keepDeed(tx, {
      institutionId: group.institutionId,
      consultationId: group.consultationId,
      kind: done.kind,
      at,
      by: official.accountId,
      before: before[0] ?? { groups: [], members: [] },
      groups: [...new Set([...touched, ...done.groups])],
    })
    await tellOfDeed(work, services, done, deed)
    return { kind: 'done', groupId: done.goTo }
  })
}

function settle(work: Work, deed: GroupDeed, goal: HeldGroup | null): Promise<Done> {
  switch (deed.do) {
    case 'confirm':
      return confirm(work, deed)
    case 'take-out':
      return takeOut(work, deed.ids)
    case 'split':
      return split(work, deed.ids)
    case 'join':
      return join(work, goal)
    case 'dissolve':
      return dissolve(work, deed.note)
    case 'name':
      return name(work, deed.title)
  }
}

const NOBODY = { kind: 'refused', refusal: 'nobody-ticked' } as const

/** Who came after the page was made, or whose words changed since, has not been looked at: they stay proposed. */
async function confirm(
  { tx, group, members, at, by }: Work,
  { ids, seenAt }: { ids: readonly string[] | null; seenAt: Date },
): Promise<Done> {
  const seen = members.filter((one) => one.since <= seenAt && one.changedAt <= seenAt)
  const chosen = seen
    .filter(({ commentId }) => ids === null || ids.includes(commentId))
    .map(({ commentId }) => commentId)
  if (chosen.length === 0) return NOBODY
  await moveMembers(tx, group.id, chosen, { state: 'confirmed', at, by })
  await changeGroup(tx, group.id, { state: 'confirmed', confirmedBy: by }, { at, deed: true })
  return { kind: 'confirmed', groups: [group.id], goTo: group.id }
}

/** Remembered: they are not proposed for this group, nor for one with its members, again. */
async function takeOut({ tx, group, members, at, by }: Work, ids: readonly string[]): Promise<Done> {
  const chosen = standing(members, ids)
  if (chosen.length === 0) return NOBODY
  await moveMembers(tx, group.id, chosen, { state: 'refused', at, by })
  await changeGroup(tx, group.id, {}, { at, deed: true })
  await placeAnew(tx, group.consultationId, chosen)
  return { kind: 'member-removed', groups: [group.id], goTo: group.id }
}

/** They stay together, as a group of their own in the same state. */
async function split({ tx, group, members, at, by }: Work, ids: readonly string[]): Promise<Done> {
  const chosen = standing(members, ids)
  if (chosen.length < 2) return NOBODY
  if (chosen.length === members.length) return { kind: 'refused', refusal: 'all-ticked' }
  const [sample] = chosen
  if (sample === undefined) return NOBODY
  const { state } = group
  const [own] = await insertGroup(tx, {
    code: newReceiptCode(),
    state,
    sampleCommentId: sample,
    method: METHOD,
    at,
    by,
  })
  if (!own) throw new Error('A group that was split off has no id')
  await moveMembers(tx, group.id, chosen, { state: 'refused', at, by })
  const ofMember = new Map(members.map((one) => [one.commentId, one.state]))
  await putMembers(
    tx,
    chosen.map((commentId) => ({
      groupId: own.id,
      commentId,
      state: ofMember.get(commentId) ?? 'proposed',
      likeness: null,
    })),
    { at, by },
  )
  await changeGroup(tx, group.id, {}, { at, deed: true })
  await placeAnew(tx, group.consultationId, [sample])
  return { kind: 'split', groups: [group.id, own.id], goTo: own.id }
}

async function join({ tx, group, members, at, by }: Work, goal: HeldGroup | null): Promise<Done> {
  const fits =
    goal && goal.id !== group.id && goal.state !== 'dissolved' && goal.consultationId === group.consultationId
  if (!fits) return { kind: 'refused', refusal: 'no-such-goal' }
  const ids = members.map(({ commentId }) => commentId)
  await moveMembers(tx, group.id, ids, { state: 'moved', at, by })
  const state = (one: StandingMember) => (goal.state === 'proposed' ? 'proposed' : one.state)
  await putMembers(
    tx,
    members.map((one) => ({ groupId: goal.id, commentId: one.commentId, state: state(one), likeness: null })),
    { at, by },
  )
  await changeGroup(tx, group.id, { state: 'dissolved', joinedInto: goal.id }, { at, deed: true })
  await changeGroup(tx, goal.id, {}, { at, deed: true })
  return { kind: 'joined', groups: [group.id, goal.id], goTo: goal.id }
}

/** Each stands alone again, and none of them is proposed with another of them. */
async function dissolve({ tx, group, members, at, by }: Work, note: string | null): Promise<Done> {
  const ids = members.map(({ commentId }) => commentId)
  await moveMembers(tx, group.id, ids, { state: 'refused', at, by })
  await changeGroup(tx, group.id, { state: 'dissolved', note }, { at, deed: true })
  await placeAnew(tx, group.consultationId, ids)
  return { kind: 'dissolved', groups: [group.id], goTo: group.id }
}

async function name({ tx, group, at }: Work, title: string | null): Promise<Done> {
  await changeGroup(tx, group.id, { title }, { at, deed: true })
  return { kind: 'named', groups: [group.id], goTo: group.id }
}

const standing = (members: readonly StandingMember[], ids: readonly string[]): string[] =>
  members.map(({ commentId }) => commentId).filter((id) => ids.includes(id))

async function placeAnew(tx: Transaction, consultationId: string, ids: readonly string[]): Promise<void> {
  await forgetPlaced(tx, ids)
  await placeInGroups(tx, consultationId)
}

/** History has no words of citizens; what was to be looked at has been. */
async function tellOfDeed(
  { tx, group, members, at, by }: Work,
  services: Pick<Services, 'clock'>,
  done: Exclude<Done, { kind: 'refused' }>,
  deed: GroupDeed,
): Promise<void> {
  const touched = 'ids' in deed ? (deed.ids?.length ?? members.length) : members.length
  for (const id of done.groups) {
    await recordChange(tx, {
      institutionId: group.institutionId,
      subject: refOf(GROUP_KIND, id),
      kind: `group-${done.kind}`,
      by: { accountId: by },
      at,
      reason: deed.do === 'dissolve' ? deed.note : null,
      fields: [{ field: 'groupMembers', from: null, to: String(touched) }],
    })
  }
  await closeTasksOf(tx, services, refOf(GROUP_KIND, group.id), { accountId: by })
}
