import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions } from '../permissions.ts'
import { GROUP_KIND } from './group-rules.ts'
import {
  countConfirmedElsewhere,
  endDeed,
  findLastDeed,
  holdGroups,
  leaveElsewhere,
  restoreGroups,
} from './group-write-queries.ts'
import { keepGroups, placeInGroups } from './keep-groups.ts'
import { forgetPlaced } from './placing-queries.ts'

export type UndoOutcome =
  { kind: 'done' } | { kind: 'moved-meanwhile' } | { kind: 'not-permitted' } | { kind: 'nothing' }

/** Takes back the last thing that somebody did with the groups of a consultation, if nothing has been done with them since. */
export async function undoGroupDeed(
  services: Services,
  official: Official,
  consultationId: string,
  deedId: string,
): Promise<UndoOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<UndoOutcome> => {
    const deed = await findLastDeed(tx, consultationId)
    if (!deed) return { kind: 'nothing' }
    if (!mayIn(official, consultationPermissions['groups.settle'], deed.institutionId)) return { kind: 'not-permitted' }
    // What its author objected to is not an official's to take back.
    if (deed.id !== deedId || deed.kind === 'objected') return { kind: 'moved-meanwhile' }
    const groups = Object.keys(deed.afterVersions)
    const held = await holdGroups(tx, groups)
    const people = deed.before.members.filter(({ state }) => state === 'proposed' || state === 'confirmed')
    const ids = people.map(({ commentId }) => commentId)
    const changed = held.some(({ id, version }) => deed.afterVersions[id] !== version)
    if (changed || (await countConfirmedElsewhere(tx, ids, groups)) > 0) return { kind: 'moved-meanwhile' }
    const elsewhere = await leaveElsewhere(tx, ids, groups)
    await restoreGroups(tx, deed.before, groups, at)
    await endDeed(tx, deed.id, at)
    await forgetPlaced(tx, ids)
    await placeInGroups(tx, consultationId)
    await keepGroups(tx, services, [...new Set([...groups, ...elsewhere.map(({ groupId }) => groupId)])])
    for (const { id, institutionId } of held) {
      const subject = refOf(GROUP_KIND, id)
      await recordChange(tx, {
        institutionId,
        subject,
        kind: 'group-undone',
        by: { accountId: official.accountId },
        at,
      })
    }
    return { kind: 'done' }
  })
}
