import type { Services } from '#platform/services.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findOwn, type OwnerProof } from '../comments/correct-comment.ts'
import { GROUP_KIND } from './group-rules.ts'
import { findStandingGroup } from './group-queries.ts'
import { changeGroup, holdGroups, keepDeed, moveMembers, snapshotOf } from './group-write-queries.ts'
import { keepGroups, placeInGroups } from './keep-groups.ts'
import { askToLook } from './look-again.ts'
import { forgetPlaced } from './placing-queries.ts'

export type ObjectionOutcome = { kind: 'taken-out' } | { kind: 'in-no-group' } | { kind: 'no-such-comment' }

/** The author says that their comment is not like the others: it leaves at once, for good, and the staff is told. */
export async function objectToGroup(services: Services, proof: OwnerProof): Promise<ObjectionOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<ObjectionOutcome> => {
    const own = await findOwn(tx, proof)
    if (!own) return { kind: 'no-such-comment' }
    const found = await findStandingGroup(tx, own.id)
    const [group] = found ? await holdGroups(tx, [found.id]) : []
    if (!group) return { kind: 'in-no-group' }
    const { id, institutionId, consultationId } = group
    const [before] = await snapshotOf(tx, [id])
    await moveMembers(tx, id, [own.id], { state: 'refused', at, by: null, byAuthor: true })
    await changeGroup(tx, id, {}, { at, deed: true })
    await forgetPlaced(tx, [own.id])
    await placeInGroups(tx, consultationId)
    await askToLook(tx, services, group, 'objected')
    const subject = refOf(GROUP_KIND, id)
    await recordChange(tx, { institutionId, subject, kind: 'group-objected', by: 'citizen', at })
    const kept = {
      institutionId,
      consultationId,
      kind: 'objected',
      at,
      by: null,
      before: before ?? { groups: [], members: [] },
    } as const
    await keepGroups(tx, services, [id])
    await keepDeed(tx, { ...kept, groups: [id] })
    return { kind: 'taken-out' }
  })
}
