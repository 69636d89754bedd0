import type { Transaction } from '#platform/db/database.ts'
import { likenessOf } from '#platform/likeness/alike-rules.ts'
import { METHOD } from '#platform/likeness/grouping-rules.ts'
import { bandKeysOf } from '#platform/likeness/sketch-rules.ts'
import { wordingOf, type Law } from '#platform/likeness/wording-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { textOf, GROUP_KIND } from './group-rules.ts'
import { findToCompare, forgetPlaced, insertKeys, keepLikeness, type Unplaced } from './placing-queries.ts'
import { keepGroups, placeInGroups } from './keep-groups.ts'
import { doubtMember, holdGroups, membersOf, moveMembers, type HeldGroup } from './group-write-queries.ts'
import { textsIn } from '../texts.ts'

/**
 * New words of somebody who stands in a group. No longer like its sample, they leave where nobody has confirmed it yet; where
 * somebody has, nobody is moved, and the staff is asked to look.
 */
export async function lookAgain(tx: Transaction, services: Services, comment: Unplaced, law: Law): Promise<void> {
  const [group] = await holdGroups(tx, [comment.groupId ?? ''])
  if (!group) return
  const wording = wordingOf(textOf(comment), law)
  await keepLikeness(tx, group.consultationId, METHOD, services.clock.now(), [comment])
  if (group.sampleCommentId === comment.id) {
    await insertKeys(tx, group.consultationId, [{ id: comment.id, keys: bandKeysOf(wording) }])
  }
  const own = (await membersOf(tx, group.id)).find(({ commentId }) => commentId === comment.id)
  if (!own || own.commentVersion === comment.version) return
  const other = await findToCompare(tx, group.id, comment.id)
  const alike = other === null || likenessOf(wording, wordingOf(textOf(other), law)) > 0
  if (!alike && own.state === 'proposed') return leave(tx, services, group, comment.id)
  await doubtMember(tx, group.id, comment.id, comment.version, !alike)
  if (!alike) await askToLook(tx, services, group, 'corrected')
  await keepGroups(tx, services, [group.id])
}

async function leave(tx: Transaction, services: Services, group: HeldGroup, commentId: string): Promise<void> {
  await moveMembers(tx, group.id, [commentId], { state: 'left', at: services.clock.now(), by: null })
  await forgetPlaced(tx, [commentId])
  await placeInGroups(tx, group.consultationId)
  await keepGroups(tx, services, [group.id])
}

/** For whoever coordinates consultations: a task about the group. */
export async function askToLook(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { id, institutionId, code }: Pick<HeldGroup, 'id' | 'institutionId' | 'code'>,
  why: 'corrected' | 'objected',
): Promise<void> {
  await giveTask(tx, services, {
    institutionId,
    subject: refOf(GROUP_KIND, id),
    title: textsIn('sq').groups.tasks[why](code),
    to: { role: 'consultation-coordinator' },
    dueOn: null,
    by: why === 'objected' ? 'citizen' : 'program',
  })
}
